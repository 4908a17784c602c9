package uk.declared.topic;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.rdfpatch.changes.RDFChangesBase;
import org.apache.jena.rdfpatch.text.RDFChangesWriterText;
import uk.declared.record.Head;

/**
 * Makes messages of what entries change. What one entry changes becomes one message, or where it is large, several, each a
 * patch with a transaction of its own.
 */
final class PatchMessages extends RDFChangesBase {
    /** So many bytes of a patch are a part. */
    private static final int PART = 4 << 20;

    /** What stands around a literal, or is a blank node's name. */
    private static final int AROUND = 48;

    private final String base;
    private final long head;
    private final Clock clock;
    private final Consumer<EntryMessage> out;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private RDFChangesWriterText writer = RDFChangesWriterText.create(bytes);
    private long written;
    private Optional<Open> open = Optional.empty();
    private int part = 1;

    /**
     * @param base where the record's URIs begin
     * @param head the record's last entry
     * @param out takes the messages
     */
    PatchMessages(String base, long head, Clock clock, Consumer<EntryMessage> out) {
        this.base = base;
        this.head = head;
        this.clock = clock;
        this.out = out;
    }

    /** The entry whose changes are told now. */
    private record Open(Head entry, String line, Optional<EntryMessage.FileAt> file) {}

    /** Begins an entry; what is told from now on is its. */
    void begin(Head entry, String line, Optional<EntryMessage.FileAt> file) {
        end();
        open = Optional.of(new Open(entry, line, file));
        part = 1;
        beginPatch();
    }

    /** Ends the entry that was begun last. */
    void end() {
        open.ifPresent(entry -> send(entry, true));
        open = Optional.empty();
    }

    private void beginPatch() {
        bytes.reset();
        written = 0;
        writer = RDFChangesWriterText.create(bytes);
        writer.start();
        writer.txnBegin();
    }

    private void send(Open entry, boolean last) {
        writer.txnCommit();
        writer.finish();
        writer.close();
        out.accept(new EntryMessage(
                base,
                entry.entry(),
                part,
                head,
                last ? Optional.of(entry.line()) : Optional.empty(),
                last ? entry.file() : Optional.empty(),
                bytes.toByteArray(),
                clock.instant()));
    }

    @Override
    public void add(Node graph, Node subject, Node predicate, Node object) {
        writer.add(graph, subject, predicate, object);
        wrote(graph, subject, predicate, object);
    }

    @Override
    public void delete(Node graph, Node subject, Node predicate, Node object) {
        writer.delete(graph, subject, predicate, object);
        wrote(graph, subject, predicate, object);
    }

    /** The writer holds back what it wrote, so that the length is about that of the terms. */
    private void wrote(Node... terms) {
        for (Node term : terms) {
            written += term.isURI() ? term.getURI().length() + 3L : AROUND;
            written += term.isLiteral() ? term.getLiteralLexicalForm().length() : 0;
        }
        if (written >= PART) {
            send(open.orElseThrow(), false);
            part++;
            beginPatch();
        }
    }
}
