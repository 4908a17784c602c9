package uk.declared.web.health;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.declared.web.http.AcceptHeader;
import uk.declared.web.page.Page;
import uk.declared.web.page.Pages;
import uk.declared.web.page.Wording;

/**
 * Says whether the process lives, for whoever would start it anew ({@code /health/live}), and whether it can do its work, for
 * whoever would send it requests ({@code /health/ready}, and {@code /health} the same).
 */
@RestController
final class HealthController {
    private final Readiness readiness;
    private final Pages pages;

    HealthController(Readiness readiness, Pages pages) {
        this.readiness = readiness;
        this.pages = pages;
    }

    /**
     * What a person sees who looks.
     *
     * @param heading whether all is well, in a sentence
     * @param lines what is not, and what can be done
     */
    record View(String heading, List<String> lines) {}

    /** The same for a person with a browser. */
    private ResponseEntity<byte[]> page(Readiness.Found found, HttpServletRequest request) {
        Wording wording = pages.wording(request);
        List<String> lines = Stream.concat(found.reasons().stream(), found.warnings().stream())
                .map(reason -> text(reason, wording))
                .toList();
        String heading = wording.text(
                !found.isReady() ? "health.title.down" : lines.isEmpty() ? "health.title.up" : "health.title.warned");
        return ResponseEntity.status(found.isReady() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .cacheControl(CacheControl.noStore())
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_LANGUAGE, wording.tag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE)
                .body(pages.render(request, Page.of("health", heading, new View(heading, lines))));
    }

    @GetMapping(path = "/health/live", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> live() {
        return answer(HttpStatus.OK, Map.of("status", "up"));
    }

    @GetMapping(
            path = {"/health", "/health/ready"},
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_HTML_VALUE})
    ResponseEntity<?> ready(HttpServletRequest request) {
        Readiness.Found found = readiness.look();
        List<String> types = List.of(MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_HTML_VALUE);
        boolean browser = AcceptHeader.of(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)))
                .best(types, type -> type)
                .filter(MediaType.TEXT_HTML_VALUE::equals)
                .isPresent();
        return browser ? page(found, request) : figures(found, request);
    }

    private ResponseEntity<Map<String, Object>> figures(Readiness.Found found, HttpServletRequest request) {
        Wording wording = pages.wording(request);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", found.isReady() ? "up" : "down");
        found.entries().ifPresent(entries -> body.put("entries", entries));
        found.unpublished().ifPresent(entries -> body.put("unpublished", entries));
        found.lag().ifPresent(lag -> {
            Map<String, Object> behind = new LinkedHashMap<>();
            behind.put("entries", lag.entries());
            behind.put("seconds", lag.seconds());
            body.put("behind", behind);
        });
        if (!found.reasons().isEmpty()) {
            body.put("reasons", texts(found.reasons(), wording));
        }
        if (!found.warnings().isEmpty()) {
            body.put("warnings", texts(found.warnings(), wording));
        }
        return answer(found.isReady() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE, body);
    }

    private static List<Map<String, String>> texts(List<Readiness.Reason> reasons, Wording wording) {
        return reasons.stream()
                .map(reason -> Map.of("part", reason.key(), "detail", text(reason, wording)))
                .toList();
    }

    private static String text(Readiness.Reason reason, Wording wording) {
        return wording.text("health." + reason.key(), reason.details().toArray());
    }

    private static ResponseEntity<Map<String, Object>> answer(HttpStatus status, Map<String, Object> body) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }
}
