package uk.declared.projection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.declared.election.BallotId;
import uk.declared.record.RecordLog;
import uk.declared.store.Renewable;
import uk.declared.store.Successor;

/**
 * Makes the store small. TDB2 never overwrites a block, so that with every commit some are left that nobody reads. A successor is made
 * beside the store from what the store holds, takes along what is written meanwhile while everybody goes on, and takes the
 * store's place between two commits.
 */
public final class Compaction {
    private static final Logger LOG = LoggerFactory.getLogger(Compaction.class);

    /** More than so many times the size when it was last made is too much at any time: with the successor beside it, it is three times. */
    private static final double MOST = 1.9;

    /** So much more is worth the work at night. */
    private static final double WORTH_IT = 1.3;

    /** Below this size, in bytes, nothing is worth it. */
    private static final long SMALL = 200L << 20;

    /** What a contest takes in a store that was just made, in bytes. */
    private static final long A_CONTEST = 60_000;

    /** What is done while others want it too takes one part in so many of the time of one processor. */
    private static final int SHARE = 3;

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final RecordLog record;
    private final Renewable store;
    private final StoreUpdater updater;
    private final Clock clock;
    private volatile boolean stopped;
    private volatile boolean renewalFailed;

    public Compaction(RecordLog record, Renewable store, StoreUpdater updater, Clock clock) {
        this.record = record;
        this.store = store;
        this.updater = updater;
        this.clock = clock;
    }

    /** Whether the store has become so large that it cannot wait, or was made by another version of the program and no results are coming in. */
    public boolean isDue() {
        return store.bytes() > MOST * usual() || isToBeRenewed() && !isPollingNight();
    }

    /** Whether it is a good time, and worth the work. */
    public boolean isWorthItNow() {
        return store.bytes() > WORTH_IT * usual() && !isPollingNight();
    }

    private boolean isToBeRenewed() {
        return !renewalFailed && store.isOfAnotherProjection();
    }

    private long usual() {
        long made = store.bytesWhenMade();
        return Math.max(SMALL, Math.max(made, record.contests() * A_CONTEST));
    }

    private boolean isPollingNight() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), LONDON);
        return record.ids().stream()
                .map(BallotId::pollingDate)
                .anyMatch(day -> day.equals(today) || day.equals(today.minusDays(1)));
    }

    /**
     * Compacts the store, one at a time; absent where it was closed meanwhile. One that another version of the program made is made anew
     * from the record instead.
     */
    public Optional<Compacted> run() {
        return run(() -> true, store::successor);
    }

    /** The same where it is a good time, and worth the work. */
    public Optional<Compacted> runIfWorthItNow() {
        return run(this::isWorthItNow, store::successor);
    }

    /** The same where it cannot wait, in little time: terms that nothing names any more stay. */
    public Optional<Compacted> runIfDue() {
        return run(this::isDue, store::quickSuccessor);
    }

    /** The same where others want the processor too: most of the time is left to them. */
    public Optional<Compacted> runIfDueBesideOthers() {
        Pace pace = new Pace(SHARE);
        return run(
                this::isDue,
                step -> store.quickSuccessor(() -> {
                    step.run();
                    pace.step();
                }));
    }

    private synchronized Optional<Compacted> run(BooleanSupplier wanted, Function<Runnable, Successor> successor) {
        if (!wanted.getAsBoolean()) {
            return Optional.empty();
        }
        long before = store.bytes();
        try {
            if (isToBeRenewed()) {
                renew();
            } else {
                compact(successor);
            }
            return Optional.of(new Compacted(before, store.bytes()));
        } catch (CancellationException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void compact(Function<Runnable, Successor> successor) {
        try (Successor copy = successor.apply(this::requireGoingOn)) {
            copy.takeOver();
        }
    }

    private void renew() throws IOException {
        try {
            updater.renew(store, this::requireGoingOn);
            LOG.info("The store, which another version of this program had made, was made anew from the record.");
        } catch (IllegalStateException e) {
            // It would not go better a minute later.
            renewalFailed = !(e instanceof CancellationException);
            throw e;
        }
    }

    private void requireGoingOn() {
        if (stopped) {
            throw new CancellationException("The store is closed; its compaction begins anew the next time");
        }
    }

    /** Ends one that is under way, without effect. */
    public void stop() {
        stopped = true;
        awaitEnd();
    }

    private synchronized void awaitEnd() {
        // Whoever held the lock has ended.
    }
}
