package uk.declared.projection;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.declared.composition.FactsCache;
import uk.declared.linkeddata.Uris;
import uk.declared.record.Head;
import uk.declared.record.RecordLog;
import uk.declared.record.RecordReader;
import uk.declared.store.Position;
import uk.declared.store.Renewable;
import uk.declared.store.Store;
import uk.declared.store.StoreChange;
import uk.declared.store.StoreUnavailableException;
import uk.declared.store.Successor;

/**
 * Brings the store to where the record is. Whatever stopped the process after the record was written, the next start
 * carries on here.
 */
public final class StoreUpdater {
    private static final Logger LOG = LoggerFactory.getLogger(StoreUpdater.class);
    private static final int APART = 200;

    /** So many entries at least are worth a bulk loader. */
    private static final long MANY = 500;

    private static final long NOWHERE = -1;

    /** A successor catches up so often at most before others wait for it, unless fewer entries than {@link #FEW} are missing. */
    private static final int ROUNDS = 30;

    private static final long FEW = 3;

    /** After so many entries at once predicates are counted again. */
    private static final long COUNTED = 300;

    private final ReentrantLock turn = new ReentrantLock(true);
    private final AtomicInteger waiting = new AtomicInteger();
    private long lastBegun = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(APART);
    private final Uris uris;
    private final RecordLog record;
    private final Store store;
    private final Projection projection;
    private final ReleaseProjection releases;
    private final long many;
    private volatile long lastSeen;
    private final FactsCache facts = new FactsCache();

    /** After which entry of the record the store is as {@link #facts} have it. */
    private long factsAt = NOWHERE;

    public StoreUpdater(Uris uris, RecordLog record, Store store, Projection projection, ReleaseProjection releases) {
        this(uris, record, store, projection, releases, MANY);
    }

    /** @param many so many entries at least are given to a bulk loader */
    public StoreUpdater(
            Uris uris, RecordLog record, Store store, Projection projection, ReleaseProjection releases, long many) {
        this.many = many;
        this.uris = uris;
        this.record = record;
        this.store = store;
        this.projection = projection;
        this.releases = releases;
    }

    /** What was read of councils when the store was last written to. */
    public FactsCache facts() {
        return facts;
    }

    /** The number of the last entry that the store is known to have seen, were it not to answer now. */
    public long applied() {
        try {
            lastSeen = store.applied().sequence();
        } catch (StoreUnavailableException e) {
            LOG.debug("{}", e.getMessage());
        }
        return lastSeen;
    }

    /**
     * Applies the entries that the store has not seen, in one transaction. Who comes while another one applies waits, and finds that the
     * next one has taken along what several wait for. While several wait, commits are {@value #APART} milliseconds apart, since each
     * costs the store some megabytes; one that nobody else waits for begins at once.
     *
     * @throws IllegalStateException where the store has seen what the record does not have, or a file that reference
     *     data was imported from is gone
     */
    public void catchUp() throws IOException {
        waiting.incrementAndGet();
        turn.lock();
        try {
            if (store.applied().sequence() < record.head().sequence()) {
                letOthersJoin();
                lastBegun = System.nanoTime();
            }
            applyAll(record.head(), false);
        } finally {
            turn.unlock();
            waiting.decrementAndGet();
        }
    }

    /**
     * Does the same at a start, when nobody waits for an answer: where the store is made anew, its indexes are packed too.
     *
     * @throws IllegalStateException as {@link #catchUp()}
     */
    public void catchUpAtStart() throws IOException {
        turn.lock();
        try {
            applyAll(record.head(), true);
        } finally {
            turn.unlock();
        }
    }

    /** Applies the entries up to one of the record's. */
    public void catchUp(Head upTo) throws IOException {
        turn.lock();
        try {
            applyAll(upTo, false);
        } finally {
            turn.unlock();
        }
    }

    private void letOthersJoin() {
        long left = TimeUnit.MILLISECONDS.toNanos(APART) - (System.nanoTime() - lastBegun);
        if (waiting.get() > 1 && left > 0) {
            LockSupport.parkNanos(left);
        }
    }

    private void applyAll(Head head, boolean pack) throws IOException {
        Position applied = store.applied();
        if (applied.sequence() == head.sequence() && applied.hash().equals(head.hash())) {
            deriveWhatIsMissing(applied);
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
        long entries = head.sequence() - applied.sequence();
        if (store instanceof Renewable renewable && entries >= many && entries >= applied.sequence()) {
            makeAnew(renewable, head, pack);
        } else {
            applyEach(applied, head);
            if (store instanceof Renewable renewable && entries >= COUNTED) {
                renewable.count();
            }
        }
    }

    private void applyEach(Position applied, Head head) throws IOException {
        deriveWhatIsMissing(applied);
        long from = applied.sequence();
        while (from < head.sequence()) {
            Head next = head.sequence() - from <= store.entriesAtOnce() ? head : headAt(from + store.entriesAtOnce());
            apply(from, new Position(next.sequence(), next.hash()));
            from = next.sequence();
        }
        if (applied.equals(Position.START)) {
            VocabularyGraph.keep(store, uris);
        }
    }

    private void apply(long from, Position upTo) throws IOException {
        if (factsAt != from) {
            facts.forget();
        }
        factsAt = NOWHERE;
        try (RecordReader entries = record.readBetween(from, upTo.sequence())) {
            store.apply(
                    new ProjectionIterator(entries, projection, releases, new SeatProjection(uris, record, facts)),
                    upTo);
        }
        factsAt = upTo.sequence();
    }

    private Head headAt(long sequence) throws IOException {
        return new Head(sequence, record.entry(sequence).hash());
    }

    /** A store that was stopped between what the record says and what follows from it derives the latter now. */
    private void deriveWhatIsMissing(Position applied) throws IOException {
        Position derived = store.derived();
        if (derived.equals(applied)) {
            return;
        }
        SeatProjection seats = new SeatProjection(uris, record);
        try (RecordReader entries = record.readBetween(derived.sequence(), applied.sequence())) {
            entries.forEachRemaining(seats::note);
        }
        store.apply(List.<StoreChange>copyOf(seats.changes()).iterator(), applied);
    }

    /**
     * Where there is more to add than there is, a bulk loader is quicker and leaves smaller files. Whoever has just published does not
     * wait for these to be packed: that is for the next compaction.
     */
    private void makeAnew(Renewable renewable, Head head, boolean pack) throws IOException {
        try (Successor successor = made(renewable, head, releases, pack, () -> {})) {
            successor.takeOver();
        }
        forgetFacts();
    }

    private void forgetFacts() {
        facts.forget();
        factsAt = NOWHERE;
    }

    /**
     * Makes a store anew that another version of the program made, while others go on.
     *
     * @param step is run again and again on the way; what it throws ends the work without effect
     * @throws IllegalStateException where a file that reference data was imported from is gone
     */
    void renew(Renewable renewable, Runnable step) throws IOException {
        ReleaseProjection own = releases.again();
        record.imports().forEach(each -> own.check(each.entry()));
        try (Successor successor = made(renewable, record.head(), own, true, step)) {
            replace(successor);
        }
    }

    private Successor made(Renewable renewable, Head head, ReleaseProjection imports, boolean pack, Runnable step)
            throws IOException {
        WholeRecord whole =
                new WholeRecord(record, projection, imports, new SeatProjection(uris, record), head.sequence());
        try (RecordReader entries = record.readBetween(0, head.sequence())) {
            Successor successor = renewable.successor(quads -> whole.quads(entries, quad -> {
                step.run();
                quads.accept(quad);
            }));
            try {
                complete(successor, whole, new Position(head.sequence(), head.hash()), step);
                if (pack) {
                    successor.pack();
                }
                return successor;
            } catch (RuntimeException | Error e) {
                successor.close();
                throw e;
            }
        }
    }

    private void complete(Successor successor, WholeRecord whole, Position position, Runnable step) {
        successor.store().apply(each(whole.rest(), step), position);
        try (Derivations derived = new Derivations(successor.store(), whole.derivations())) {
            successor.store().apply(each(derived, step), position);
        }
        VocabularyGraph.keep(successor.store(), uris);
    }

    private static Iterator<StoreChange> each(Iterator<StoreChange> changes, Runnable step) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return changes.hasNext();
            }

            @Override
            public StoreChange next() {
                step.run();
                return changes.next();
            }
        };
    }

    /**
     * Brings a successor up to date while others go on, and puts it in the store's place between two commits. Each round takes what came
     * in the one before, so that nearly nothing is left for the last, in which others wait.
     */
    private void replace(Successor successor) throws IOException {
        StoreUpdater beside = new StoreUpdater(uris, record, successor.store(), projection, releases.again());
        for (int round = 0; round < ROUNDS && beside.isBehind(); round++) {
            beside.catchUp();
        }
        turn.lock();
        try {
            Head head = record.head();
            applyAll(head, false);
            beside.catchUp(head);
            successor.takeOver();
            forgetFacts();
        } finally {
            turn.unlock();
        }
    }

    private boolean isBehind() {
        return record.head().sequence() - store.applied().sequence() > FEW;
    }
}
