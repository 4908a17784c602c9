package uk.declared.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What one client may do within a minute. */
class AttemptsTest {
    @Test
    void whoHasDoneAsMuchAsItMayWaitsAndOthersDoNot() {
        Attempts attempts = new Attempts(2);

        attempts.count("one");
        assertThat(attempts.isExhausted("one")).isFalse();
        attempts.count("one");

        assertThat(attempts.isExhausted("one")).isTrue();
        assertThat(attempts.secondsToWait("one")).isBetween(1L, 60L);
        assertThat(attempts.isExhausted("other")).isFalse();
    }

    @Test
    void whereNothingIsAllowedEverybodyIsRefused() {
        Attempts attempts = new Attempts(0);

        attempts.count("one");

        assertThat(attempts.isExhausted("one")).isTrue();
        assertThat(attempts.secondsToWait("one")).isEqualTo(60);
    }
}
