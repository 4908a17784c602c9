package uk.declared.topic;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Makes the topics of a record where they are missing: of one partition, and kept for ever but for what was sent. */
final class TopicMaker {
    /** How long topics that were deleted may take to be gone, in nanoseconds. */
    private static final long PATIENCE = Duration.ofSeconds(15).toNanos();

    private static final long LOOK = 50;
    private static final String FOR_EVER = "-1";
    private static final Duration DAY = Duration.ofDays(1);

    private final TopicClient client;
    private final Duration keepSent;

    /** @param keepSent how long what was sent stays in its topic */
    TopicMaker(TopicClient client, Duration keepSent) {
        this.client = client;
        this.keepSent = keepSent;
    }

    /** Makes what is missing. */
    void make() throws Trouble.TroubleException, InterruptedException {
        try (Admin admin = client.admin()) {
            for (String name : client.address().topics()) {
                Optional<TopicDescription> there = describe(admin, name);
                if (there.isEmpty()) {
                    create(admin, name);
                } else if (there.get().partitions().size() != 1) {
                    throw new Trouble.TroubleException(
                            Trouble.Kind.PARTITIONS,
                            name,
                            there.get().partitions().size());
                }
            }
        }
    }

    /** Deletes all of them with what they hold, and makes them again. */
    void makeAnew() throws Trouble.TroubleException, InterruptedException {
        try (Admin admin = client.admin()) {
            for (String name : client.address().topics()) {
                delete(admin, name);
            }
        }
        make();
    }

    private static void delete(Admin admin, String name) throws InterruptedException {
        try {
            admin.deleteTopics(List.of(name)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                throw new KafkaException(e.getCause());
            }
        }
        long end = System.nanoTime() + PATIENCE;
        while (describe(admin, name).isPresent()) {
            if (System.nanoTime() > end) {
                throw new TimeoutException("The topic " + name + " was deleted and is still there");
            }
            Thread.sleep(LOOK);
        }
    }

    private static Optional<TopicDescription> describe(Admin admin, String name) throws InterruptedException {
        try {
            return Optional.ofNullable(
                    admin.describeTopics(List.of(name)).allTopicNames().get().get(name));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw new KafkaException(e.getCause());
        }
    }

    private void create(Admin admin, String name) throws InterruptedException {
        try {
            admin.createTopics(
                            List.of(new NewTopic(name, Optional.of(1), Optional.empty()).configs(configuration(name))))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new KafkaException(e.getCause());
            }
        }
    }

    private Map<String, String> configuration(String name) {
        boolean passes = name.equals(client.address().sent());
        Map<String, String> all = new HashMap<>();
        all.put(TopicConfig.RETENTION_MS_CONFIG, passes ? Long.toString(keepSent.toMillis()) : FOR_EVER);
        all.put(TopicConfig.RETENTION_BYTES_CONFIG, FOR_EVER);
        all.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
        all.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(TopicClient.LARGEST));
        if (passes) {
            // Brokers delete whole segments: with one a day nothing stays for more than a day beyond its time.
            all.put(TopicConfig.SEGMENT_MS_CONFIG, Long.toString(DAY.toMillis()));
        }
        return all;
    }
}
