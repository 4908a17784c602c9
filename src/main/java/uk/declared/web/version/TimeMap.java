package uk.declared.web.version;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import uk.declared.web.http.Answers;
import uk.declared.web.http.ProblemException;

/**
 * The versions of one document in time: the list of them (RFC 7089, section 5) and the way to the one of a time (section 4).
 *
 * @param base where all URIs begin
 * @param original the path of the document as it stands now
 * @param below what its TimeGate and TimeMap are called by, kind and identifier: {@code contest/local.trafford.north.2024-05-02}
 * @param mementos the versions, the earliest first; at least one
 */
record TimeMap(String base, String original, String below, List<One> mementos) {
    static final String ACCEPT_DATETIME = "Accept-Datetime";
    private static final MediaType LINK_FORMAT = MediaType.parseMediaType("application/link-format;charset=utf-8");

    // HTTP's dates have two digits for the day, Java's own format has one for the first nine.
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    TimeMap {
        mementos = List.copyOf(mementos);
    }

    /**
     * One version.
     *
     * @param path where it is
     * @param time since when it was what the document said
     */
    record One(String path, Instant time) {}

    /** The list of all versions in link format (RFC 6690). */
    ResponseEntity<byte[]> answer(HttpServletRequest request) {
        StringBuilder text = new StringBuilder();
        text.append('<').append(base).append(original).append(">; rel=\"original\",\n");
        text.append('<').append(base).append("/timegate/").append(below).append(">; rel=\"timegate\",\n");
        text.append('<').append(base).append("/timemap/").append(below);
        text.append(">; rel=\"self\"; type=\"application/link-format\"; from=\"");
        text.append(httpDate(mementos.get(0).time())).append("\"; until=\"");
        text.append(httpDate(mementos.get(mementos.size() - 1).time())).append('"');
        for (int i = 0; i < mementos.size(); i++) {
            text.append(",\n<").append(base).append(mementos.get(i).path());
            text.append(">; rel=\"")
                    .append(i == 0 ? "first " : "")
                    .append(i == mementos.size() - 1 ? "last " : "")
                    .append("memento\"; datetime=\"")
                    .append(httpDate(mementos.get(i).time()))
                    .append('"');
        }
        byte[] bytes = text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
        return Answers.of(request, LINK_FORMAT, bytes, new HttpHeaders(), List.of());
    }

    /** Leads to the version of the time that the request names. */
    ResponseEntity<byte[]> lead(HttpServletRequest request) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(
                HttpHeaders.LOCATION,
                request.getContextPath() + at(asked(request)).path());
        headers.add(HttpHeaders.VARY, ACCEPT_DATETIME);
        headers.add(HttpHeaders.LINK, "<" + base + original + ">; rel=\"original\"");
        headers.add(HttpHeaders.LINK, mapLink());
        headers.setCacheControl(CacheControl.noCache());
        return ResponseEntity.status(HttpStatus.FOUND).headers(headers).build();
    }

    /** The Link headers that lead from a version, or from what is no more, to the others. */
    List<String> links() {
        return List.of(
                "<" + base + original + ">; rel=\"original\"",
                "<" + base + "/timegate/" + below + ">; rel=\"timegate\"",
                mapLink());
    }

    String mapLink() {
        return "<" + base + "/timemap/" + below + ">; rel=\"timemap\"; type=\"application/link-format\"";
    }

    /** The version in force at a time; the first for a time before all, the last where no time is named. */
    One at(Optional<Instant> time) {
        One found = time.isPresent() ? mementos.get(0) : mementos.get(mementos.size() - 1);
        for (One one : mementos) {
            if (time.isPresent() && !one.time().isAfter(time.get())) {
                found = one;
            }
        }
        return found;
    }

    /**
     * The time that a request names.
     *
     * @throws ProblemException where it is none: 400
     */
    static Optional<Instant> asked(HttpServletRequest request) {
        @Nullable String header = request.getHeader(ACCEPT_DATETIME);
        if (header == null || header.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header.strip())));
        } catch (DateTimeException e) {
            throw ProblemException.of(HttpStatus.BAD_REQUEST, "problem.400.accept-datetime", header);
        }
    }

    static String httpDate(Instant time) {
        return HTTP_DATE.format(time.atOffset(ZoneOffset.UTC));
    }
}
