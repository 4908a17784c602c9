package uk.declared.web.health;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import uk.declared.deployment.Deployment;

/** Logs once when something is no longer as it should be, and once when it is again; and applies what a failure left behind. */
@Component
@ConditionalOnBean(Deployment.class)
final class HealthWatch {
    private static final Logger LOG = LoggerFactory.getLogger(HealthWatch.class);

    private final Readiness readiness;
    private final Deployment deployment;
    private List<String> before = List.of();

    HealthWatch(Readiness readiness, Deployment deployment) {
        this.readiness = readiness;
        this.deployment = deployment;
    }

    @Scheduled(fixedDelayString = "${declared.health.every:PT10S}")
    void look() {
        Readiness.Found found = readiness.look();
        if (found.entries().isPresent()) {
            catchUp();
        }
        List<String> now = java.util.stream.Stream.concat(found.reasons().stream(), found.warnings().stream())
                .filter(reason -> !reason.key().equals("behind"))
                .map(reason -> reason.key() + " " + reason.details())
                .toList();
        List<String> kinds =
                now.stream().map(each -> each.substring(0, each.indexOf(' '))).toList();
        if (!kinds.equals(before)) {
            if (now.isEmpty()) {
                LOG.info("All is as it should be again");
            } else {
                LOG.warn("Not as it should be ({}): {}", found.isReady() ? "but ready" : "not ready", now);
            }
            before = kinds;
        }
    }

    private void catchUp() {
        try {
            deployment.catchUp();
        } catch (RuntimeException e) {
            LOG.warn("The store is behind the record and could not be brought up to it yet: {}", e.toString());
        }
    }
}
