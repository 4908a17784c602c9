package uk.declared.night;

import uk.declared.composition.CommonFacts;
import uk.declared.store.Store;

/** What is no single council's, read once for all councils that are worked out from one state of the store. */
final class CommonToAll {
    private final Store store;
    private CommonFacts facts = new CommonFacts();
    private long readAt = -1;

    CommonToAll(Store store) {
        this.store = store;
    }

    synchronized CommonFacts now() {
        long now = store.applied().sequence();
        if (now != readAt) {
            facts = new CommonFacts();
            readAt = now;
        }
        return facts;
    }
}
