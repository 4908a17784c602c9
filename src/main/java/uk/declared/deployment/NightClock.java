package uk.declared.deployment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The clock of a night that is played again: it stands still just before polls close until it is started, and then runs so
 * much faster that the night is over when it should be. Hours in which nothing is declared are passed over but for their
 * beginning: else those who look at a night of ten minutes would wait two for breakfast. After the night it runs as any clock
 * does.
 */
public final class NightClock extends Clock {
    /** When the polls of 2 May 2024 closed: ten in the evening, British Summer Time. */
    static final Instant CLOSE = Instant.parse("2024-05-02T21:00:00Z");

    /** How long at most nothing happens, as the night's clock shows it. */
    private static final Duration QUIET = Duration.ofMinutes(15);

    private final Clock real;
    private final Duration takes;
    private volatile Optional<Run> run = Optional.empty();

    /** @param takes how long the night is to take */
    public NightClock(Clock real, Duration takes) {
        this.real = real;
        this.takes = takes;
    }

    /** At a moment of the night, in milliseconds that were not passed over since its beginning, so many are passed over. */
    private record Leap(long at, long length) {}

    /** @param times how much faster than the real clock it runs */
    private record Run(long started, double times, List<Leap> leaps) {}

    /** @param due when something is declared, in order */
    synchronized void start(List<Instant> due) {
        if (run.isPresent()) {
            return;
        }
        List<Leap> leaps = new ArrayList<>();
        long length = 0;
        Instant before = CLOSE;
        for (Instant next : due) {
            long quiet = Duration.between(before, next).toMillis();
            long kept = Math.min(quiet, QUIET.toMillis());
            length += kept;
            if (quiet > kept) {
                leaps.add(new Leap(length, quiet - kept));
            }
            before = next;
        }
        run = Optional.of(new Run(real.millis(), length / (double) takes.toMillis(), List.copyOf(leaps)));
    }

    @Override
    public Instant instant() {
        return run.map(this::instant).orElse(CLOSE.minusSeconds(60));
    }

    private Instant instant(Run running) {
        long passed = real.millis() - running.started();
        long fast = Math.min(passed, takes.toMillis());
        long night = Math.round(fast * running.times());
        long over = running.leaps().stream()
                .filter(leap -> leap.at() <= night)
                .mapToLong(Leap::length)
                .sum();
        return CLOSE.plusMillis(night + over + passed - fast);
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
