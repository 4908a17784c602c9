package uk.declared.record;

/** Thrown where the record on disk is not what was once written: the message says which entry and what is wrong. */
public final class DamagedRecordException extends Exception {
    private static final long serialVersionUID = 1L;

    public DamagedRecordException(String message) {
        super(message);
    }
}
