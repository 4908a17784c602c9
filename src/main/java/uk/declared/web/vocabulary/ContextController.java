package uk.declared.web.vocabulary;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.declared.linkeddata.JsonLdContext;
import uk.declared.web.http.Answers;

/** Serves the JSON-LD context. */
@RestController
final class ContextController {
    @GetMapping("/def/context.jsonld")
    ResponseEntity<byte[]> context(HttpServletRequest request) {
        return Answers.of(
                request,
                MediaType.parseMediaType("application/ld+json"),
                JsonLdContext.bytes(),
                new HttpHeaders(),
                List.of());
    }
}
