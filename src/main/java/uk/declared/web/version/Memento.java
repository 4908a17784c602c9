package uk.declared.web.version;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import uk.declared.election.BallotId;
import uk.declared.linkeddata.Uris;
import uk.declared.publish.Deployment;
import uk.declared.record.RecordedVersion;
import uk.declared.web.http.Answers;
import uk.declared.web.http.ProblemException;
import uk.declared.web.page.LocalPaths;

/**
 * What was published of a contest at a given time (RFC 7089): {@code /timegate/…} leads to the version of a time that the
 * client names in {@code Accept-Datetime}, {@code /timemap/…} lists all versions.
 */
@RestController
@ConditionalOnBean(Deployment.class)
final class Memento {
    static final String TIME_GATE = "/timegate/contest/";
    static final String TIME_MAP = "/timemap/contest/";
    static final String ACCEPT_DATETIME = "Accept-Datetime";
    private static final MediaType LINK_FORMAT = MediaType.parseMediaType("application/link-format;charset=utf-8");

    private final Versions versions;
    private final Uris uris;

    Memento(Versions versions, Uris uris) {
        this.versions = versions;
        this.uris = uris;
    }

    @GetMapping(TIME_GATE + "{contest}")
    ResponseEntity<byte[]> gate(@PathVariable String contest, HttpServletRequest request) {
        BallotId id = versions.contest(contest);
        return gate(id, versions.contestPath(id), TIME_MAP + id, request);
    }

    /** A candidacy is part of its contest's versions. */
    @GetMapping("/timegate/candidacy/{contest}/{key}")
    ResponseEntity<byte[]> gate(@PathVariable String contest, @PathVariable String key, HttpServletRequest request) {
        BallotId id = versions.contest(contest);
        String below = "/candidacy/" + id + "/" + LocalPaths.encode(key);
        return gate(id, "/doc" + below, "/timemap" + below, request);
    }

    private ResponseEntity<byte[]> gate(BallotId id, String original, String map, HttpServletRequest request) {
        RecordedVersion version = at(versions.history().of(id), time(request.getHeader(ACCEPT_DATETIME)));
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.LOCATION, request.getContextPath() + versions.resultPath(id, version.version()));
        headers.add(HttpHeaders.VARY, ACCEPT_DATETIME);
        headers.add(HttpHeaders.LINK, "<" + uris.base() + original + ">; rel=\"original\"");
        headers.add(HttpHeaders.LINK, "<" + uris.base() + map + ">; rel=\"timemap\"; type=\"application/link-format\"");
        headers.setCacheControl(CacheControl.noCache());
        return ResponseEntity.status(HttpStatus.FOUND).headers(headers).build();
    }

    /** Leads from the document about a contest to what was said at the time that is asked for. */
    void lead(HttpServletRequest request, HttpServletResponse response, BallotId contest, String suffix) {
        RecordedVersion version = at(versions.history().of(contest), time(request.getHeader(ACCEPT_DATETIME)));
        response.setStatus(HttpStatus.FOUND.value());
        response.setHeader(
                HttpHeaders.LOCATION,
                request.getContextPath() + versions.resultPath(contest, version.version()) + suffix);
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        response.addHeader(
                HttpHeaders.LINK, "<" + uris.base() + versions.contestPath(contest) + ">; rel=\"original timegate\"");
        response.addHeader(HttpHeaders.LINK, timeMapLink(contest));
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noCache().getHeaderValue());
    }

    @GetMapping(TIME_MAP + "{contest}")
    ResponseEntity<byte[]> map(@PathVariable String contest, HttpServletRequest request) {
        BallotId id = versions.contest(contest);
        return map(id, versions.contestPath(id), "contest/" + id, request);
    }

    @GetMapping("/timemap/candidacy/{contest}/{key}")
    ResponseEntity<byte[]> map(@PathVariable String contest, @PathVariable String key, HttpServletRequest request) {
        BallotId id = versions.contest(contest);
        String below = "candidacy/" + id + "/" + LocalPaths.encode(key);
        return map(id, "/doc/" + below, below, request);
    }

    private ResponseEntity<byte[]> map(BallotId id, String original, String below, HttpServletRequest request) {
        List<RecordedVersion> all = versions.history().of(id);
        StringBuilder text = new StringBuilder();
        text.append('<').append(uris.base()).append(original).append(">; rel=\"original\",\n");
        text.append('<').append(uris.base()).append("/timegate/").append(below).append(">; rel=\"timegate\",\n");
        text.append('<').append(uris.base()).append("/timemap/").append(below);
        text.append(">; rel=\"self\"; type=\"application/link-format\"; from=\"");
        text.append(httpDate(all.get(0).time())).append("\"; until=\"");
        text.append(httpDate(all.get(all.size() - 1).time())).append('"');
        for (int i = 0; i < all.size(); i++) {
            text.append(",\n<")
                    .append(uris.base())
                    .append(versions.resultPath(id, all.get(i).version()));
            text.append(">; rel=\"")
                    .append(i == 0 ? "first " : "")
                    .append(i == all.size() - 1 ? "last " : "")
                    .append("memento\"; datetime=\"")
                    .append(httpDate(all.get(i).time()))
                    .append('"');
        }
        return Answers.of(
                request,
                LINK_FORMAT,
                text.append('\n').toString().getBytes(java.nio.charset.StandardCharsets.UTF_8),
                new HttpHeaders(),
                List.of());
    }

    /** The headers of a version as a memento. */
    void addTo(HttpHeaders headers, BallotId contest, RecordedVersion version) {
        headers.set("Memento-Datetime", httpDate(version.time()));
        headers.add(HttpHeaders.LINK, "<" + uris.base() + versions.contestPath(contest) + ">; rel=\"original\"");
        headers.add(HttpHeaders.LINK, "<" + uris.base() + TIME_GATE + contest + ">; rel=\"timegate\"");
        headers.add(HttpHeaders.LINK, timeMapLink(contest));
    }

    private String timeMapLink(BallotId contest) {
        return "<" + uris.base() + TIME_MAP + contest + ">; rel=\"timemap\"; type=\"application/link-format\"";
    }

    /** The version in force at a time; the first for a time before all, the last where no time is named. */
    private static RecordedVersion at(List<RecordedVersion> all, Optional<Instant> time) {
        RecordedVersion found = time.isPresent() ? all.get(0) : all.get(all.size() - 1);
        for (RecordedVersion version : all) {
            if (time.isPresent() && !version.time().isAfter(time.get())) {
                found = version;
            }
        }
        return found;
    }

    private static Optional<Instant> time(@org.jspecify.annotations.Nullable String header) {
        if (header == null || header.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header.strip())));
        } catch (DateTimeException e) {
            throw ProblemException.of(HttpStatus.BAD_REQUEST, "problem.400.accept-datetime", header);
        }
    }

    private static String httpDate(Instant time) {
        // HTTP's dates have two digits for the day, Java's formatter has one for the first nine.
        return DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", java.util.Locale.ENGLISH)
                .format(time.atOffset(ZoneOffset.UTC));
    }
}
