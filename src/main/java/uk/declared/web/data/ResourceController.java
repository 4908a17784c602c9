package uk.declared.web.data;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.declared.web.http.ProblemException;
import uk.declared.web.resource.ResourceDocuments;

/** Every URI below {@code /data/} that has no page of its own: data sets and their parts, releases of reference data, graphs. */
@RestController
final class ResourceController {
    private final ResourceDocuments documents;
    private final CatalogueGraph catalogue;

    ResourceController(ResourceDocuments documents, CatalogueGraph catalogue) {
        this.documents = documents;
        this.catalogue = catalogue;
    }

    @GetMapping("/data/{*path}")
    ResponseEntity<?> document(HttpServletRequest request) {
        return documents
                .answer(request, catalogue::about)
                .orElseThrow(() -> ProblemException.of(HttpStatus.NOT_FOUND, "problem.404.thing"));
    }
}
