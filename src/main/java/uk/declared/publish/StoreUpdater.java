package uk.declared.publish;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import uk.declared.linkeddata.Uris;
import uk.declared.record.Head;
import uk.declared.record.RecordLog;
import uk.declared.record.RecordReader;
import uk.declared.store.Position;
import uk.declared.store.Store;

/**
 * Brings the store to where the record is. Whatever stopped the process after the record was written, the next start
 * carries on here.
 */
final class StoreUpdater {
    private static final int APART = 200;

    private final ReentrantLock turn = new ReentrantLock(true);
    private final AtomicInteger waiting = new AtomicInteger();
    private long lastBegun = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(APART);
    private final Uris uris;
    private final RecordLog record;
    private final Store store;
    private final Projection projection;
    private final ReleaseProjection releases;

    StoreUpdater(Uris uris, RecordLog record, Store store, Projection projection, ReleaseProjection releases) {
        this.uris = uris;
        this.record = record;
        this.store = store;
        this.projection = projection;
        this.releases = releases;
    }

    /** The number of the last entry that the store has seen. */
    long applied() {
        return store.applied().sequence();
    }

    /**
     * Applies the entries that the store has not seen, in one transaction. Who comes while another one applies waits, and finds that the
     * next one has taken along what several wait for. While several wait, commits are {@value #APART} milliseconds apart, since each
     * costs the store some megabytes; one that nobody else waits for begins at once.
     *
     * @throws IllegalStateException where the store has seen what the record does not have, or a file that reference
     *     data was imported from is gone
     */
    void catchUp() throws IOException {
        waiting.incrementAndGet();
        turn.lock();
        try {
            if (store.applied().sequence() < record.head().sequence()) {
                letOthersJoin();
                lastBegun = System.nanoTime();
            }
            applyAll();
        } finally {
            turn.unlock();
            waiting.decrementAndGet();
        }
    }

    private void letOthersJoin() {
        long left = TimeUnit.MILLISECONDS.toNanos(APART) - (System.nanoTime() - lastBegun);
        if (waiting.get() > 1 && left > 0) {
            LockSupport.parkNanos(left);
        }
    }

    private void applyAll() throws IOException {
        Position applied = store.applied();
        Head head = record.head();
        if (applied.sequence() == head.sequence() && applied.hash().equals(head.hash())) {
            return;
        }
        if (!record.has(new Head(applied.sequence(), applied.hash()))) {
            throw new IllegalStateException(
                    "The store holds entry " + applied.sequence()
                            + ", which the record does not have. Run `declared rebuild` to make the store anew from the record.");
        }
        record.imports().stream()
                .filter(each -> each.sequence() > applied.sequence())
                .forEach(each -> releases.check(each.entry()));
        try (RecordReader entries = record.readAfter(applied.sequence())) {
            store.apply(
                    new ProjectionIterator(entries, projection, releases, new SeatProjection(uris, record)),
                    new Position(head.sequence(), head.hash()));
        }
    }
}
