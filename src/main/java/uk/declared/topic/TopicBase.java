package uk.declared.topic;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the URIs of a topic's record begin: what a replica must know before it has anything. */
public final class TopicBase {
    private static final Logger LOG = LoggerFactory.getLogger(TopicBase.class);
    private static final long PAUSE = 2_000;

    private TopicBase() {}

    /**
     * Waits until the topic has an entry, and tells its base.
     *
     * @param stop ends the waiting when it is counted down
     * @return nothing where the waiting was ended
     */
    public static Optional<String> await(TopicClient client, CountDownLatch stop) throws InterruptedException {
        String said = "";
        do {
            String reason;
            try (TopicReader topic = new TopicReader(client, client.address().name())) {
                Optional<EntryMessage> first = topic.first();
                if (first.isPresent()) {
                    return Optional.of(first.get().base());
                }
                reason = "it has no entry yet";
            } catch (KafkaException | Trouble.TroubleException e) {
                reason = String.valueOf(e.getMessage());
            }
            if (!reason.equals(said)) {
                LOG.warn("Waiting for the first entry of {}: {}", client.address(), reason);
                said = reason;
            }
        } while (!stop.await(PAUSE, TimeUnit.MILLISECONDS));
        return Optional.empty();
    }
}
