package uk.declared.web.topic;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.declared.deployment.Deployment;
import uk.declared.topic.RecordFollower;
import uk.declared.topic.RecordPublisher;
import uk.declared.topic.TopicAddress;
import uk.declared.topic.TopicClient;
import uk.declared.upkeep.Retention;

/** Publishes the record where a topic is named for that. A server that follows another one publishes nothing. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBean(Deployment.class)
@ConditionalOnMissingBean(RecordFollower.class)
@ConditionalOnProperty("declared.kafka.publish-to")
class TopicConfiguration {
    private static final Duration WEEK = Duration.ofDays(7);

    @Bean
    RecordPublisher recordPublisher(
            Deployment deployment,
            @Value("${declared.kafka.publish-to:}") String address,
            @Value("${declared.kafka.client:}") String client,
            @Value("${declared.kafka.submissions:false}") boolean submissions,
            @Value("${declared.submissions.keep:}") String keep) {
        return RecordPublisher.start(
                deployment,
                new TopicClient(
                        TopicAddress.of(address).orElseThrow(),
                        Optional.of(client).filter(file -> !file.isBlank()).map(Path::of)),
                submissions ? keepSent(keep) : Duration.ZERO);
    }

    /** What was sent stays in its topic for a week, or as long as it is kept at all where that is shorter. */
    private static Duration keepSent(String keep) {
        Period kept = keep.isBlank() ? Retention.USUAL : Period.parse(keep);
        LocalDate day = LocalDate.EPOCH;
        Duration all = Duration.ofDays(ChronoUnit.DAYS.between(day, day.plus(kept)));
        return all.compareTo(WEEK) < 0 ? all : WEEK;
    }
}
