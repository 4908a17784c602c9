package uk.declared.web.ldes;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import uk.declared.deployment.Deployment;
import uk.declared.linkeddata.RdfSyntax;
import uk.declared.linkeddata.Uris;
import uk.declared.record.Stretch;
import uk.declared.store.Store;
import uk.declared.web.http.Answers;
import uk.declared.web.http.ProblemException;
import uk.declared.web.http.Representation;
import uk.declared.web.page.Documents;
import uk.declared.web.stored.StoredQuery;

/**
 * The stream at {@code /ldes}, its pages at {@code /ldes/1}, {@code /ldes/2} and so on, that of the statistics likewise at {@code
 * /ldes/statistics}, that of reference data at {@code /ldes/reference}, and the shape of members. They are for programs, so there is
 * no HTML. Syntaxes that name no graphs have the members alone, and lead to what each said.
 */
@RestController
@ConditionalOnBean(Deployment.class)
final class LdesController {
    private static final String SHAPE = EventStream.PATH + "/shape";
    private static final String STATISTICS = "/ldes/statistics";
    private static final String REFERENCE = "/ldes/reference";
    private static final String PAGE = "/{page:\\d{1,9}}{redactions:(?:-\\d{1,9})?}";
    private static final List<Representation> OF_PAGES = Stream.concat(
                    RdfSyntax.OF_GRAPHS.stream(), RdfSyntax.OF_DOCUMENTS.stream())
            .distinct()
            .map(Representation::of)
            .toList();
    private static final List<Representation> OF_ROOT =
            Arrays.stream(RdfSyntax.values()).map(Representation::of).toList();
    private static final Query RELEASES = StoredQuery.read("ldes-reference");
    private static final List<String> VARY = List.of(HttpHeaders.ACCEPT);
    private static final CacheControl SHORT =
            CacheControl.maxAge(Duration.ofSeconds(EventStream.FRESH_SECONDS)).cachePublic();
    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final PageFiles files;
    private final Uris uris;
    private final Store store;
    private final Map<RootKey, Root> roots = new ConcurrentHashMap<>();

    /** The root in one form, which is asked for by everybody who follows the stream, as long as it holds. */
    private record RootKey(Streamed streamed, Representation form) {}

    private record Root(List<Stretch> pages, byte[] written) {}

    LdesController(PageFiles files, Store store, Uris uris) {
        this.store = store;
        this.files = files;
        this.uris = uris;
    }

    @GetMapping({EventStream.PATH, EventStream.PATH + ".{suffix}"})
    ResponseEntity<byte[]> root(@PathVariable Optional<String> suffix, HttpServletRequest request) {
        return root(Streamed.RESULTS, suffix, request);
    }

    @GetMapping({STATISTICS, STATISTICS + ".{suffix}"})
    ResponseEntity<byte[]> statistics(@PathVariable Optional<String> suffix, HttpServletRequest request) {
        return root(Streamed.STATISTICS, suffix, request);
    }

    private ResponseEntity<byte[]> root(Streamed streamed, Optional<String> suffix, HttpServletRequest request) {
        Representation form = form(suffix, streamed.path(), OF_ROOT, request);
        List<Stretch> pages = files.pages();
        Root root = roots.compute(
                new RootKey(streamed, form),
                (same, kept) -> kept != null && kept.pages().equals(pages)
                        ? kept
                        : new Root(pages, write(files.stream(streamed).root(pages), form)));
        return answer(request, root.written(), form);
    }

    /** The releases of reference data that are in force: what each says stands in the graph of its name. */
    @GetMapping({REFERENCE, REFERENCE + ".{suffix}"})
    ResponseEntity<byte[]> reference(@PathVariable Optional<String> suffix, HttpServletRequest request) {
        Representation form = form(suffix, REFERENCE, OF_ROOT, request);
        Graph graph = store.construct(
                RELEASES,
                Map.of(
                        "root",
                        NodeFactory.createURI(uris.base() + REFERENCE),
                        "stream",
                        NodeFactory.createURI(uris.base() + REFERENCE + "#stream")));
        return answer(request, Documents.write(graph, form.syntax().orElseThrow()), form);
    }

    private static byte[] write(List<Triple> triples, Representation form) {
        Graph graph = GraphFactory.createDefaultGraph();
        triples.forEach(graph::add);
        return Documents.write(graph, form.syntax().orElseThrow());
    }

    @GetMapping({SHAPE, SHAPE + ".{suffix}"})
    ResponseEntity<byte[]> shape(@PathVariable Optional<String> suffix, HttpServletRequest request) {
        Representation form = form(suffix, SHAPE, OF_ROOT, request);
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.source("uk/declared/web/ldes/member.ttl")
                .base(uris.base() + SHAPE)
                .lang(Lang.TURTLE)
                .parse(graph);
        return answer(request, Documents.write(graph, form.syntax().orElseThrow()), form);
    }

    /** A redacted page has a new address, and the old one leads there: what a cache still has under it is its own. */
    @GetMapping({EventStream.PATH + PAGE, EventStream.PATH + PAGE + ".{suffix}"})
    ResponseEntity<Resource> page(
            @PathVariable int page,
            @PathVariable String redactions,
            @PathVariable Optional<String> suffix,
            HttpServletRequest request) {
        return page(Streamed.RESULTS, page, redactions, suffix, request);
    }

    @GetMapping({STATISTICS + PAGE, STATISTICS + PAGE + ".{suffix}"})
    ResponseEntity<Resource> pageOfStatistics(
            @PathVariable int page,
            @PathVariable String redactions,
            @PathVariable Optional<String> suffix,
            HttpServletRequest request) {
        return page(Streamed.STATISTICS, page, redactions, suffix, request);
    }

    private ResponseEntity<Resource> page(
            Streamed streamed, int page, String redactions, Optional<String> suffix, HttpServletRequest request) {
        Stretch asked = Optional.of(files.pages())
                .filter(pages -> page >= 1 && page <= pages.size())
                .map(pages -> pages.get(page - 1))
                .orElseThrow(LdesController::unknown);
        String path = files.stream(streamed).path(asked);
        if (!path.equals(streamed.path() + "/" + page + redactions)) {
            String address = path + suffix.map(form -> "." + form).orElse("");
            return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
                    .location(URI.create(request.getContextPath() + address))
                    .cacheControl(CacheControl.noCache())
                    .build();
        }
        Representation form = form(suffix, path, OF_PAGES, request);
        HttpHeaders headers = headers(asked.isFull() ? FOR_GOOD : SHORT);
        PageFiles.PageFile file = files.file(streamed, asked, form.syntax().orElseThrow());
        return Answers.ofCompressed(request, form.contentType(), file.file(), file.hash(), headers, VARY);
    }

    private static Representation form(
            Optional<String> suffix, String path, List<Representation> forms, HttpServletRequest request) {
        return suffix.map(name -> forms.stream()
                        .filter(form -> form.suffix().equals(name))
                        .findFirst()
                        .orElseThrow(LdesController::unknown))
                .orElseGet(() -> Documents.preferred(request, path, forms));
    }

    private ResponseEntity<byte[]> answer(HttpServletRequest request, byte[] written, Representation form) {
        return Answers.of(request, form.contentType(), written, headers(SHORT), VARY);
    }

    private HttpHeaders headers(CacheControl caching) {
        HttpHeaders headers = new HttpHeaders();
        headers.setCacheControl(caching);
        return headers;
    }

    private static ProblemException unknown() {
        return ProblemException.of(HttpStatus.NOT_FOUND, "problem.404.text");
    }
}
