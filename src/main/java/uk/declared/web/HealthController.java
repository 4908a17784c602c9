package uk.declared.web;

import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.declared.store.Store;

/** Says whether the server can answer: it asks the store, since a server without it answers nothing. */
@RestController
final class HealthController {
    private final Store store;

    HealthController(Store store) {
        this.store = store;
    }

    @GetMapping(path = "/health", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> health() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(Map.of("status", "up", "entries", store.applied().sequence()));
    }
}
