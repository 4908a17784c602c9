package uk.declared.web.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import uk.declared.deployment.Deployment;
import uk.declared.store.ForeignStoreException;
import uk.declared.store.Renewable;
import uk.declared.store.Store;
import uk.declared.store.StoreUnavailableException;
import uk.declared.topic.Lag;
import uk.declared.topic.Trouble;
import uk.declared.web.topic.TopicHealth;

/** Asks the store a query and tries a write to the data folder, and says what keeps the server from its work. */
@Component
final class Readiness {
    private static final Query ANYTHING = QueryFactory.create("ASK {}");

    private final Store store;
    private final Optional<Deployment> deployment;
    private final TopicHealth topic;

    Readiness(Store store, ObjectProvider<Deployment> deployment, TopicHealth topic) {
        this.topic = topic;
        this.store = store;
        this.deployment = Optional.ofNullable(deployment.getIfAvailable());
    }

    /**
     * One thing that is not as it should be.
     *
     * @param key names it, and its text in the messages
     * @param details fill the text's gaps
     */
    record Reason(String key, List<Object> details) {
        static Reason of(String key, Object... details) {
            return new Reason(key, List.of(details));
        }
    }

    /**
     * What was found.
     *
     * @param reasons why the server cannot do its work; none where it can
     * @param warnings what somebody should look at, though it can
     * @param entries how many entries of the record can be seen; absent where the store does not answer
     * @param unpublished how many entries the topic lacks that the record is published to; absent where it is to none
     * @param lag how far this server is behind the one that it follows; absent where it follows none
     */
    record Found(
            List<Reason> reasons,
            List<Reason> warnings,
            Optional<Long> entries,
            Optional<Long> unpublished,
            Optional<Lag> lag) {
        boolean isReady() {
            return reasons.isEmpty();
        }
    }

    Found look() {
        List<Reason> reasons = new ArrayList<>();
        List<Reason> warnings = new ArrayList<>();
        Optional<Long> entries = Optional.empty();
        try {
            store.ask(ANYTHING, Map.of());
            entries = Optional.of(store.applied().sequence());
        } catch (ForeignStoreException e) {
            String kind = e.kind() == ForeignStoreException.Kind.RECORD ? "store-of-another" : "store-of-others";
            reasons.add(new Reason(kind, List.copyOf(e.details())));
        } catch (StoreUnavailableException e) {
            reasons.add(Reason.of("store-away", e.reason()));
        } catch (RuntimeException e) {
            reasons.add(Reason.of("store", e.getClass().getSimpleName()));
        }
        if (deployment.isPresent()) {
            deployment.get().health().writeFailure().ifPresent(why -> reasons.add(Reason.of("disk", why)));
            deployment
                    .get()
                    .health()
                    .clockBehind()
                    .ifPresent(behind -> warnings.add(Reason.of("clock", behind.toSeconds())));
            if (entries.isPresent()) {
                long behind = deployment.get().health().behind();
                if (store.isOfAnotherProjection()) {
                    warnings.add(Reason.of(store instanceof Renewable ? "renewed" : "to-be-rebuilt"));
                }
                if (behind > 0) {
                    warnings.add(Reason.of("behind", behind));
                }
            }
        }
        topic.publishing().ifPresent(trouble -> warnings.add(reason(TopicHealth.PUBLISHING, trouble)));
        topic.following().ifPresent(trouble -> warnings.add(reason(TopicHealth.FOLLOWING, trouble)));
        return new Found(reasons, warnings, entries, topic.unpublished(), topic.lag());
    }

    private static Reason reason(String doing, Trouble trouble) {
        return new Reason(doing.substring("health.".length()) + TopicHealth.key(trouble.kind()), trouble.details());
    }
}
