package uk.declared.reference;

import java.nio.file.Path;

/** Thrown where a file of reference data cannot be used. The message is one sentence or two: file, row and mend. */
public final class UnreadableReferenceException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableReferenceException(String message) {
        super(message);
    }

    /** There is no such file. */
    public static UnreadableReferenceException missing(Path file) {
        return new UnreadableReferenceException("There is no file " + file + ". Look for a slip in its name.");
    }

    /** Another room's refusal, told in its words. */
    public UnreadableReferenceException(String message, Throwable cause) {
        super(message, cause);
    }
}
