package uk.declared.web.topic;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import uk.declared.topic.Lag;
import uk.declared.topic.RecordFollower;
import uk.declared.topic.RecordPublisher;
import uk.declared.topic.Trouble;

/** How publishing to a topic, or following one, goes; nothing where neither is done. */
@Component
public final class TopicHealth {
    /** Where the names of the texts begin. */
    public static final String PUBLISHING = "health.publish.";

    public static final String FOLLOWING = "health.follow.";

    private final Optional<RecordPublisher> publisher;
    private final Optional<RecordFollower> follower;

    TopicHealth(ObjectProvider<RecordPublisher> publisher, ObjectProvider<RecordFollower> follower) {
        this.publisher = Optional.ofNullable(publisher.getIfAvailable());
        this.follower = Optional.ofNullable(follower.getIfAvailable());
    }

    /** How the names of the texts end. */
    public static String key(Trouble.Kind kind) {
        return switch (kind) {
            case UNREACHABLE -> "unreachable";
            case DENIED -> "denied";
            case SETTINGS -> "settings";
            case PARTITIONS -> "partitions";
            case OTHER_RECORD -> "other-record";
            case OTHER_BASE -> "other-base";
            case REPLACED -> "replaced";
            case BEGINS_LATE -> "begins-late";
            case FILE_MISSING -> "file-missing";
            case FAILED -> "failed";
        };
    }

    /** Why nothing is published at present; absent where nothing is in the way, or nothing is published. */
    public Optional<Trouble> publishing() {
        return publisher.flatMap(RecordPublisher::trouble);
    }

    /** How many entries the topic lacks; absent where nothing is published. */
    public Optional<Long> unpublished() {
        return publisher.map(RecordPublisher::behind);
    }

    /** Why nothing is followed at present; absent where nothing is in the way, or nothing is followed. */
    public Optional<Trouble> following() {
        return follower.flatMap(RecordFollower::trouble);
    }

    /** How far this server is behind the one that it follows; absent where it follows none. */
    public Optional<Lag> lag() {
        return follower.map(RecordFollower::lag);
    }

    /** Measures both. */
    public void bind(MeterRegistry registry) {
        publisher.ifPresent(of -> Gauge.builder("declared.topic.unpublished", of, RecordPublisher::behind)
                .description("How many entries of the record the topic lacks")
                .register(registry));
        follower.ifPresent(of -> {
            Gauge.builder(
                            "declared.follow.behind.entries",
                            of,
                            each -> each.lag().entries())
                    .description("How many entries this server is known to lack")
                    .register(registry);
            Gauge.builder(
                            "declared.follow.behind.seconds",
                            of,
                            each -> each.lag().seconds())
                    .description("For how long it has lacked the first of them")
                    .register(registry);
            Timer delay = Timer.builder("declared.follow.delay")
                    .description("From when an entry was sent to when it can be seen here")
                    .publishPercentiles(0.5, 0.99)
                    .register(registry);
            of.tell(delay::record);
        });
    }
}
