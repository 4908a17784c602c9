package uk.declared.night;

import java.util.Optional;
import uk.declared.composition.FactsCache;
import uk.declared.deployment.Deployment;
import uk.declared.store.Store;

/**
 * What is known of councils by whoever reads beside the store's writer: what the writer knows, and what was read since, as long as nothing came that
 * concerns the council.
 */
public final class FactsBeside {
    private final Store store;
    private final FactsCache writers;
    private final CouncilNews news;
    private FactsCache facts = new FactsCache();
    private long readAt = -1;

    /** @param writers what the store's writer knows; nothing where nobody writes to it */
    public FactsBeside(Store store, FactsCache writers, CouncilNews news) {
        this.store = store;
        this.writers = writers;
        this.news = news;
    }

    public static FactsBeside of(Deployment deployment) {
        Store store = deployment.store();
        return new FactsBeside(store, deployment.facts(), new CouncilNews(store, Optional.of(deployment.history())));
    }

    /** For the state that the store is in now. */
    synchronized FactsCache now() {
        long now = store.applied().sequence();
        if (now != readAt) {
            long before = readAt;
            FactsCache next = writers.copy();
            next.adopt(facts, council -> news.of(council) <= before);
            facts = next;
            readAt = now;
        }
        return facts;
    }
}
