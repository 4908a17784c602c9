package uk.declared.web.board;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import uk.declared.web.http.ProblemException;

/**
 * What of a board is asked for.
 *
 * @param at the moment, where it is an earlier one than now
 * @param text that a council's name holds
 * @param hexagons whether the map is to be of hexagons where it could be of boundaries
 */
record Asked(
        LocalDate day,
        Optional<Instant> at,
        String text,
        String region,
        String party,
        String change,
        boolean all,
        boolean hexagons) {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    /** Polls close at ten in the evening; what a clock shows before that is the next day's. */
    private static final LocalTime CLOSE = LocalTime.of(22, 0);

    static Asked of(LocalDate day, HttpServletRequest request) {
        return new Asked(
                day,
                parameter(request, "at").map(text -> moment(text, day)),
                parameter(request, "q").orElse(""),
                parameter(request, "region").orElse(""),
                parameter(request, "party").orElse(""),
                parameter(request, "change").orElse(""),
                parameter(request, "lines").filter("all"::equals).isPresent(),
                hexagons(request));
    }

    /** A whole day as it stands. */
    static Asked now(LocalDate day) {
        return new Asked(day, Optional.empty(), "", "", "", "", false, false);
    }

    /** A whole day as it stands, with the map that is asked for. */
    static Asked now(LocalDate day, HttpServletRequest request) {
        return new Asked(day, Optional.empty(), "", "", "", "", false, hexagons(request));
    }

    private static boolean hexagons(HttpServletRequest request) {
        return parameter(request, "shape").filter("hexagons"::equals).isPresent();
    }

    /**
     * A moment: a clock's time on the night ({@code 02:30}), or day and time ({@code 2024-05-03T02:30}) as clocks in the
     * United Kingdom show them, or an instant with its zone. A minute is meant to its end.
     */
    static Instant moment(String text, LocalDate day) {
        try {
            if (text.endsWith("Z") || text.matches(".*[+-]\\d{2}:\\d{2}")) {
                return OffsetDateTime.parse(text).toInstant();
            }
            if (text.contains("T")) {
                return endOfMinute(LocalDateTime.parse(text));
            }
            LocalTime time = LocalTime.parse(text);
            return endOfMinute((time.isBefore(CLOSE) ? day.plusDays(1) : day).atTime(time));
        } catch (DateTimeParseException e) {
            throw ProblemException.of(HttpStatus.BAD_REQUEST, "problem.400.moment", text);
        }
    }

    private static Instant endOfMinute(LocalDateTime time) {
        LocalDateTime to = time.getSecond() == 0 && time.getNano() == 0
                ? time.plusSeconds(59).plusNanos(999_999_999)
                : time;
        return to.atZone(LONDON).toInstant();
    }

    private static Optional<String> parameter(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }
}
