package uk.declared.topic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Optional;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.InterruptException;
import uk.declared.deployment.Deployment;
import uk.declared.folder.KeptSubmissions;
import uk.declared.projection.EntryByEntry;
import uk.declared.record.Entry;
import uk.declared.record.Head;
import uk.declared.record.RecordLog;
import uk.declared.record.RecordReader;

/** Sends what follows the shadow's position: whole submissions, in one transaction. */
final class Batch {
    /** After so many entries a transaction ends with the submission that it is in. */
    private static final long MOST = 1000;

    private final Deployment deployment;
    private final RecordLog record;
    private final KeptSubmissions kept;
    private final TopicAddress address;
    private final Producer<String, byte[]> producer;
    private final boolean withSubmissions;
    private final Clock clock;
    private boolean imports;

    Batch(
            Deployment deployment,
            TopicAddress address,
            Producer<String, byte[]> producer,
            boolean withSubmissions,
            Clock clock) {
        this.deployment = deployment;
        this.record = deployment.record();
        this.kept = deployment.kept();
        this.address = address;
        this.producer = producer;
        this.withSubmissions = withSubmissions;
        this.clock = clock;
    }

    /** @return the last entry that was sent */
    Head send(Shadow shadow) throws IOException {
        Head head = record.head();
        Head upTo = upTo(shadow.at(), head);
        PatchMessages messages = new PatchMessages(
                deployment.uris().base(),
                head.sequence(),
                clock,
                message -> producer.send(message.toSend(address.name())));
        // Where this fails the producer is closed, and the beginning of the next one ends its transaction.
        producer.beginTransaction();
        imports = false;
        new EntryByEntry(deployment.uris(), record, kept)
                .apply(
                        shadow.store(),
                        upTo,
                        (entry, line) -> messages.begin(new Head(entry.sequence(), entry.hash()), line, file(entry)),
                        messages,
                        () -> {
                            messages.end();
                            producer.commitTransaction();
                        });
        return upTo;
    }

    /** The end of the submission that the last of so many entries is in. */
    private Head upTo(Head from, Head head) throws IOException {
        if (head.sequence() - from.sequence() <= MOST) {
            return head;
        }
        try (RecordReader entries = record.readBetween(from.sequence(), head.sequence())) {
            while (entries.hasNext()) {
                Entry entry = entries.next();
                if (entry.content() instanceof Entry.Commit && entry.sequence() - from.sequence() >= MOST) {
                    return new Head(entry.sequence(), entry.hash());
                }
            }
        }
        return head;
    }

    /** The file that a submission came in goes with its end. */
    private Optional<EntryMessage.FileAt> file(Entry entry) {
        if (entry.content() instanceof Entry.Imported) {
            imports = true;
        }
        if (!(entry.content() instanceof Entry.Commit commit)) {
            return Optional.empty();
        }
        boolean reference = imports;
        imports = false;
        if (!(reference || withSubmissions) || !Files.isRegularFile(kept.path(commit.submission()))) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    FilePieces.send(kept.path(commit.submission()), commit.submission(), reference, address, producer));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
