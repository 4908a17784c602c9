package uk.declared.web.vocabulary;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import uk.declared.linkeddata.JsonLdContext;
import uk.declared.linkeddata.JsonLdSchemas;
import uk.declared.linkeddata.RdfSyntax;
import uk.declared.web.http.Answers;
import uk.declared.web.http.ProblemException;

/** Serves the JSON-LD context, and the schemas of the documents that are written by it. */
@RestController
final class ContextController {
    @GetMapping("/def/context.jsonld")
    ResponseEntity<byte[]> context(HttpServletRequest request) {
        return Answers.of(
                request,
                MediaType.parseMediaType(RdfSyntax.JSON_LD.mediaType()),
                JsonLdContext.bytes(),
                new HttpHeaders(),
                List.of());
    }

    /** What the JSON-LD documents of a kind of thing look like. */
    @GetMapping("/def/schemas/{kind}.json")
    ResponseEntity<byte[]> schema(@PathVariable String kind, HttpServletRequest request) {
        byte[] schema = JsonLdSchemas.of(kind)
                .orElseThrow(() -> ProblemException.of(HttpStatus.NOT_FOUND, "problem.404.thing"));
        return Answers.of(
                request, MediaType.parseMediaType("application/schema+json"), schema, new HttpHeaders(), List.of());
    }
}
