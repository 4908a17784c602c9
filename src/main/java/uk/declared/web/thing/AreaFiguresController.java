package uk.declared.web.thing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.graph.GraphFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import uk.declared.linkeddata.RdfSyntax;
import uk.declared.linkeddata.Uris;
import uk.declared.store.Store;
import uk.declared.web.http.ProblemException;
import uk.declared.web.http.Representation;
import uk.declared.web.page.DocumentLinks;
import uk.declared.web.page.DocumentRights;
import uk.declared.web.page.Documents;
import uk.declared.web.page.LocalPaths;
import uk.declared.web.page.ThingRights;
import uk.declared.web.stored.StoredQuery;
import uk.declared.web.thing.ThingDescriptions.Description;

/**
 * Serves the figures of an area and of those around it: in RDF as the observations that they are, by the query of the library as a
 * table, and on the page of the area.
 */
@RestController
final class AreaFiguresController {
    private static final String PATH = Uris.DOCUMENTS + Uris.AREA + "{id}/figures";
    private static final Node DATA_SET = NodeFactory.createURI("http://purl.org/linked-data/cube#dataSet");

    private final ThingDescriptions things;
    private final ThingRights rights;
    private final AreaFiguresReader reader;
    private final Store store;
    private final Uris uris;
    private final Query figures = StoredQuery.read("area-figures-graph");

    AreaFiguresController(
            ThingDescriptions things, ThingRights rights, AreaFiguresReader reader, Store store, Uris uris) {
        this.things = things;
        this.rights = rights;
        this.reader = reader;
        this.store = store;
        this.uris = uris;
    }

    @GetMapping(PATH)
    ResponseEntity<byte[]> figures(@PathVariable String id, HttpServletRequest request) {
        String document = document(id);
        return answer(id, Documents.preferred(request, document, Representation.OF_TABLES), request);
    }

    @GetMapping(PATH + ".{suffix}")
    ResponseEntity<byte[]> figures(@PathVariable String id, @PathVariable String suffix, HttpServletRequest request) {
        Representation form = Representation.OF_TABLES.stream()
                .filter(each -> each.suffix().equals(suffix))
                .findFirst()
                .orElseThrow(AreaFiguresController::unknown);
        return answer(id, form, request);
    }

    private ResponseEntity<byte[]> answer(String id, Representation form, HttpServletRequest request) {
        Description area = ThingPath.parse(Uris.AREA + LocalPaths.encode(id))
                .flatMap(things::of)
                .orElseThrow(AreaFiguresController::unknown);
        Optional<RdfSyntax> syntax = form.syntax();
        if (syntax.isEmpty()) {
            String other = form.equals(Representation.CSV) ? AreaFigures.table(id) : page(id);
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .header(HttpHeaders.LOCATION, request.getContextPath() + other)
                    .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                    .build();
        }
        Graph graph = GraphFactory.createDefaultGraph();
        for (Node table : reader.tables(area.thing())) {
            GraphUtil.addInto(graph, store.construct(figures, Map.of("thing", area.thing(), "table", table)));
        }
        String document = document(id);
        DocumentLinks links = new DocumentLinks(
                area.thing().getURI(),
                uris.base() + document,
                document,
                rightsOf(area, graph),
                "/def/local-elections",
                Representation.OF_TABLES,
                List.of());
        return Documents.answer(request, graph, syntax.get(), links, new HttpHeaders());
    }

    /** Those of the area's own description and of each table. */
    private DocumentRights rightsOf(Description area, Graph graph) {
        return DocumentRights.of(Stream.concat(
                        Stream.of(area.thing()),
                        graph.stream(Node.ANY, DATA_SET, Node.ANY)
                                .map(triple -> triple.getObject())
                                .distinct())
                .map(rights::of)
                .toList());
    }

    private static String document(String id) {
        return page(id) + "/figures";
    }

    private static String page(String id) {
        return Uris.DOCUMENTS + Uris.AREA + LocalPaths.encode(id);
    }

    private static ProblemException unknown() {
        return ProblemException.of(HttpStatus.NOT_FOUND, "problem.404.thing");
    }
}
