package uk.declared.web.page;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How much time may go into what is worked out again and again: so much at a time, and beyond that a share of the time that passes. */
public final class Budget {
    private final long atATime;
    private final long share;
    private final LongSupplier nanoTime;
    private long spent;
    private long spentAt;

    /** @param share one part in so many of the time that passes */
    public Budget(Duration atATime, int share) {
        this(atATime, share, System::nanoTime);
    }

    Budget(Duration atATime, int share, LongSupplier nanoTime) {
        this.atATime = atATime.toNanos();
        this.share = share;
        this.nanoTime = nanoTime;
        this.spentAt = nanoTime.getAsLong();
    }

    /** Whether nothing is left for now. */
    synchronized boolean isSpent() {
        return spentNow() > atATime;
    }

    /** What goes beyond twice as much as there is at a time is let off. */
    synchronized void spend(long nanos) {
        spent = Math.min(spentNow() + nanos, 2 * atATime);
    }

    private long spentNow() {
        long now = nanoTime.getAsLong();
        spent = Math.max(0, spent - (now - spentAt) / share);
        spentAt = now;
        return spent;
    }
}
