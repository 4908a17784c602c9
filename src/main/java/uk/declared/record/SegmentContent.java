package uk.declared.record;

import java.util.List;
import java.util.Map;

/**
 * What the lines of one file of the record say, without the results themselves.
 *
 * @param first the number of the first entry
 * @param previous the hash of the entry before that, empty where there is none
 * @param last the last entry
 * @param items what is kept in memory of the entries, in order
 * @param redacted the hashes of entries whose content was taken out, by their numbers
 * @param reasons what later entries say was taken out: hashes of entries by their numbers
 */
record SegmentContent(
        long first,
        String previous,
        Head last,
        List<RecordIndex.Item> items,
        Map<Long, String> redacted,
        Map<Long, String> reasons) {
    SegmentContent {
        items = List.copyOf(items);
        redacted = Map.copyOf(redacted);
        reasons = Map.copyOf(reasons);
    }
}
