package uk.declared.store;

/**
 * How far the record has been applied to a store.
 *
 * @param sequence the number of the last entry applied, 0 where none was
 * @param hash that entry's hash, empty where none was applied
 */
public record Position(long sequence, String hash) {
    /** Nothing applied yet. */
    public static final Position START = new Position(0, "");
}
