package uk.declared.night;

import uk.declared.composition.FactsCache;
import uk.declared.store.Store;

/** What is known of councils by whoever writes to the store, and read beside it once for all that are worked out from one state of the store. */
final class FactsBeside {
    private final Store store;
    private final FactsCache shared;
    private FactsCache facts = new FactsCache();
    private long readAt = -1;

    /** @param shared what the store's writer knows */
    FactsBeside(Store store, FactsCache shared) {
        this.store = store;
        this.shared = shared;
    }

    synchronized FactsCache now() {
        long now = store.applied().sequence();
        if (now != readAt) {
            facts = shared.copy();
            readAt = now;
        }
        return facts;
    }
}
