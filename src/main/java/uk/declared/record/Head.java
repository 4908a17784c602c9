package uk.declared.record;

/**
 * The last acknowledged entry of a record.
 *
 * @param sequence its number, 0 where the record is empty
 * @param hash its hash, empty where the record is empty
 */
public record Head(long sequence, String hash) {
    /** The head of an empty record. */
    public static final Head EMPTY = new Head(0, "");
}
