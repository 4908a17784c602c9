package uk.declared.submission;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What the sender says beside the file.
 *
 * @param format the format's name, where it should not be recognised by content
 * @param council the slug of the council, for files that do not name it
 * @param pollingDate the polling day, for files that do not name it
 */
public record ReadOptions(Optional<String> format, Optional<String> council, Optional<LocalDate> pollingDate) {
    /** Nothing said beside the file. */
    public static final ReadOptions NONE = new ReadOptions(Optional.empty(), Optional.empty(), Optional.empty());
}
