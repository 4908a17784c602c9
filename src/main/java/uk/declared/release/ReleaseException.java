package uk.declared.release;

/** A release that cannot be made or used: the message says which, why, and the mend. */
public final class ReleaseException extends Exception {
    private static final long serialVersionUID = 1L;

    ReleaseException(String message) {
        super(message);
    }

    ReleaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
