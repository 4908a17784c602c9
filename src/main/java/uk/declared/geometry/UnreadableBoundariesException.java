package uk.declared.geometry;

/** Thrown where a file of boundaries cannot be used. The message is a sentence or two: file, feature and mend. */
public final class UnreadableBoundariesException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableBoundariesException(String message) {
        super(message);
    }

    UnreadableBoundariesException(String message, Throwable cause) {
        super(message, cause);
    }
}
