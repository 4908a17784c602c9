package uk.declared.web.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Expected lines are written by hand from RFC 5545. */
class CalendarTest {
    private static final Instant SAID = Instant.parse("2024-04-08T15:00:00.123Z");
    private static final Instant AT = Instant.parse("2024-05-03T01:30:00Z");

    private static String calendar(String summary) {
        Calendar calendar = new Calendar("Night");
        calendar.add(
                "https://example.org/a", 2, SAID, AT, "TENTATIVE", summary, "Said; before", "https://example.org/a");
        return calendar.end();
    }

    @Test
    void anEventHasItsTimeInUtcAndTheNumberOfItsVersionsBefore() {
        List<String> lines = List.of(calendar("Altrincham, Trafford").split("\r\n"));

        assertThat(lines)
                .startsWith("BEGIN:VCALENDAR", "VERSION:2.0")
                .contains(
                        "DTSTART:20240503T013000Z",
                        "DTSTAMP:20240408T150000Z",
                        "SEQUENCE:1",
                        "SUMMARY:Altrincham\\, Trafford",
                        "DESCRIPTION:Said\\; before")
                .endsWith("END:VEVENT", "END:VCALENDAR");
    }

    @Test
    void aLineIsFoldedAtSeventyFiveOctetsAndNeverWithinALetter() {
        String name = "Ŵ".repeat(100);
        String text = calendar(name);

        for (String line : text.split("\r\n")) {
            assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75);
        }
        assertThat(text.replace("\r\n ", "")).contains("SUMMARY:" + name + "\r\n");
    }
}
