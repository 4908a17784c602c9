package uk.declared.topic;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import uk.declared.deployment.Deployment;
import uk.declared.ground.SystemClock;
import uk.declared.record.Head;
import uk.declared.record.RecordLog;

/**
 * Publishes the record to a topic, beside everything else: who declares never waits for it.
 *
 * <ol>
 *   <li>The topics are made where they are missing. A further publisher of the same topic ends the right of this one to write.
 *   <li>Where the topic has what was taken out of the record since, it is deleted and made anew.
 *   <li>The topic's last entry says how far it is; it must be one of this record's.
 *   <li>The {@link Shadow} is brought to where the topic is: by its own files, or from the topic.
 *   <li>The entries that follow are applied to the shadow, and what they change is sent, in one transaction of the broker, which
 *       is committed before the shadow's.
 *   <li>Whatever fails undoes both and begins at the first step again, after a pause.
 * </ol>
 */
public final class RecordPublisher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RecordPublisher.class);

    /** So often it is looked whether the record has grown, in milliseconds. */
    private static final long LOOK = 50;

    private static final long SHORTEST_PAUSE = 500;
    private static final long LONGEST_PAUSE = 4_000;

    private final Deployment deployment;
    private final RecordLog record;
    private final TopicClient client;
    private final Duration keepSent;
    private final Clock clock;
    private final Thread thread;
    private final Stop stop = new Stop();
    private volatile long published = -1;
    private volatile Optional<Trouble> trouble = Optional.empty();

    private RecordPublisher(Deployment deployment, TopicClient client, Duration keepSent) {
        this.deployment = deployment;
        this.record = deployment.record();
        this.client = client;
        this.keepSent = keepSent;
        this.clock = SystemClock.UTC;
        this.thread = new Thread(this::run, "topic-publisher");
        thread.setDaemon(true);
    }

    /**
     * Begins to publish; it goes on until it is closed.
     *
     * @param keepSent how long what was sent stays in a topic of its own; zero where it is not to go there
     */
    public static RecordPublisher start(Deployment deployment, TopicClient client, Duration keepSent) {
        RecordPublisher publisher = new RecordPublisher(deployment, client, keepSent);
        publisher.thread.start();
        return publisher;
    }

    /** How many entries of the record the topic does not have yet; all where it is not known what it has. */
    public long behind() {
        return record.head().sequence() - Math.max(0, published);
    }

    /** Why nothing is written at present; absent where nothing is in the way. */
    public Optional<Trouble> trouble() {
        return trouble;
    }

    private void run() {
        long pause = SHORTEST_PAUSE;
        while (!stop.isAsked()) {
            long before = published;
            try {
                publish();
            } catch (InterruptedException | org.apache.kafka.common.errors.InterruptException e) {
                return;
            } catch (Trouble.TroubleException e) {
                say(e.trouble());
                if (e.trouble().kind() == Trouble.Kind.REPLACED) {
                    return;
                }
            } catch (KafkaException e) {
                say(Trouble.of(e, client.address()));
            } catch (IOException | RuntimeException e) {
                say(Trouble.of(Trouble.Kind.FAILED, Trouble.text(e)));
            } catch (Error e) {
                // What ends the thread is told for as long as the server runs.
                say(Trouble.of(Trouble.Kind.FAILED, e.toString()));
                throw e;
            }
            pause = published > before ? SHORTEST_PAUSE : Math.min(LONGEST_PAUSE, 2 * pause);
            if (stop.await(pause)) {
                return;
            }
        }
    }

    private void say(Trouble found) {
        if (!stop.isAsked()
                && trouble.map(Trouble::kind).filter(found.kind()::equals).isEmpty()) {
            LOG.warn(
                    "The record cannot be published to {} ({} {}). It is tried again.",
                    client.address(),
                    found.kind(),
                    found.details());
        }
        trouble = Optional.of(found);
    }

    private void publish() throws IOException, InterruptedException, Trouble.TroubleException {
        TopicMaker maker = new TopicMaker(client, keepSent);
        maker.make();
        DefaultKafkaProducerFactory<String, byte[]> factory = client.producers();
        Producer<String, byte[]> producer = factory.createProducer();
        try (Shadow shadow = new Shadow(deployment.folder("topic").resolve("store"))) {
            if (TakenOut.isIn(client, record)) {
                LOG.info("{} has what was taken out of the record: it is made anew", client.address());
                maker.makeAnew();
            }
            toWhereTheTopicIs(shadow);
            LOG.info("The record is published to {}, from entry {} on", client.address(), published + 1);
            trouble = Optional.empty();
            Batch batch = new Batch(deployment, client.address(), producer, !keepSent.isZero(), clock);
            while (!stop.isAsked()) {
                if (record.head().sequence() > published) {
                    published = batch.send(shadow).sequence();
                    shadow.compactIfDue(() -> !stop.isAsked());
                } else {
                    stop.await(LOOK);
                }
            }
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
            throw new Trouble.TroubleException(
                    Trouble.Kind.REPLACED, client.address().name());
        } finally {
            TopicClient.close(producer, factory);
        }
    }

    private void toWhereTheTopicIs(Shadow shadow) throws IOException, Trouble.TroubleException {
        try (TopicReader topic = new TopicReader(client, client.address().name())) {
            Optional<EntryMessage> last = topic.last();
            Head head = last.map(EntryMessage::entry).orElse(Head.EMPTY);
            if (last.isPresent() && !last.get().base().equals(deployment.uris().base())) {
                throw new Trouble.TroubleException(
                        Trouble.Kind.OTHER_BASE,
                        client.address().name(),
                        last.get().base());
            }
            if (!record.has(head)) {
                throw new Trouble.TroubleException(
                        Trouble.Kind.OTHER_RECORD, client.address().name(), head.sequence());
            }
            if (shadow.at().sequence() > head.sequence() || !record.has(shadow.at())) {
                shadow.empty();
            }
            if (!shadow.at().equals(head)) {
                shadow.follow(topic);
            }
            published = head.sequence();
        }
    }

    @Override
    public void close() {
        stop.end(thread);
    }
}
