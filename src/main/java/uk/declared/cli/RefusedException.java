package uk.declared.cli;

/** Thrown where a command cannot do what it was asked: the message is the whole answer. */
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
        super(message);
    }

    /** Passes on what another part says, whose message is an answer as it stands. */
    RefusedException(Exception cause) {
        super(String.valueOf(cause.getMessage()), cause);
    }

    RefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
