package uk.declared.backup;

/** Thrown where a folder cannot be copied or brought back; the message says why, and the mend. */
public final class BackupException extends Exception {
    private static final long serialVersionUID = 1L;

    BackupException(String message) {
        super(message);
    }

    BackupException(String message, Throwable cause) {
        super(message, cause);
    }
}
