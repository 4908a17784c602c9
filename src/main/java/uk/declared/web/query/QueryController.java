package uk.declared.web.query;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import uk.declared.linkeddata.RdfSyntax;
import uk.declared.linkeddata.Uris;
import uk.declared.query.InvalidParameterException;
import uk.declared.query.LibraryDescription;
import uk.declared.query.LibraryQuery;
import uk.declared.query.QueryLibrary;
import uk.declared.query.QueryTable;
import uk.declared.query.TableWriter;
import uk.declared.query.Window;
import uk.declared.store.Store;
import uk.declared.web.http.AcceptHeader;
import uk.declared.web.http.Answers;
import uk.declared.web.http.ProblemException;
import uk.declared.web.http.Representation;
import uk.declared.web.map.GeoJson;
import uk.declared.web.page.DocumentLinks;
import uk.declared.web.page.Documents;
import uk.declared.web.page.PageNumber;
import uk.declared.web.page.Pages;

/** Serves the query library: {@code /queries}, {@code /queries/{name}} and the same with a suffix that names a format. */
@RestController
final class QueryController {
    private static final String HTML = "text/html";
    private static final String LIST = "/queries";

    /** How many rows a page of data holds where the query has no parameter that says so. */
    private static final int DATA_PAGE = 1_000;

    /** The queries are under the licence of the program. */
    private static final URI LICENCE = URI.create("https://www.apache.org/licenses/LICENSE-2.0");

    /** Parameters that every page knows, and no query. */
    private static final List<String> OF_ALL_PAGES = List.of("lang", "page", "cite");

    private static final List<TableWriter> FORMATS = Arrays.stream(TableWriter.values())
            .filter(writer -> writer != TableWriter.TEXT)
            .toList();

    private final QueryLibrary library;
    private final Store store;
    private final Uris uris;
    private final QueryPages queryPages;
    private final Pages pages;
    private final LibraryDescription description;
    private final AnswerAreas areas;

    QueryController(
            QueryLibrary library, Store store, Uris uris, QueryPages queryPages, Pages pages, AnswerAreas areas) {
        this.areas = areas;
        this.library = library;
        this.store = store;
        this.uris = uris;
        this.queryPages = queryPages;
        this.pages = pages;
        this.description = new LibraryDescription(uris);
    }

    @GetMapping("/queries")
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        return list(Documents.preferred(request, LIST), request);
    }

    @GetMapping("/queries.{suffix}")
    ResponseEntity<byte[]> list(@PathVariable String suffix, HttpServletRequest request) {
        Representation representation = Optional.of(Representation.JSON)
                .filter(json -> json.suffix().equals(suffix))
                .or(() -> Representation.ofSuffix(suffix))
                .orElseThrow(() -> ProblemException.of(HttpStatus.NOT_FOUND, "queries.unknown", suffix));
        return list(representation, request);
    }

    private ResponseEntity<byte[]> list(Representation representation, HttpServletRequest request) {
        Optional<RdfSyntax> syntax = representation.syntax();
        return syntax.isPresent()
                ? Documents.answer(request, description.of(library), syntax.get(), links(LIST), new HttpHeaders())
                : pages.answer(request, queryPages.list(request).of(links(LIST)));
    }

    private DocumentLinks links(String path) {
        return new DocumentLinks(uris.base() + path, uris.base() + path, path, LICENCE, "/def/local-elections");
    }

    @GetMapping("/queries/{file}")
    ResponseEntity<byte[]> query(@PathVariable String file, HttpServletRequest request) throws IOException {
        int dot = file.lastIndexOf('.');
        LibraryQuery query = library.find(dot < 0 ? file : file.substring(0, dot))
                .orElseThrow(() -> ProblemException.of(HttpStatus.NOT_FOUND, "queries.unknown", file));
        String suffix = dot < 0 ? chosen(query, request) : file.substring(dot + 1);
        if (suffix.equals("html")) {
            return pages.answer(request, queryPages.query(query, given(request), request));
        }
        if (suffix.equals("rq")) {
            byte[] text = query.text().getBytes(StandardCharsets.UTF_8);
            return Answers.of(
                    request, MediaType.parseMediaType("application/sparql-query"), text, new HttpHeaders(), List.of());
        }
        Optional<RdfSyntax> syntax = Representation.ofSuffix(suffix).flatMap(Representation::syntax);
        if (syntax.isPresent()) {
            return Documents.answer(
                    request, graph(query, request), syntax.get(), links(LIST + "/" + query.name()), new HttpHeaders());
        }
        if (suffix.equals(Representation.GEOJSON.suffix()) && query.areas().isPresent()) {
            return Answers.of(
                    request,
                    Representation.GEOJSON.contentType(),
                    GeoJson.all(areas.of(query.areas().get(), answer(query, request))),
                    new HttpHeaders(),
                    List.of(HttpHeaders.ACCEPT));
        }
        TableWriter writer = FORMATS.stream()
                .filter(format -> format.suffix().equals(suffix))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(HttpStatus.NOT_FOUND, "queries.unknown", file));
        return data(query, writer, request);
    }

    /** What the query is, and its answer where the request gives what it needs. */
    private Graph graph(LibraryQuery query, HttpServletRequest request) {
        Map<String, String> given = given(request);
        boolean complete = query.parameters().stream()
                .allMatch(parameter -> !parameter.required() || given.containsKey(parameter.name()));
        return complete && !request.getParameterMap().isEmpty()
                ? description.of(query, answer(query, request))
                : description.of(query);
    }

    private QueryTable answer(LibraryQuery query, HttpServletRequest request) {
        return answered(query, request).table();
    }

    /** The rows that are asked for, and which page comes after them where they are not all. */
    private record Answered(QueryTable table, int page, int size, Optional<Integer> next) {}

    private Answered answered(LibraryQuery query, HttpServletRequest request) {
        try {
            Map<String, String> given = given(request);
            boolean paged = request.getParameter("page") != null;
            int number = PageNumber.of(request);
            int size = query.pageSize(uris, given, paged ? DATA_PAGE : Window.WHOLE);
            QueryTable table = query.run(store, uris, given, Window.page(number, size));
            // Where all were asked for and there are more, what follows comes in pages of the usual size.
            int next = !paged && size == Window.WHOLE ? size / DATA_PAGE + 1 : number + 1;
            return new Answered(
                    table.first(size), number, size, table.rows().size() > size ? Optional.of(next) : Optional.empty());
        } catch (InvalidParameterException e) {
            String why = e.message(pages.wording(request).locale());
            throw ProblemException.of(HttpStatus.BAD_REQUEST, "queries.refused", why);
        }
    }

    private ResponseEntity<byte[]> data(LibraryQuery query, TableWriter writer, HttpServletRequest request)
            throws IOException {
        Answered answered = answered(query, request);
        Optional<String> next = answered.next().map(page -> address(query, writer, request, page));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(answered.table(), next, out);
        String type = type(writer, request);
        String encoding = type.startsWith("text/") ? ";charset=utf-8" : "";
        return Answers.of(
                request,
                MediaType.parseMediaType(type + encoding),
                out.toByteArray(),
                cut(query, writer, answered, next),
                List.of(HttpHeaders.ACCEPT));
    }

    /** The results in JSON are called plain JSON for who accepts that alone. */
    private static String type(TableWriter writer, HttpServletRequest request) {
        AcceptHeader accepted = AcceptHeader.of(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
        return writer == TableWriter.JSON
                        && accepted.quality(writer.mediaType()) == 0
                        && accepted.quality(Representation.PLAIN_JSON) > 0
                ? Representation.PLAIN_JSON
                : writer.mediaType();
    }

    /** Says of a part that it is one: where the rest is (RFC 8288), and in the name of the file that it becomes. */
    private static HttpHeaders cut(LibraryQuery query, TableWriter writer, Answered answered, Optional<String> next) {
        HttpHeaders headers = new HttpHeaders();
        if (next.isPresent() || answered.page() > 1) {
            long before = (answered.page() - 1L) * answered.size();
            long last = before + answered.table().rows().size();
            headers.set(
                    HttpHeaders.CONTENT_DISPOSITION,
                    "inline; filename=\"" + query.name() + "-rows-" + (before + 1) + "-" + last + "." + writer.suffix()
                            + "\"");
        }
        next.ifPresent(address -> headers.add(HttpHeaders.LINK, "<" + address + ">; rel=\"next\""));
        return headers;
    }

    private String address(LibraryQuery query, TableWriter writer, HttpServletRequest request, int page) {
        String parameters = given(request).entrySet().stream()
                .map(entry -> URLEncoder.encode(entry.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8) + "&")
                .collect(Collectors.joining());
        return uris.base() + LIST + "/" + query.name() + "." + writer.suffix() + "?" + parameters + "page=" + page;
    }

    private static String chosen(LibraryQuery query, HttpServletRequest request) {
        List<String> types = Stream.of(
                        Stream.of(HTML),
                        FORMATS.stream().map(TableWriter::mediaType),
                        RdfSyntax.OF_DOCUMENTS.stream().map(RdfSyntax::mediaType),
                        query.areas().stream().map(column -> Representation.GEOJSON.mediaType()),
                        Stream.of(Representation.PLAIN_JSON))
                .flatMap(each -> each)
                .toList();
        String type = AcceptHeader.of(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)))
                .best(types, each -> each)
                .orElseThrow(() -> ProblemException.of(HttpStatus.NOT_ACCEPTABLE, "problem.406.text"));
        if (type.equals(Representation.PLAIN_JSON)) {
            return TableWriter.JSON.suffix();
        }
        if (type.equals(Representation.GEOJSON.mediaType())) {
            return Representation.GEOJSON.suffix();
        }
        Stream<String> tables = FORMATS.stream()
                .filter(format -> format.mediaType().equals(type))
                .map(TableWriter::suffix);
        Stream<String> graphs = RdfSyntax.OF_DOCUMENTS.stream()
                .filter(syntax -> syntax.mediaType().equals(type))
                .map(RdfSyntax::suffix);
        return Stream.concat(tables, graphs).findFirst().orElse("html");
    }

    /** The parameters of the request; a blank one is one that is not given, as forms send it. */
    private static Map<String, String> given(HttpServletRequest request) {
        Map<String, String> given = new LinkedHashMap<>();
        List<String> names = new ArrayList<>(Collections.list(request.getParameterNames()));
        names.removeAll(OF_ALL_PAGES);
        for (String name : names) {
            Optional.ofNullable(request.getParameter(name))
                    .filter(value -> !value.isBlank())
                    .ifPresent(value -> given.put(name, value));
        }
        return given;
    }
}
