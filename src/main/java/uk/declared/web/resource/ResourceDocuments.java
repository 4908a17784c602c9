package uk.declared.web.resource;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;
import uk.declared.linkeddata.JsonLdTree;
import uk.declared.linkeddata.RdfSyntax;
import uk.declared.linkeddata.Uris;
import uk.declared.web.http.Answers;
import uk.declared.web.http.PartDocuments;
import uk.declared.web.http.ProblemException;
import uk.declared.web.http.Representation;
import uk.declared.web.page.DocumentLinks;
import uk.declared.web.page.Documents;
import uk.declared.web.page.PageNumber;
import uk.declared.web.page.Pages;
import uk.declared.web.table.TableFile;

/**
 * Answers for whatever has a URI and no kind of page of its own:
 *
 * <ol>
 *   <li>the path, or the path without a suffix that names a form, is the name of a graph, of a data set or of a part of a thing,
 *   <li>of a graph all its triples are given, of all else what is said of it,
 *   <li>in the form that the suffix names or the client prefers. A large graph is had in the syntaxes that are written as they come.
 * </ol>
 */
@Component
public final class ResourceDocuments implements PartDocuments {
    /** A graph of so many triples can be had in every syntax. */
    static final int SMALL = 50_000;

    /** A table of so many triples is read at once. */
    static final int TABLE = 300_000;

    private static final String VOCABULARY = "/def/local-elections";
    private static final List<Representation> SYNTAXES =
            Arrays.stream(RdfSyntax.values()).map(Representation::of).toList();
    private static final List<Representation> STREAMED = RdfSyntax.OF_DOCUMENTS.stream()
            .filter(RdfSyntax::streams)
            .map(Representation::of)
            .toList();
    private static final List<Representation> OF_LARGE_GRAPHS =
            Stream.concat(Stream.of(Representation.HTML), STREAMED.stream()).toList();

    private final Resources resources;
    private final GraphFiles files;
    private final ResourcePage page;
    private final Pages pages;
    private final Uris uris;

    ResourceDocuments(Resources resources, GraphFiles files, ResourcePage page, Pages pages, Uris uris) {
        this.resources = resources;
        this.files = files;
        this.page = page;
        this.pages = pages;
        this.uris = uris;
    }

    /**
     * What a document is about.
     *
     * @param path of the document, without suffix
     * @param triples how many the named graph has; 0 where it is none
     */
    private record Found(String path, Node thing, Graph description, long triples) {
        private List<Representation> forms() {
            List<Representation> forms = triples > SMALL ? OF_LARGE_GRAPHS : Representation.OF_DOCUMENTS;
            return isTable()
                    ? Stream.concat(forms.stream(), Stream.of(Representation.CSV))
                            .toList()
                    : forms;
        }

        /** Whether it is a table of figures, as those of the census are, that can be read at once. */
        private boolean isTable() {
            return triples > 0
                    && triples <= TABLE
                    && description.contains(thing, RDF.Nodes.type, NodeFactory.createURI(Cube.QB + "DataSet"));
        }
    }

    @Override
    public ResponseEntity<?> answer(HttpServletRequest request) {
        return answer(request, none -> Optional.empty())
                .orElseThrow(() -> ProblemException.of(HttpStatus.NOT_FOUND, "problem.404.thing"));
    }

    /**
     * The document of the request's path; absent where nothing is known by it.
     *
     * @param further what is said of a thing elsewhere than in the store
     */
    public Optional<ResponseEntity<?>> answer(HttpServletRequest request, Function<Node, Optional<Graph>> further) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        Optional<Found> whole = find(path, further);
        if (whole.isPresent()) {
            Found found = whole.get();
            return Optional.of(answer(request, found, Documents.preferred(request, found.path(), found.forms())));
        }
        if (path.endsWith(TableFile.DESCRIPTION)) {
            return find(path.substring(0, path.length() - TableFile.DESCRIPTION.length()), further)
                    .filter(Found::isTable)
                    .map(found -> tableDescription(request, found));
        }
        int dot = path.lastIndexOf('.');
        if (dot <= path.lastIndexOf('/') + 1) {
            return Optional.empty();
        }
        String suffix = path.substring(dot + 1);
        return Representation.ofSuffix(suffix)
                .or(() -> Optional.of(Representation.CSV)
                        .filter(csv -> csv.suffix().equals(suffix)))
                .flatMap(form -> find(path.substring(0, dot), further)
                        .filter(found -> found.forms().contains(form))
                        .map(found -> answer(request, found, form)));
    }

    /**
     * The triples of one named graph and no more; absent where there is no graph of that name.
     *
     * @param path that the forms are told by where none is acceptable
     */
    Optional<ResponseEntity<?>> graph(HttpServletRequest request, Node name, String path) {
        Graph graph = GraphFactory.createDefaultGraph();
        long triples = resources.size(name);
        if (triples == 0) {
            return Optional.empty();
        }
        RdfSyntax syntax = Documents.preferred(request, path, triples > SMALL ? STREAMED : SYNTAXES)
                .syntax()
                .orElse(RdfSyntax.TURTLE);
        DocumentLinks links = new DocumentLinks(
                name.getURI(),
                name.getURI(),
                path,
                resources.rights(name, resources.description(name)),
                VOCABULARY,
                List.of(),
                List.of());
        if (triples > SMALL) {
            return Optional.of(file(request, new Found(path, name, graph, triples), syntax, links));
        }
        resources.read(name, graph::add);
        return Optional.of(Documents.answer(request, graph, syntax, links, new HttpHeaders()));
    }

    private Optional<Found> find(String path, Function<Node, Optional<Graph>> further) {
        for (Node thing : candidates(path)) {
            Graph description = resources.description(thing);
            further.apply(thing).ifPresent(more -> more.stream().forEach(description::add));
            long triples = uris.isThing(thing) ? 0 : resources.size(thing);
            if (triples > 0 || description.contains(thing, Node.ANY, Node.ANY)) {
                return Optional.of(new Found(path, thing, description, triples));
            }
        }
        return Optional.empty();
    }

    /** The URIs that a path may stand for: its own, or that of the thing which it is the document of. */
    private List<Node> candidates(String path) {
        List<String> paths = new ArrayList<>(List.of(path));
        if (path.startsWith(Uris.DOCUMENTS)) {
            paths.add(Uris.THINGS + path.substring(Uris.DOCUMENTS.length()));
        }
        return paths.stream()
                .flatMap(each -> List.of(decoded(each), each).stream())
                .distinct()
                .map(each -> NodeFactory.createURI(uris.base() + each))
                .toList();
    }

    private static String decoded(String path) {
        try {
            return path.toUpperCase(Locale.ROOT).contains("%2F") ? path : UriUtils.decode(path, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return path;
        }
    }

    private ResponseEntity<?> answer(HttpServletRequest request, Found found, Representation form) {
        DocumentLinks links = new DocumentLinks(
                found.thing().getURI(),
                uris.base() + found.path(),
                found.path(),
                resources.rights(found.thing(), found.description()),
                VOCABULARY,
                found.forms(),
                List.of());
        Optional<RdfSyntax> syntax = form.syntax();
        if (form.equals(Representation.CSV)) {
            return table(request, found, links);
        }
        if (syntax.isEmpty()) {
            Optional<Cube> cube = found.isTable() ? Optional.of(cube(found).slice(slices(request))) : Optional.empty();
            return pages.answer(
                    request,
                    page.of(
                                    found.thing(),
                                    found.description(),
                                    found.triples(),
                                    cube,
                                    PageNumber.of(request),
                                    pages.wording(request))
                            .of(links));
        }
        if (found.triples() > SMALL) {
            return file(request, found, syntax.get(), links);
        }
        Graph graph = found.description();
        if (found.triples() > 0) {
            resources.read(found.thing(), graph::add);
        }
        HttpHeaders headers = new HttpHeaders();
        return syntax.get() == RdfSyntax.JSON_LD
                ? Documents.answer(request, JsonLdTree.write(graph, found.thing()), syntax.get(), links, headers)
                : Documents.answer(request, graph, syntax.get(), links, headers);
    }

    private Cube cube(Found found) {
        Graph graph = GraphFactory.createDefaultGraph();
        resources.read(found.thing(), graph::add);
        return Cube.of(graph, found.thing());
    }

    /** Of which codes a table is wanted, by the fragments of their URIs: {@code ?slice=general-health-bad-health}. */
    private static List<String> slices(HttpServletRequest request) {
        String[] given = request.getParameterValues("slice");
        return given == null
                ? List.of()
                : Stream.of(given).filter(code -> !code.isBlank()).toList();
    }

    private ResponseEntity<?> table(HttpServletRequest request, Found found, DocumentLinks links) {
        HttpHeaders headers = new HttpHeaders();
        links.addTo(headers, request.getContextPath());
        headers.add(
                HttpHeaders.LINK,
                "<" + request.getContextPath() + found.path() + TableFile.DESCRIPTION
                        + ">; rel=\"describedby\"; type=\"application/csvm+json\"");
        return Answers.of(
                request,
                Representation.CSV.contentType(),
                new CubeTable(cube(found).slice(slices(request))).csv(),
                headers,
                List.of(HttpHeaders.ACCEPT));
    }

    private ResponseEntity<?> tableDescription(HttpServletRequest request, Found found) {
        String file = found.path().substring(found.path().lastIndexOf('/') + 1) + TableFile.SUFFIX;
        String title = found.description().stream(found.thing(), RDFS.Nodes.label, Node.ANY)
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .findFirst()
                .orElse(file);
        return Answers.of(
                request,
                MediaType.parseMediaType("application/csvm+json"),
                new CubeTable(cube(found)).description(file, title),
                new HttpHeaders(),
                List.of());
    }

    private ResponseEntity<?> file(HttpServletRequest request, Found found, RdfSyntax syntax, DocumentLinks links) {
        GraphFiles.Written written = files.file(found.thing(), found.description(), syntax);
        HttpHeaders headers = new HttpHeaders();
        links.addTo(headers, request.getContextPath());
        return Answers.ofCompressed(
                request,
                Representation.of(syntax).contentType(),
                written.file(),
                Integer.toHexString((written.version() + found.thing() + syntax).hashCode()),
                headers,
                List.of(HttpHeaders.ACCEPT));
    }
}
