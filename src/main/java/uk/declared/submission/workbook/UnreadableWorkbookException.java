package uk.declared.submission.workbook;

import java.io.IOException;
import java.util.Map;

/** A file cannot be read as a workbook. */
public final class UnreadableWorkbookException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Why it cannot. */
    public enum Reason {
        /** The archive or a part of it is broken, or is no archive at all. */
        DAMAGED,
        /** It is protected by a password. */
        ENCRYPTED,
        /** It is of the binary kind that came before XLSX, or another old Office document. */
        OLD,
        /** It is an Office document that holds no workbook, or one in the binary form XLSB. */
        NO_WORKBOOK,
        /** The file, a part or all parts together are larger than what is read. */
        TOO_LARGE,
        /** It has more sheets than are read. */
        TOO_MANY_SHEETS,
        /** A part declares entities, which no spreadsheet program writes. */
        ENTITIES
    }

    private final Reason reason;
    private final transient Map<String, String> details;

    UnreadableWorkbookException(Reason reason, Map<String, String> details) {
        super(reason + " " + details);
        this.reason = reason;
        this.details = Map.copyOf(details);
    }

    public Reason reason() {
        return reason;
    }

    /** What a message may mention, by name. */
    public Map<String, String> details() {
        return details;
    }
}
