package uk.declared.web.resource;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.NodeFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.declared.linkeddata.Uris;
import uk.declared.web.http.ProblemException;
import uk.declared.web.http.ProblemLink;

/**
 * Reads one named graph at a time (SPARQL 1.1 Graph Store HTTP Protocol, section 4.2, indirect identification): {@code
 * /rdf-graphs/service?graph=…}. Each graph is had at its own address too. Nothing can be written; the default graph, which is the
 * union of all, is had as a dump.
 */
@RestController
final class GraphStoreController {
    static final String PATH = "/rdf-graphs/service";

    private final ResourceDocuments documents;
    private final Uris uris;

    GraphStoreController(ResourceDocuments documents, Uris uris) {
        this.documents = documents;
        this.uris = uris;
    }

    @GetMapping(PATH)
    ResponseEntity<?> graph(HttpServletRequest request) {
        Map<String, String[]> given = request.getParameterMap();
        String[] graphs = given.getOrDefault("graph", new String[0]);
        if (given.containsKey("default") && graphs.length == 0) {
            String dump = "/data/dumps/all.nq.gz";
            throw ProblemException.of(HttpStatus.FORBIDDEN, "problem.403.default-graph", dump)
                    .with("dump", uris.base() + dump)
                    .withLinks(List.of(new ProblemLink(dump, "N-Quads")));
        }
        if (graphs.length != 1 || given.containsKey("default") || !isAbsolute(graphs[0])) {
            throw ProblemException.of(HttpStatus.BAD_REQUEST, "problem.400.graph");
        }
        return documents
                .graph(request, NodeFactory.createURI(graphs[0]), PATH)
                .orElseThrow(() -> ProblemException.of(HttpStatus.NOT_FOUND, "problem.404.graph", graphs[0]));
    }

    private static boolean isAbsolute(String iri) {
        try {
            return new URI(iri).isAbsolute();
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
