package uk.declared.store.remote;

import java.time.Duration;
import uk.declared.store.StoreUnavailableException;

/**
 * Whether a store answered when it was asked last. One that did not is left alone for a while, twice as long after each time, so that
 * nobody waits for it in vain.
 */
final class Contact {
    private static final long FIRST_PAUSE_MILLIS = 250;
    private static final long LONGEST_PAUSE_MILLIS = 2_000;

    private final String store;
    private String reason = "";
    private long pause;
    private long until;

    Contact(String store) {
        this.store = store;
    }

    /** @throws StoreUnavailableException while the store is left alone */
    synchronized void require() {
        long left = until - System.nanoTime();
        if (pause > 0 && left > 0) {
            throw new StoreUnavailableException(store, reason, Duration.ofNanos(left));
        }
    }

    synchronized void succeeded() {
        pause = 0;
    }

    synchronized StoreUnavailableException failed(String why) {
        reason = why;
        pause = Math.min(LONGEST_PAUSE_MILLIS, Math.max(FIRST_PAUSE_MILLIS, 2 * pause));
        until = System.nanoTime() + Duration.ofMillis(pause).toNanos();
        return new StoreUnavailableException(store, why, Duration.ofMillis(pause));
    }
}
