package uk.declared.record;

/**
 * One line of the record.
 *
 * @param sequence its number, counted from 1
 * @param previous the hash of the entry before, empty for the first
 * @param hash the hash of this entry, which covers {@code previous}
 * @param content what it records
 */
public record Entry(long sequence, String previous, String hash, Content content) {
    /** What an entry records. */
    public sealed interface Content {}

    /** A declaration. */
    public record Declared(DeclarationEntry declaration) implements Content {}

    /** A release of reference data. */
    public record Imported(ImportEntry release) implements Content {}

    /**
     * The end of a submission. Entries that no commit follows were never acknowledged and are cut off.
     *
     * @param submission the SHA-256 of what was sent
     * @param declarations how many declarations the submission added
     */
    public record Commit(String submission, int declarations) implements Content {}
}
