package uk.declared.topic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.declared.deployment.Deployment;
import uk.declared.folder.DataFolder;
import uk.declared.ground.SystemClock;
import uk.declared.record.DamagedRecordException;
import uk.declared.record.Head;
import uk.declared.record.RecordLog;

/**
 * Keeps a deployment the same as the one that publishes to a topic.
 *
 * <ol>
 *   <li>The record says which entry comes next. An offset that was noted says where to look for it; where that leads too far, the
 *       topic is read from its beginning.
 *   <li>What came before is passed over; what follows must fit the chain of hashes.
 *   <li>Files that an entry needs are fetched before it is appended.
 *   <li>Whole submissions are appended to the record, byte for byte, and applied to the store as everywhere.
 * </ol>
 *
 * Killed at any point, it goes on with the entry that its record lacks.
 */
public final class RecordFollower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RecordFollower.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final long PAUSE = 1_000;

    /** Where nothing comes, it is asked so often whether the broker is there. */
    private static final Duration ASK = Duration.ofSeconds(2);

    /** Of a record that is far ahead so much is gathered before it is appended and applied, in characters. */
    private static final long GATHERED = 256L << 20;

    private final Deployment deployment;
    private final RecordLog record;
    private final TopicClient client;
    private final Path noted;
    private final Runnable redacted;
    private final Thread thread;
    private final Stop stop = new Stop();
    private volatile long known;
    private volatile Optional<Instant> lacking = Optional.empty();
    private volatile Optional<Trouble> trouble = Optional.empty();
    private volatile Consumer<Duration> delays = delay -> {};

    private RecordFollower(Deployment deployment, TopicClient client, Runnable redacted) {
        this.deployment = deployment;
        this.record = deployment.record();
        this.client = client;
        this.redacted = redacted;
        this.noted = deployment.folder("topic").resolve("offset");
        this.known = record.head().sequence();
        this.thread = new Thread(this::run, "topic-follower");
        thread.setDaemon(true);
    }

    /**
     * Begins to follow; it goes on until it is closed.
     *
     * @param redacted runs when content has to be taken out of the record, which can only be done while nobody has it open; nothing is
     *     followed any more from then on
     */
    public static RecordFollower start(Deployment deployment, TopicClient client, Runnable redacted) {
        RecordFollower follower = new RecordFollower(deployment, client, redacted);
        try {
            Files.writeString(deployment.folder(DataFolder.COPY_OF), client.address() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        follower.thread.start();
        return follower;
    }

    /** How far behind it is, as far as it has heard. */
    public Lag lag() {
        long entries = Math.max(0, known - deployment.store().applied().sequence());
        Duration time = lacking.map(since -> Duration.between(since, SystemClock.UTC.instant()))
                .filter(duration -> !duration.isNegative())
                .orElse(Duration.ZERO);
        return entries == 0 ? Lag.NONE : new Lag(entries, time);
    }

    /** Why nothing is followed at present; absent where nothing is in the way. */
    public Optional<Trouble> trouble() {
        return trouble;
    }

    /** Where it follows. */
    public TopicAddress address() {
        return client.address();
    }

    /** Tells somebody from now on how long each entry took from being sent to being seen here. */
    public void tell(Consumer<Duration> of) {
        this.delays = of;
    }

    private void run() {
        while (!stop.isAsked()) {
            try {
                if (!follow()) {
                    redacted.run();
                    return;
                }
            } catch (org.apache.kafka.common.errors.InterruptException e) {
                return;
            } catch (Trouble.TroubleException e) {
                say(e.trouble());
            } catch (KafkaException e) {
                say(Trouble.of(e, client.address()));
            } catch (DamagedRecordException e) {
                say(Trouble.of(
                        Trouble.Kind.OTHER_RECORD,
                        client.address().name(),
                        record.head().sequence() + 1));
            } catch (IOException | RuntimeException e) {
                say(Trouble.of(Trouble.Kind.FAILED, Trouble.text(e)));
            } catch (Error e) {
                // What ends the thread is told for as long as the server runs.
                say(Trouble.of(Trouble.Kind.FAILED, e.toString()));
                throw e;
            }
            if (stop.await(PAUSE)) {
                return;
            }
        }
    }

    private void say(Trouble found) {
        if (!stop.isAsked()
                && trouble.map(Trouble::kind).filter(found.kind()::equals).isEmpty()) {
            LOG.warn(
                    "{} cannot be followed ({} {}). It is tried again.",
                    client.address(),
                    found.kind(),
                    found.details());
        }
        trouble = Optional.of(found);
    }

    private void allIsWell() {
        if (trouble.isPresent()) {
            LOG.info(
                    "{} is followed again, from entry {} on",
                    client.address(),
                    record.head().sequence() + 1);
            trouble = Optional.empty();
        }
    }

    /** @return whether it was closed; not where content is to be taken out of the record */
    private boolean follow() throws IOException, DamagedRecordException, Trouble.TroubleException {
        try (TopicReader topic = new TopicReader(client, client.address().name())) {
            Arrived arrived = new Arrived(record.head());
            boolean fromBeginning = seek(topic);
            Instant asked = Instant.MIN;
            while (!stop.isAsked()) {
                boolean some = false;
                try {
                    for (ConsumerRecord<String, byte[]> received : topic.poll(POLL)) {
                        some = true;
                        Optional<EntryMessage> message = EntryMessage.of(received);
                        if (message.isPresent() && !take(message.get(), arrived, fromBeginning)) {
                            topic.seek(topic.begin());
                            fromBeginning = true;
                            break;
                        }
                    }
                } catch (OffsetOutOfRangeException e) {
                    topic.seek(topic.begin());
                    fromBeginning = true;
                }
                boolean gathered = arrived.last().sequence() >= known || arrived.characters() > GATHERED || !some;
                if (arrived.isWhole() && gathered) {
                    append(arrived);
                    if (arrived.redacts()) {
                        return false;
                    }
                    note(topic.position());
                    arrived = new Arrived(record.head());
                }
                Instant now = SystemClock.UTC.instant();
                if (some) {
                    allIsWell();
                } else if (asked.plus(ASK).isBefore(now)) {
                    topic.end();
                    allIsWell();
                    asked = now;
                }
            }
            return true;
        }
    }

    /** @return whether it begins at the topic's beginning */
    private boolean seek(TopicReader topic) throws IOException {
        if (record.head().sequence() > 0 && Files.isRegularFile(noted)) {
            try {
                topic.seek(Long.parseLong(Files.readString(noted).strip()));
                return false;
            } catch (NumberFormatException e) {
                // A note that is torn says nothing.
                Files.delete(noted);
            }
        }
        topic.seek(topic.begin());
        return true;
    }

    /** Where to look after the next start; it need not be right. */
    private void note(long offset) throws IOException {
        Files.createDirectories(noted.resolveSibling(""));
        Files.writeString(noted, offset + "\n");
    }

    /** @return whether it is where it should be; not where entries are missing between it and the record */
    private boolean take(EntryMessage message, Arrived arrived, boolean fromBeginning)
            throws IOException, Trouble.TroubleException {
        if (!message.base().equals(deployment.uris().base())) {
            throw new Trouble.TroubleException(
                    Trouble.Kind.OTHER_BASE, client.address().name(), message.base());
        }
        long sequence = message.entry().sequence();
        Head last = arrived.last();
        if (sequence <= last.sequence()) {
            if (sequence == last.sequence() && !message.entry().equals(last)) {
                throw new Trouble.TroubleException(
                        Trouble.Kind.OTHER_RECORD, client.address().name(), sequence);
            }
            return true;
        }
        if (sequence > last.sequence() + 1) {
            if (fromBeginning) {
                throw new Trouble.TroubleException(
                        Trouble.Kind.BEGINS_LATE, client.address().name(), sequence);
            }
            return false;
        }
        known = Math.max(known, Math.max(message.head(), sequence));
        if (lacking.isEmpty()) {
            lacking = Optional.of(message.sent());
        }
        if (message.completes()) {
            arrived.take(message, client, deployment.kept());
        }
        return true;
    }

    private void append(Arrived arrived) throws IOException, DamagedRecordException {
        if (arrived.redacts()) {
            Redactions.note(deployment.folder(""));
        }
        deployment.copy(arrived.lines());
        for (String file : arrived.deleted()) {
            Files.deleteIfExists(deployment.kept().path(file));
        }
        arrived.first().ifPresent(sent -> delays.accept(Duration.between(sent, SystemClock.UTC.instant())));
        lacking = Optional.empty();
    }

    @Override
    public void close() {
        stop.end(thread);
    }
}
