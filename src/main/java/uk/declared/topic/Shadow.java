package uk.declared.topic;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.apache.commons.io.FileUtils;
import org.apache.jena.rdfpatch.RDFChanges;
import org.apache.jena.rdfpatch.text.RDFPatchReaderText;
import uk.declared.record.Head;
import uk.declared.store.EmbeddedStore;
import uk.declared.store.Position;
import uk.declared.store.Successor;

/**
 * A store that holds what whoever followed the topic from its beginning has. What the next entry changes there is what is sent
 * next. It can be thrown away: it is made again from the topic.
 */
final class Shadow implements AutoCloseable {
    /** So many messages of the topic are one transaction. */
    private static final int TOGETHER = 500;

    /** Below this size, in bytes, nothing is worth making it small. */
    private static final long SMALL = 200L << 20;

    private static final double MOST = 1.9;

    private final Path folder;
    private EmbeddedStore store;

    Shadow(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
        this.store = EmbeddedStore.open(folder);
    }

    EmbeddedStore store() {
        return store;
    }

    Head at() {
        Position applied = store.applied();
        return new Head(applied.sequence(), applied.hash());
    }

    /** Throws away what it holds. */
    void empty() throws IOException {
        store.close();
        FileUtils.deleteDirectory(folder.toFile());
        Files.createDirectories(folder);
        store = EmbeddedStore.open(folder);
    }

    /**
     * Takes what the topic has and this has not.
     *
     * @throws Trouble.TroubleException where the topic does not begin with the record's first entry
     */
    void follow(TopicReader topic) throws Trouble.TroubleException {
        List<EntryMessage> waiting = new ArrayList<>();
        long had = at().sequence();
        topic.read(topic.begin(), topic.end(), message -> {
            Optional<EntryMessage> found =
                    EntryMessage.of(message).filter(each -> each.entry().sequence() > had);
            if (found.isEmpty()) {
                return true;
            }
            if (waiting.isEmpty() && found.get().entry().sequence() > at().sequence() + 1) {
                throw new Trouble.TroubleException(
                        Trouble.Kind.BEGINS_LATE,
                        message.topic(),
                        found.get().entry().sequence());
            }
            waiting.add(found.get());
            if (found.get().completes() && waiting.size() >= TOGETHER) {
                apply(waiting);
            }
            return true;
        });
        apply(waiting);
    }

    private void apply(List<EntryMessage> messages) {
        if (messages.isEmpty()) {
            return;
        }
        Head last = messages.get(messages.size() - 1).entry();
        store.patch(
                changes -> messages.forEach(message -> read(message, changes)),
                new Position(last.sequence(), last.hash()));
        messages.clear();
    }

    private static void read(EntryMessage message, RDFChanges changes) {
        new RDFPatchReaderText(new ByteArrayInputStream(message.patch())).apply(changes);
    }

    /** Writes its files anew where they have grown beyond what they hold. */
    void compactIfDue(BooleanSupplier goesOn) {
        if (store.bytes() <= MOST * Math.max(SMALL, store.bytesWhenMade())) {
            return;
        }
        try (Successor successor = store.successor(() -> {
            if (!goesOn.getAsBoolean()) {
                throw new CancellationException();
            }
        })) {
            successor.pack();
            successor.takeOver();
        } catch (CancellationException e) {
            // It is done after the next start.
            return;
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
