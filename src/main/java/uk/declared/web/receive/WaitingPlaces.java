package uk.declared.web.receive;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;

/** The places for bodies that are not here yet, of all clients and of each. */
final class WaitingPlaces {
    private final Semaphore free;
    private final int mostOfOne;
    private final ConcurrentMap<String, Integer> taken;

    /** @param taken how many each client holds, here and elsewhere */
    WaitingPlaces(int most, int mostOfOne, ConcurrentMap<String, Integer> taken) {
        this.free = new Semaphore(most);
        this.mostOfOne = mostOfOne;
        this.taken = taken;
    }

    static ConcurrentMap<String, Integer> nobody() {
        return new ConcurrentHashMap<>();
    }

    /** Whether there was a place; who has it gives it back. */
    boolean take(String client) {
        if (taken.merge(client, 1, Integer::sum) > mostOfOne) {
            leave(client);
            return false;
        }
        if (!free.tryAcquire()) {
            leave(client);
            return false;
        }
        return true;
    }

    void giveBack(String client) {
        free.release();
        leave(client);
    }

    private void leave(String client) {
        taken.computeIfPresent(client, (same, count) -> count == 1 ? null : count - 1);
    }
}
