package uk.declared.web.submission;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import uk.declared.access.Holder;
import uk.declared.deployment.Deployment;
import uk.declared.projection.Compacted;
import uk.declared.topic.RecordFollower;
import uk.declared.upkeep.Retention;

/** Deletes every night what was sent and is to be kept no longer, and drafts whose time is over; and keeps the store small. */
@Component
@EnableScheduling
@ConditionalOnBean(Deployment.class)
final class Housekeeping {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    private final Deployment deployment;
    private final Period period;
    private final boolean follows;

    /** @param period how long what was sent is kept, such as {@code P1Y} */
    Housekeeping(
            Deployment deployment,
            ObjectProvider<RecordFollower> follower,
            @Value("${declared.submissions.keep:}") String period) {
        this.deployment = deployment;
        this.follows = follower.getIfAvailable() != null;
        this.period = period.isBlank() ? Retention.USUAL : Period.parse(period);
    }

    /** The day on which what is sent now is deleted. */
    LocalDate deletionDate() {
        return Retention.deletionDate(Instant.now(), period);
    }

    @Scheduled(cron = "${declared.submissions.purge:0 30 4 * * *}")
    void purge() {
        if (follows) {
            // Whom it follows says what is to be deleted. A word of its own would part the two records.
            return;
        }
        List<String> deleted = deployment.upkeep().purge(period);
        if (!deleted.isEmpty()) {
            deployment.audit().note(Holder.SERVER, "purge", Map.of("files", Integer.toString(deleted.size())));
            LOG.info("Deleted {} submissions that were sent longer than {} ago", deleted.size(), period);
        }
    }

    /** Every minute, since a night of many results can fill a disk. */
    @Scheduled(fixedDelay = 60_000)
    void compactIfDue() {
        deployment.upkeep().compactIfDueBesideOthers().ifPresent(Housekeeping::say);
    }

    /** Every night on which no results come in. */
    @Scheduled(cron = "${declared.store.compact:0 0 5 * * *}")
    void compactIfWorthIt() {
        deployment.upkeep().compactIfWorthIt().ifPresent(Housekeeping::say);
    }

    private static void say(Compacted done) {
        LOG.info("The store was compacted: {} bytes before, {} after", done.before(), done.after());
    }
}
