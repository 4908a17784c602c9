package uk.declared.web.health;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
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

    @GetMapping(path = "/health/live", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> live() {
        return answer(HttpStatus.OK, Map.of("status", "up"));
    }

    @GetMapping(
            path = {"/health", "/health/ready"},
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> ready(HttpServletRequest request) {
        Readiness.Found found = readiness.look();
        Wording wording = pages.wording(request);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", found.isReady() ? "up" : "down");
        found.entries().ifPresent(entries -> body.put("entries", entries));
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
                .map(reason -> Map.of(
                        "part",
                        reason.key(),
                        "detail",
                        wording.text("health." + reason.key(), reason.details().toArray())))
                .toList();
    }

    private static ResponseEntity<Map<String, Object>> answer(HttpStatus status, Map<String, Object> body) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(body);
    }
}
