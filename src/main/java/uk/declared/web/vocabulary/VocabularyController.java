package uk.declared.web.vocabulary;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import uk.declared.linkeddata.RdfSyntax;
import uk.declared.linkeddata.Uris;
import uk.declared.web.http.ProblemException;
import uk.declared.web.http.Representation;
import uk.declared.web.page.DocumentLinks;
import uk.declared.web.page.Documents;
import uk.declared.web.page.Page;
import uk.declared.web.page.Pages;
import uk.declared.web.page.Stylesheet;
import uk.declared.web.page.Wording;

/** Serves the vocabulary as a page and in RDF, and leads from each term to its place in it. */
@RestController
final class VocabularyController {
    /** The vocabulary itself is under the licence of the program. */
    private static final URI LICENCE = URI.create("https://www.apache.org/licenses/LICENSE-2.0");

    private final Vocabularies vocabularies;
    private final Pages pages;
    private final Uris uris;
    private final Stylesheet stylesheet;
    private final Map<RdfSyntax, byte[]> written = new ConcurrentHashMap<>();

    VocabularyController(Vocabularies vocabularies, Pages pages, Uris uris, Stylesheet stylesheet) {
        this.vocabularies = vocabularies;
        this.pages = pages;
        this.uris = uris;
        this.stylesheet = stylesheet;
    }

    @GetMapping(TermPath.PAGE)
    ResponseEntity<byte[]> vocabulary(HttpServletRequest request) {
        return answer(request, Documents.preferred(request, TermPath.PAGE));
    }

    @GetMapping(TermPath.PAGE + ".{suffix}")
    ResponseEntity<byte[]> vocabulary(@PathVariable String suffix, HttpServletRequest request) {
        return answer(request, Representation.ofSuffix(suffix).orElseThrow(VocabularyController::unknown));
    }

    @GetMapping(TermPath.PAGE + "/{*path}")
    ResponseEntity<?> term(@PathVariable String path, HttpServletRequest request) {
        Optional<ResponseEntity<byte[]>> document = document(path.substring(1), request);
        if (document.isPresent()) {
            return document.get();
        }
        String anchor = anchor(path.substring(1));
        Representation representation = Documents.preferred(request, TermPath.PAGE);
        String place =
                representation.syntax().isPresent() ? "." + representation.suffix() : language(request) + "#" + anchor;
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.LOCATION, request.getContextPath() + TermPath.PAGE + place);
        headers.setVary(List.of(HttpHeaders.ACCEPT));
        headers.setCacheControl("no-cache");
        return ResponseEntity.status(HttpStatus.SEE_OTHER).headers(headers).build();
    }

    /** A version of the vocabulary, or a part of it that is a document of its own, in RDF; people are shown it on the page. */
    private Optional<ResponseEntity<byte[]>> document(String path, HttpServletRequest request) {
        int dot = path.lastIndexOf('.');
        Optional<Representation> named = Representation.ofSuffix(path.substring(dot + 1));
        String name = named.isPresent() ? path.substring(0, dot) : path;
        String document = TermPath.PAGE + "/" + name;
        DocumentLinks links = new DocumentLinks(
                TermPath.DOCUMENT + "/" + name, uris.base() + document, document, LICENCE, TermPath.PAGE);
        return vocabularies
                .version(name)
                .or(() -> vocabularies.part(NodeFactory.createURI(TermPath.DOCUMENT + "/" + name)))
                .flatMap(graph -> named.orElseGet(() -> Documents.preferred(request, document))
                        .syntax()
                        .map(syntax -> Documents.answer(
                                request, bytes(name, graph, syntax), syntax, links, new HttpHeaders())));
    }

    /** A version that was frozen is sent as it was frozen, byte for byte. */
    private static byte[] bytes(String name, Graph graph, RdfSyntax syntax) {
        return Optional.of(syntax)
                .filter(RdfSyntax.TURTLE::equals)
                .flatMap(turtle -> Vocabularies.frozen(name))
                .orElseGet(() -> Documents.write(graph, syntax));
    }

    /** Where the page shows what a path names; a version of the vocabulary stands among the changes. */
    private String anchor(String path) {
        for (Node named : TermPath.named(path)) {
            if (vocabularies.graph().contains(named, RDF.Nodes.type, Node.ANY)) {
                return TermPath.anchor(named);
            }
            if (vocabularies.version(path).isPresent()) {
                return VocabularyView.CHANGES;
            }
        }
        throw unknown();
    }

    private ResponseEntity<byte[]> answer(HttpServletRequest request, Representation representation) {
        DocumentLinks links = new DocumentLinks(
                TermPath.DOCUMENT, uris.base() + TermPath.PAGE, TermPath.PAGE, LICENCE, TermPath.PAGE);
        Optional<RdfSyntax> syntax = representation.syntax();
        if (syntax.isPresent()) {
            byte[] bytes =
                    written.computeIfAbsent(syntax.get(), wanted -> Documents.write(vocabularies.document(), wanted));
            return Documents.answer(request, bytes, syntax.get(), links, new HttpHeaders());
        }
        Wording wording = pages.wording(request);
        VocabularyView view = new VocabularyReader(vocabularies, wording).read(stylesheet.diagramPath());
        return pages.answer(
                request,
                Page.of("vocabulary", view.title(), view, wording.start()).of(links));
    }

    private static String language(HttpServletRequest request) {
        return Optional.ofNullable(request.getQueryString())
                .map(query -> "?" + query)
                .orElse("");
    }

    private static ProblemException unknown() {
        return ProblemException.of(HttpStatus.NOT_FOUND, "problem.404.term");
    }
}
