package uk.declared.web.http;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/** Whether a request wants what there is, by the conditions in its headers, in the order of RFC 9110, section 13.2.2. */
final class Preconditions {
    /** What the conditions say. */
    enum Outcome {
        SEND,
        NOT_MODIFIED,
        FAILED
    }

    private final HttpServletRequest request;
    private final String tag;
    private final Optional<Instant> modified;

    /**
     * @param tag the entity tag of what there is, quotes included
     * @param modified when it was last changed
     */
    Preconditions(HttpServletRequest request, String tag, Optional<Instant> modified) {
        this.request = request;
        this.tag = tag;
        this.modified = modified.map(time -> time.truncatedTo(ChronoUnit.SECONDS));
    }

    Outcome outcome() {
        List<String> match = fields(HttpHeaders.IF_MATCH);
        if (!match.isEmpty()) {
            if (!names(match, false)) {
                return Outcome.FAILED;
            }
        } else if (time(HttpHeaders.IF_UNMODIFIED_SINCE)
                .filter(since -> modified.filter(since::isBefore).isPresent())
                .isPresent()) {
            return Outcome.FAILED;
        }
        List<String> noneMatch = fields(HttpHeaders.IF_NONE_MATCH);
        if (!noneMatch.isEmpty()) {
            return names(noneMatch, true) ? Outcome.NOT_MODIFIED : Outcome.SEND;
        }
        return time(HttpHeaders.IF_MODIFIED_SINCE)
                        .filter(since ->
                                modified.filter(time -> !time.isAfter(since)).isPresent())
                        .isPresent()
                ? Outcome.NOT_MODIFIED
                : Outcome.SEND;
    }

    /** Whether a range is wanted of just what there is (RFC 9110, section 13.1.5); else the whole is sent. */
    boolean rangeHolds() {
        String condition = request.getHeader(HttpHeaders.IF_RANGE);
        if (condition == null) {
            return true;
        }
        String wanted = condition.strip();
        return wanted.endsWith("\"")
                ? !wanted.startsWith("W/") && !tag.startsWith("W/") && wanted.equals(tag)
                : parse(wanted).equals(modified) && modified.isPresent();
    }

    private boolean names(List<String> tags, boolean weakly) {
        return tags.stream()
                .anyMatch(each -> each.equals("*")
                        || (weakly ? strong(each).equals(strong(tag)) : each.equals(tag) && !tag.startsWith("W/")));
    }

    private static String strong(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }

    private List<String> fields(String name) {
        return Collections.list(request.getHeaders(name)).stream()
                .flatMap(field -> HeaderText.split(field, ',').stream())
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private Optional<Instant> time(String name) {
        return Optional.ofNullable(request.getHeader(name)).flatMap(Preconditions::parse);
    }

    /** A date that cannot be read is no condition. */
    private static Optional<Instant> parse(String date) {
        try {
            return Optional.of(Instant.from(
                    DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.US).parse(date.strip())));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
