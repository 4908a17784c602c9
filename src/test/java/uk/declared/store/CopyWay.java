package uk.declared.store;

/** The two ways to copy a store. */
enum CopyWay {
    ANEW {
        @Override
        Successor begin(EmbeddedStore store, Runnable step) {
            return store.successor(step);
        }
    },
    QUICKLY {
        @Override
        Successor begin(EmbeddedStore store, Runnable step) {
            return store.quickSuccessor(step);
        }
    };

    abstract Successor begin(EmbeddedStore store, Runnable step);

    void renew(EmbeddedStore store) {
        try (Successor successor = begin(store, () -> {})) {
            successor.takeOver();
        }
    }
}
