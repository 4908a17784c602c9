package uk.declared.topic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;

/**
 * Makes the clients of a topic.
 *
 * @param address of the topic
 * @param properties a file of properties of Kafka's clients, such as who one is and which certificates are trusted
 */
public record TopicClient(TopicAddress address, Optional<Path> properties) {
    /** The largest message, in bytes before compression: an entry's line and a piece of its patch. */
    static final int LARGEST = 16 << 20;

    private static final int REQUEST_MILLIS = 5_000;
    private static final int GIVE_UP_MILLIS = 15_000;

    /** An import of a country's geography is one transaction. Brokers allow a quarter of an hour unless told otherwise. */
    private static final int TRANSACTION_MILLIS = 600_000;

    /** Reads from one partition, only what was committed; where it stands is the reader's to remember. */
    Consumer<String, byte[]> consumer() {
        Map<String, Object> all = common();
        all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        all.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1000);
        return new DefaultKafkaConsumerFactory<>(asSet(all), new StringDeserializer(), new ByteArrayDeserializer())
                .createConsumer();
    }

    /** Writes in transactions; a further one that is made for the same topic ends this one's right to write. */
    DefaultKafkaProducerFactory<String, byte[]> producers() {
        Map<String, Object> all = common();
        all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        all.put(ProducerConfig.ACKS_CONFIG, "all");
        all.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip");
        all.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        all.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 << 10);
        all.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST);
        all.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 64L << 20);
        all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, GIVE_UP_MILLIS);
        all.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, GIVE_UP_MILLIS);
        all.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_MILLIS);
        DefaultKafkaProducerFactory<String, byte[]> factory =
                new DefaultKafkaProducerFactory<>(asSet(all), new StringSerializer(), new ByteArraySerializer());
        factory.setPhysicalCloseTimeout(1);
        factory.setTransactionIdPrefix("declared-" + address.name() + "-");
        return factory;
    }

    /** Closes a producer, waiting no more than a second for a broker that may be gone. */
    static void close(Producer<String, byte[]> producer, DefaultKafkaProducerFactory<String, byte[]> factory) {
        producer.close(Duration.ZERO);
        factory.destroy();
    }

    Admin admin() {
        return Admin.create(asSet(common()));
    }

    private Map<String, Object> common() {
        Map<String, Object> all = new HashMap<>();
        all.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
        all.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, GIVE_UP_MILLIS);
        all.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 2_000);
        // Of a broker that is gone for a while the client would otherwise ask for its addresses without a pause.
        all.put(CommonClientConfigs.METADATA_RECOVERY_STRATEGY_CONFIG, "none");
        all.put("enable.metrics.push", false);
        return all;
    }

    /** What the operator's file says comes last, but for what the program rests on. */
    private Map<String, Object> asSet(Map<String, Object> all) {
        properties.ifPresent(file -> read(file).forEach((name, value) -> all.put(name.toString(), value)));
        all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, address.servers());
        return all;
    }

    private static Properties read(Path file) {
        Properties read = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            read.load(in);
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The file of Kafka's client, " + file + " (declared.kafka.client), cannot be read", e);
        }
    }
}
