package uk.declared.submission.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clocks in the United Kingdom are an hour before UTC in May, and show UTC in November. */
class WrittenMomentTest {
    @ParameterizedTest
    @CsvSource({
        "2024-05-03T02:30, 2024-05-03T01:30:00Z, true",
        "2024-05-03T02:30:00, 2024-05-03T01:30:00Z, true",
        "2024-05-03T02:30Z, 2024-05-03T02:30:00Z, true",
        "2024-05-03T02:30:00+01:00, 2024-05-03T01:30:00Z, true",
        "2024-11-08 02:30, 2024-11-08T02:30:00Z, false",
        "'03/05/2024 2:30', 2024-05-03T01:30:00Z, false",
        "'3/5/2024, 14.30', 2024-05-03T13:30:00Z, false"
    })
    void dayAndTimeAreReadAsClocksShowThemWhereNoZoneIsGiven(String text, Instant expected, boolean plain) {
        assertThat(WrittenMoment.parse(text)).isEqualTo(Optional.of(new WrittenMoment(expected, plain)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"02:30", "2024-05-03", "2024-02-30T01:00", "2024-05-03T25:00", "midnight", "45415.104"})
    void whatLeavesDayOrTimeOpenIsNotRead(String text) {
        assertThat(WrittenMoment.parse(text)).isEmpty();
    }
}
