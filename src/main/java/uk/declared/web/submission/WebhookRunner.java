package uk.declared.web.submission;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import uk.declared.deployment.Deployment;
import uk.declared.ground.SystemClock;
import uk.declared.night.NightBook;
import uk.declared.topic.RecordFollower;
import uk.declared.webhook.WebhookDeliveries;
import uk.declared.webhook.Webhooks;

/** Tells webhooks of new declarations, beside everything else that the server does. One that follows another leaves it to that one. */
@Component
@ConditionalOnBean(Deployment.class)
@ConditionalOnMissingBean(RecordFollower.class)
final class WebhookRunner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookRunner.class);

    private final WebhookDeliveries deliveries;

    WebhookRunner(Deployment deployment, NightBook nights) {
        Webhooks hooks = new Webhooks(deployment.folder(""), SystemClock.UTC);
        this.deliveries = new WebhookDeliveries(deployment, nights, hooks, SystemClock.UTC);
    }

    @Scheduled(fixedDelayString = "${declared.webhooks.every:PT2S}")
    void run() {
        try {
            deliveries.begin();
        } catch (IOException | JacksonException e) {
            LOG.warn("Webhooks could not be told: {}", e.toString());
        }
    }

    @Override
    public void close() {
        deliveries.close();
    }
}
