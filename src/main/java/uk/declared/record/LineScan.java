package uk.declared.record;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the lines of one file of a record, checks the chain, and finds where the last commit ends. */
final class LineScan {
    private static final int PIECE = 1 << 16;

    private final Head before;
    private final List<RecordIndex.Item> items = new ArrayList<>();
    private final List<RecordIndex.Item> pending = new ArrayList<>();
    private final List<SegmentIndex.Point> points = new ArrayList<>();
    private final Map<Long, String> redacted = new HashMap<>();
    private final Map<Long, String> reasons = new HashMap<>();
    private Head head;
    private Head committed;
    private long committedBytes;

    /** @param before the last entry of the file before it */
    LineScan(Head before) {
        this.before = before;
        this.head = before;
        this.committed = before;
    }

    /** What the acknowledged lines say. */
    SegmentContent content() {
        return new SegmentContent(before.sequence() + 1, before.hash(), committed, items, redacted, reasons);
    }

    /** Where each acknowledged entry begins. */
    List<SegmentIndex.Point> points() {
        return points.stream()
                .filter(point -> point.sequence() <= committed.sequence())
                .toList();
    }

    long committedBytes() {
        return committedBytes;
    }

    boolean endsWithCommit() {
        return head.equals(committed);
    }

    /**
     * A line that cannot be read ends what counts. It is damage where a commit follows, since that was written only after
     * everything before it; otherwise it belongs to a submission that was never acknowledged.
     *
     * @return what was wrong with the line that ended it, where one did
     */
    Optional<DamagedRecordException> read(InputStream in) throws IOException, DamagedRecordException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        byte[] piece = new byte[PIECE];
        long bytes = 0;
        long begin = 0;
        Optional<DamagedRecordException> damage = Optional.empty();
        for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
            int from = 0;
            for (int at = 0; at < length; at++) {
                if (piece[at] != '\n') {
                    continue;
                }
                line.write(piece, from, at - from);
                String text = line.toString(StandardCharsets.UTF_8);
                line.reset();
                from = at + 1;
                if (damage.isEmpty()) {
                    damage = takeOrExplain(text, begin, bytes + from);
                } else if (isCommit(text)) {
                    throw damage.get();
                }
                begin = bytes + from;
            }
            line.write(piece, from, length - from);
            bytes += length;
        }
        return damage;
    }

    private Optional<DamagedRecordException> takeOrExplain(String text, long begin, long bytes) {
        try {
            take(EntryCodec.read(text), begin, bytes);
            return Optional.empty();
        } catch (DamagedRecordException e) {
            return Optional.of(new DamagedRecordException(
                    "Entry " + (head.sequence() + 1) + " of the record is damaged: " + e.getMessage()));
        }
    }

    private static boolean isCommit(String text) {
        try {
            return EntryCodec.read(text).content() instanceof Entry.Commit;
        } catch (DamagedRecordException e) {
            return false;
        }
    }

    private void take(Entry entry, long begin, long bytes) throws DamagedRecordException {
        if (entry.sequence() != head.sequence() + 1 || !entry.previous().equals(head.hash())) {
            throw new DamagedRecordException("it does not follow the entry before it");
        }
        head = new Head(entry.sequence(), entry.hash());
        points.add(new SegmentIndex.Point(entry.sequence(), begin));
        RecordIndex.Item.of(entry).ifPresent(pending::add);
        if (entry.content() instanceof Entry.Declared declared && declared.redacted()) {
            redacted.put(entry.sequence(), entry.hash());
        } else if (entry.content() instanceof Entry.Redaction redaction) {
            reasons.put(redaction.entry(), redaction.entryHash());
        } else if (entry.content() instanceof Entry.Commit) {
            items.addAll(pending);
            pending.clear();
            committed = head;
            committedBytes = bytes;
        }
    }
}
