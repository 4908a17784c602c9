package uk.declared.record;

/**
 * An import that was acknowledged.
 *
 * @param sequence the number of its entry
 */
public record RecordedImport(long sequence, ImportEntry entry) {}
