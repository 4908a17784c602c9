package uk.declared.projection;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** Slows work down to a share of the time, in short turns, so that others have the rest of it. */
final class Pace {
    /** It is looked at the clock once in so many steps. */
    private static final int STEPS = 1_000;

    private static final long TURN = TimeUnit.MILLISECONDS.toNanos(20);

    private static final long LONGEST_REST = TimeUnit.SECONDS.toNanos(1);

    private final int share;
    private final LongSupplier nanoTime;
    private final LongConsumer rest;
    private long begun;
    private long steps;

    /** @param share one part in so many of the time */
    Pace(int share) {
        this(share, System::nanoTime, LockSupport::parkNanos);
    }

    Pace(int share, LongSupplier nanoTime, LongConsumer rest) {
        this.share = share;
        this.nanoTime = nanoTime;
        this.rest = rest;
    }

    /** Rests where it is time to. */
    void step() {
        if (steps++ == 0) {
            begun = nanoTime.getAsLong();
        }
        if (steps % STEPS != 0) {
            return;
        }
        long worked = nanoTime.getAsLong() - begun;
        if (worked >= TURN) {
            rest.accept(Math.min(LONGEST_REST, (share - 1) * worked));
            begun = nanoTime.getAsLong();
        }
    }
}
