package uk.declared.projection;

/**
 * What came of a compaction.
 *
 * @param before the length of the store's files before, in bytes
 * @param after the length after
 */
public record Compacted(long before, long after) {}
