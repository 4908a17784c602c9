package uk.declared.record;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The declarations of one submission, or the imports of one file, on their way into the record. They are acknowledged together by {@link #commit};
 * closing a batch that was not committed takes them back.
 */
public final class RecordBatch implements AutoCloseable {
    private final RecordLog log;
    private final List<RecordIndex.Item> items = new ArrayList<>();
    private final List<SegmentIndex.Point> points = new ArrayList<>();
    private final Map<Long, String> redacted = new HashMap<>();
    private final Map<Long, String> reasons = new HashMap<>();
    private final long start;
    private Head head;
    private int declarations;
    private boolean committed;

    RecordBatch(RecordLog log, Head head) throws IOException {
        this.log = log;
        this.head = head;
        this.start = log.size();
    }

    /** Writes one declaration; nobody sees it until the commit. */
    public void add(DeclarationEntry declaration) throws IOException {
        RecordIndex.Item.of(write(new Entry.Declared(declaration, false))).ifPresent(items::add);
        declarations++;
    }

    /** Writes one import; nobody sees it until the commit. */
    public void add(ImportEntry release) throws IOException {
        RecordIndex.Item.of(write(new Entry.Imported(release))).ifPresent(items::add);
    }

    /** Writes that an earlier entry's content is taken out. */
    public void add(Entry.Redaction redaction) throws IOException {
        RecordIndex.Item.of(write(redaction)).ifPresent(items::add);
        reasons.put(redaction.entry(), redaction.entryHash());
    }

    /** Writes that what was sent was deleted. */
    public void add(Entry.Deletion deletion) throws IOException {
        write(deletion);
    }

    /** How many declarations, imports and redactions the batch holds. */
    public int size() {
        return items.size();
    }

    /**
     * Writes the commit and forces everything to disk. When this returns, the declarations cannot be lost.
     *
     * @param submission the SHA-256 of what was sent
     */
    public void commit(String submission) throws IOException {
        commit(submission, Map.of());
    }

    /**
     * The same, keeping what was said beside the file.
     *
     * @param beside by name; what it takes to read the file again as it was read
     */
    public void commit(String submission, Map<String, String> beside) throws IOException {
        write(new Entry.Commit(submission, declarations, beside));
        acknowledge();
    }

    /**
     * Writes entries as another record has them, byte for byte, and forces them to disk.
     *
     * @param lines whole submissions; who took content out must be among them or here already
     * @throws DamagedRecordException where one is not what its hash says, or does not follow the one before it
     */
    void copy(List<String> lines) throws IOException, DamagedRecordException {
        boolean whole = lines.isEmpty();
        for (String line : lines) {
            Entry entry = EntryCodec.read(line);
            if (entry.sequence() != head.sequence() + 1 || !entry.previous().equals(head.hash())) {
                throw new DamagedRecordException("Entry " + entry.sequence()
                        + ", which was sent, does not follow entry " + head.sequence() + " of this record");
            }
            note(entry);
            append(entry, line);
            whole = entry.content() instanceof Entry.Commit;
        }
        if (!whole) {
            throw new DamagedRecordException("What was sent ends within a submission");
        }
        if (!reasons.entrySet().containsAll(redacted.entrySet())) {
            throw new DamagedRecordException(
                    "An entry was sent without its content, and none says that it was taken out");
        }
        acknowledge();
    }

    private void note(Entry entry) {
        RecordIndex.Item.of(entry).ifPresent(items::add);
        if (entry.content() instanceof Entry.Declared declared && declared.redacted()) {
            redacted.put(entry.sequence(), entry.hash());
        } else if (entry.content() instanceof Entry.Redaction redaction) {
            reasons.put(redaction.entry(), redaction.entryHash());
        }
    }

    private void acknowledge() throws IOException {
        log.acknowledge(new OpenSegment.Addition(head, items, points, redacted, reasons));
        committed = true;
    }

    private Entry write(Entry.Content content) throws IOException {
        EntryCodec.Line line = EntryCodec.write(head.sequence() + 1, head.hash(), content);
        append(line.entry(), line.text());
        return line.entry();
    }

    private void append(Entry entry, String line) throws IOException {
        points.add(new SegmentIndex.Point(entry.sequence(), log.size()));
        log.write(line);
        head = new Head(entry.sequence(), entry.hash());
    }

    @Override
    public void close() {
        if (!committed) {
            log.cutBack(start);
        }
    }
}
