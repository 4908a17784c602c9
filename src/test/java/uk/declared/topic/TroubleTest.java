package uk.declared.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;

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
    void anAddressHasBrokersAndAName() {
        assertThat(TopicAddress.of(" kafka:b1:9092,b2:9093/declared "))
                .contains(new TopicAddress("b1:9092,b2:9093", "declared"));
        assertThat(TopicAddress.of("kafka:b1/declared")).isEmpty();
        assertThat(TopicAddress.of("http://b1:9092/declared")).isEmpty();
        assertThat(TopicAddress.of("kafka:b1:9092/")).isEmpty();
    }
}
