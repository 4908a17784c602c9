package uk.declared.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TroubleTest {
    private static final TopicAddress ADDRESS = new TopicAddress("broker:9092", "declared");

    @Test
    void aBrokerThatRefusesIsNotCalledUnreachable() {
        assertThat(Trouble.of(new SaslAuthenticationException("Wrong password"), ADDRESS))
                .isEqualTo(Trouble.of(Trouble.Kind.DENIED, "kafka:broker:9092/declared", "Wrong password"));
        assertThat(Trouble.of(new KafkaException("No", new TopicAuthorizationException(Set.of("declared"))), ADDRESS)
                        .kind())
                .isEqualTo(Trouble.Kind.DENIED);
    }

    @Test
    void aBrokerThatDoesNotAnswerIs() {
        assertThat(Trouble.of(new TimeoutException("Nothing came"), ADDRESS))
                .isEqualTo(Trouble.of(Trouble.Kind.UNREACHABLE, "kafka:broker:9092/declared", "Nothing came"));
    }

    @Test
    void settingsThatNoClientBeginsWithAreNamedWithWhatIsWrongInThem(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(
                folder.resolve("client.properties"),
                "security.protocol=SSL\nssl.truststore.location=" + folder.resolve("not-there.p12") + "\n");
        TopicClient client = new TopicClient(new TopicAddress("localhost:9092", "declared"), Optional.of(file));

        KafkaException thrown = assertThrows(KafkaException.class, client::admin);

        Trouble trouble = Trouble.of(thrown, ADDRESS);
        assertThat(trouble.kind()).isEqualTo(Trouble.Kind.SETTINGS);
        assertThat(trouble.details().get(1).toString()).contains("not-there.p12");
    }

    @Test
    void anAddressHasBrokersAndAName() {
        assertThat(TopicAddress.of(" kafka:b1:9092,b2:9093/declared "))
                .contains(new TopicAddress("b1:9092,b2:9093", "declared"));
        assertThat(TopicAddress.of("kafka:b1/declared")).isEmpty();
        assertThat(TopicAddress.of("http://b1:9092/declared")).isEmpty();
        assertThat(TopicAddress.of("kafka:b1:9092/")).isEmpty();
    }
}
