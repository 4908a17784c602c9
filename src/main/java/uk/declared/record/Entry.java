package uk.declared.record;

import java.time.Instant;
import java.util.Map;

/**
 * One line of the record.
 *
 * @param sequence its number, counted from 1
 * @param previous the hash of the entry before, empty for the first
 * @param hash the hash of this entry, which covers {@code previous}
 * @param content what it records
 */
public record Entry(long sequence, String previous, String hash, Content content) {
    /**
     * The entry of a line of the record, as it may have been handed out alone.
     *
     * @throws DamagedRecordException where the line is torn, or not as its own hash says
     */
    public static Entry ofLine(String line) throws DamagedRecordException {
        return EntryCodec.read(line);
    }

    /** What an entry records. */
    public sealed interface Content {}

    /**
     * A declaration.
     *
     * @param redacted whether its content was taken out for a person's sake; the entry's hash is then that of what was
     */
    public record Declared(DeclarationEntry declaration, boolean redacted) implements Content {}

    /**
     * That an earlier entry's content was taken out. Without it an entry may not be other than what was written.
     *
     * @param entry the number of that entry
     * @param entryHash its hash, which stays
     * @param file the SHA-256 of what was sent where that was deleted too, empty where it was not
     */
    public record Redaction(long entry, String entryHash, String reason, String file, Instant time)
            implements Content {}

    /**
     * That what was sent was deleted, since it was to be kept no longer.
     *
     * @param file its SHA-256
     */
    public record Deletion(String file, Instant time) implements Content {}

    /** A release of reference data. */
    public record Imported(ImportEntry release) implements Content {}

    /**
     * The end of a submission. Entries that no commit follows were never acknowledged and are cut off.
     *
     * @param submission the SHA-256 of what was sent
     * @param declarations how many declarations the submission added
     * @param beside what was said beside the file, by name
     */
    public record Commit(String submission, int declarations, Map<String, String> beside) implements Content {
        public Commit {
            beside = Map.copyOf(beside);
        }
    }
}
