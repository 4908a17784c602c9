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
        log.acknowledge(new OpenSegment.Addition(head, items, points, reasons));
        committed = true;
    }

    private Entry write(Entry.Content content) throws IOException {
        EntryCodec.Line line = EntryCodec.write(head.sequence() + 1, head.hash(), content);
        points.add(new SegmentIndex.Point(line.entry().sequence(), log.size()));
        log.write(line.text());
        head = new Head(line.entry().sequence(), line.entry().hash());
        return line.entry();
    }

    @Override
    public void close() {
        if (!committed) {
            log.cutBack(start);
        }
    }
}
