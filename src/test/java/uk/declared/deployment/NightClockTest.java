package uk.declared.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A night whose results are due 10, 20, 320 and 330 minutes after polls close. Without the hours in which nothing happens it is
 * 10 + 10 + 15 + 10 = 45 minutes long.
 */
class NightClockTest {
    private static final Instant STARTED = Instant.parse("2026-11-28T12:00:00Z");

    private Instant real = STARTED;

    private long minutesOfNight(NightClock clock, Duration passed) {
        real = STARTED.plus(passed);
        return Duration.between(NightClock.CLOSE, clock.instant()).toMinutes();
    }

    private NightClock started(Duration takes) {
        NightClock clock = new NightClock(reading(), takes);
        clock.start(List.of(10, 20, 320, 330).stream()
                .map(minutes -> NightClock.CLOSE.plus(Duration.ofMinutes(minutes)))
                .toList());
        return clock;
    }

    @Test
    void hoursInWhichNothingIsDeclaredArePassedOverButForTheirBeginning() {
        NightClock clock = started(Duration.ofMinutes(45));

        assertThat(minutesOfNight(clock, Duration.ofMinutes(20))).isEqualTo(20);
        assertThat(minutesOfNight(clock, Duration.ofMinutes(34))).isEqualTo(34);
        assertThat(minutesOfNight(clock, Duration.ofMinutes(35))).isEqualTo(320);
        assertThat(minutesOfNight(clock, Duration.ofMinutes(45))).isEqualTo(330);
    }

    @Test
    void theNightIsOverWhenItShouldBeAndTheClockThenRunsAsAnyOther() {
        NightClock clock = started(Duration.ofMinutes(9));

        assertThat(minutesOfNight(clock, Duration.ofMinutes(2))).isEqualTo(10);
        assertThat(minutesOfNight(clock, Duration.ofMinutes(9))).isEqualTo(330);
        assertThat(minutesOfNight(clock, Duration.ofMinutes(19))).isEqualTo(340);
    }

    @Test
    void beforeItIsStartedItStandsStill() {
        assertThat(minutesOfNight(new NightClock(reading(), Duration.ofMinutes(9)), Duration.ofHours(3)))
                .isEqualTo(-1);
    }

    private Clock reading() {
        InstantSource clock = () -> real;
        return clock.withZone(ZoneOffset.UTC);
    }
}
