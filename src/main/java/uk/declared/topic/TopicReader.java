package uk.declared.topic;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Reads the one partition of a topic from one place to another. To be closed after use. */
final class TopicReader implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** So many messages before the end are looked through for the last entry first. */
    private static final long NEAR = 16;

    private final Consumer<String, byte[]> consumer;
    private final TopicPartition partition;

    TopicReader(TopicClient client, String topic) {
        this.consumer = client.consumer();
        this.partition = new TopicPartition(topic, 0);
        consumer.assign(List.of(partition));
    }

    /** Takes messages; false where it wants no more. */
    @FunctionalInterface
    interface Taker {
        boolean take(ConsumerRecord<String, byte[]> message) throws Trouble.TroubleException;
    }

    long begin() {
        return consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
    }

    /** Where what was committed ends. */
    long end() {
        return consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
    }

    void seek(long offset) {
        consumer.seek(partition, offset);
    }

    /** The offset of what comes next. */
    long position() {
        return consumer.position(partition);
    }

    /** What comes next, as soon as something does. */
    Iterable<ConsumerRecord<String, byte[]>> poll(Duration longest) {
        return consumer.poll(longest);
    }

    /** Hands on what was committed from one offset up to another one. */
    void read(long from, long to, Taker taker) throws Trouble.TroubleException {
        consumer.seek(partition, from);
        long heard = System.nanoTime();
        while (consumer.position(partition) < to) {
            long before = consumer.position(partition);
            for (ConsumerRecord<String, byte[]> message : consumer.poll(Duration.ofMillis(500))) {
                if (message.offset() >= to || !taker.take(message)) {
                    return;
                }
            }
            if (consumer.position(partition) > before) {
                heard = System.nanoTime();
            } else if (System.nanoTime() - heard > PATIENCE.toNanos()) {
                throw new TimeoutException("Nothing came from " + partition + " for " + PATIENCE.toSeconds() + " s");
            }
        }
    }

    /** The first entry of the topic; absent where it has none. */
    Optional<EntryMessage> first() throws Trouble.TroubleException {
        Found found = new Found();
        read(begin(), end(), message -> {
            found.last = EntryMessage.of(message).or(() -> found.last);
            return found.last.isEmpty();
        });
        return found.last;
    }

    /** The last entry of the topic that is there as a whole; absent where it has none. */
    Optional<EntryMessage> last() throws Trouble.TroubleException {
        long begin = begin();
        long end = end();
        for (long near = NEAR; ; near *= NEAR) {
            long from = Math.max(begin, end - near);
            Found found = new Found();
            read(from, end, message -> {
                found.last =
                        EntryMessage.of(message).filter(EntryMessage::completes).or(() -> found.last);
                return true;
            });
            if (found.last.isPresent() || from == begin) {
                return found.last;
            }
        }
    }

    private static final class Found {
        private Optional<EntryMessage> last = Optional.empty();
    }

    @Override
    public void close() {
        consumer.close(Duration.ZERO);
    }
}
