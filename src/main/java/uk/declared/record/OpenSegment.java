package uk.declared.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the open file of a record holds, kept so that an entry in it is found at once, and for the index of when it is closed. */
final class OpenSegment {
    private final List<SegmentIndex.Point> points;
    private final List<RecordIndex.Item> items;
    private final Map<Long, String> redacted;
    private final Map<Long, String> reasons;
    private Head before;

    OpenSegment(SegmentContent content, List<SegmentIndex.Point> points) {
        this.before = new Head(content.first() - 1, content.previous());
        this.points = new ArrayList<>(points);
        this.items = new ArrayList<>(content.items());
        this.redacted = new HashMap<>(content.redacted());
        this.reasons = new HashMap<>(content.reasons());
    }

    /**
     * What one commit adds.
     *
     * @param head the last entry
     * @param items what is kept in memory of the entries
     * @param points where each of them begins
     * @param redacted the hashes of those that came without their content, by their numbers
     * @param reasons what they say was taken out
     */
    record Addition(
            Head head,
            List<RecordIndex.Item> items,
            List<SegmentIndex.Point> points,
            Map<Long, String> redacted,
            Map<Long, String> reasons) {}

    void add(Addition addition) {
        items.addAll(addition.items());
        points.addAll(addition.points());
        redacted.putAll(addition.redacted());
        reasons.putAll(addition.reasons());
    }

    /** The number of the first entry in the file, or of the one to come. */
    long first() {
        return before.sequence() + 1;
    }

    /** Where an entry begins; the end of what is known for one that is not there. */
    SegmentIndex.Point before(long sequence) {
        int at = (int) Math.min(sequence - first(), points.size() - 1L);
        return at < 0 ? new SegmentIndex.Point(first(), 0) : points.get(at);
    }

    SegmentContent content(Head last) {
        return new SegmentContent(first(), before.hash(), last, items, redacted, reasons);
    }

    /** Begins an empty file. */
    void begin(Head last) {
        before = last;
        points.clear();
        items.clear();
        redacted.clear();
        reasons.clear();
    }
}
