package uk.declared.submission.row;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Day and time as people and programs write them.
 *
 * @param instant without a zone as clocks in the United Kingdom show it
 * @param isPlain whether it was written as the template asks for it
 */
record WrittenMoment(Instant instant, boolean isPlain) {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");
    private static final Pattern ZONED =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?(Z|[+-]\\d{2}:\\d{2})");
    private static final Pattern ISO =
            Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})([T ])(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.0+)?)?");
    private static final Pattern BRITISH =
            Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})[ ,T]+(\\d{1,2})[:.](\\d{2})(?::(\\d{2}))?");

    /** Empty where a text is not a day and a time that there is. */
    static Optional<WrittenMoment> parse(String text) {
        try {
            if (ZONED.matcher(text).matches()) {
                return Optional.of(new WrittenMoment(OffsetDateTime.parse(text).toInstant(), true));
            }
            Matcher iso = ISO.matcher(text);
            if (iso.matches()) {
                return Optional.of(new WrittenMoment(
                        moment(iso.group(1), iso.group(2), iso.group(3), iso.group(5), iso.group(6), iso.group(7)),
                        iso.group(4).equals("T")));
            }
            Matcher british = BRITISH.matcher(text);
            return british.matches()
                    ? Optional.of(new WrittenMoment(
                            moment(
                                    british.group(3),
                                    british.group(2),
                                    british.group(1),
                                    british.group(4),
                                    british.group(5),
                                    british.group(6)),
                            false))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant moment(
            String year, String month, String day, String hour, String minute, @Nullable String second) {
        LocalDate date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        LocalTime time = LocalTime.of(
                Integer.parseInt(hour), Integer.parseInt(minute), second == null ? 0 : Integer.parseInt(second));
        return LocalDateTime.of(date, time).atZone(LONDON).toInstant();
    }

    /** As clocks in the United Kingdom show it. */
    String shown() {
        return SHOWN.format(instant.atZone(LONDON));
    }
}
