package uk.declared.publish;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The clock of a night that is played again: it stands still just before polls close until it is started, and then runs so
 * much faster that the night is over when it should be. After that it runs as any clock does.
 */
public final class NightClock extends Clock {
    /** When the polls of 2 May 2024 closed: ten in the evening, British Summer Time. */
    static final Instant CLOSE = Instant.parse("2024-05-02T21:00:00Z");

    /** How long the night is, until the last wards declare on the evening after. */
    private static final Duration NIGHT = Duration.ofHours(21);

    private final Clock real;
    private final double times;
    private final Duration takes;
    private final AtomicLong started = new AtomicLong(-1);

    /** @param takes how long the night is to take */
    public NightClock(Clock real, Duration takes) {
        this.real = real;
        this.takes = takes;
        this.times = NIGHT.toMillis() / (double) takes.toMillis();
    }

    void start() {
        started.compareAndSet(-1, real.millis());
    }

    @Override
    public Instant instant() {
        long since = started.get();
        if (since < 0) {
            return CLOSE.minusSeconds(60);
        }
        long passed = real.millis() - since;
        long fast = Math.min(passed, takes.toMillis());
        return CLOSE.plusMillis((long) (fast * times)).plusMillis(passed - fast);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
