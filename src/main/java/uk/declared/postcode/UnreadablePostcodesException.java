package uk.declared.postcode;

/** Thrown where a file of postcodes cannot be used. The message is a sentence or two: file, row and mend. */
public final class UnreadablePostcodesException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadablePostcodesException(String message) {
        super(message);
    }
}
