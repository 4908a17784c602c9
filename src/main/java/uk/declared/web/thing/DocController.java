package uk.declared.web.thing;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.declared.linkeddata.RdfSyntax;
import uk.declared.linkeddata.RdfWriter;
import uk.declared.linkeddata.Uris;
import uk.declared.web.ServerSettings;
import uk.declared.web.http.Answers;
import uk.declared.web.http.ProblemException;
import uk.declared.web.http.ProblemLink;
import uk.declared.web.http.Representation;
import uk.declared.web.page.DocumentLinks;
import uk.declared.web.page.Pages;
import uk.declared.web.thing.ThingDescriptions.Description;

/**
 * Serves the documents about things:
 *
 * <ol>
 *   <li>a suffix names the form; without one it is negotiated,
 *   <li>one query describes the thing; what the store is silent on is 404, what was withdrawn is 410,
 *   <li>the description is written in an RDF syntax, or shown as a page.
 * </ol>
 */
@RestController
final class DocController {
    private final ThingDescriptions things;
    private final Withdrawals withdrawals;
    private final Pages pages;
    private final Uris uris;
    private final ServerSettings settings;
    private final Map<ThingKind, ThingPage> thingPages = new EnumMap<>(ThingKind.class);

    DocController(
            ThingDescriptions things,
            Withdrawals withdrawals,
            Pages pages,
            List<ThingPage> thingPages,
            Uris uris,
            ServerSettings settings) {
        this.things = things;
        this.withdrawals = withdrawals;
        this.pages = pages;
        this.uris = uris;
        this.settings = settings;
        thingPages.forEach(page -> this.thingPages.put(page.kind(), page));
    }

    /** A document in one form. */
    private record Asked(ThingPath path, Description description, Representation representation) {}

    @GetMapping("/doc/**")
    ResponseEntity<byte[]> document(HttpServletRequest request) throws IOException {
        ThingPath path = Requests.path(request, "/doc/").orElseThrow(DocController::unknown);
        Asked asked = bySuffix(path)
                .or(() -> negotiated(path, request))
                .orElseThrow(() -> withdrawals.ofCandidacy(path, request).orElseGet(DocController::unknown));
        withdrawals.check(asked.path(), asked.description(), request);
        DocumentLinks links = links(asked);
        HttpHeaders headers = new HttpHeaders();
        Modified.of(asked.description()).map(Instant::toEpochMilli).ifPresent(headers::setLastModified);
        Optional<RdfSyntax> syntax = asked.representation().syntax();
        if (syntax.isEmpty()) {
            return page(request, asked, links, headers);
        }
        links.addTo(headers, request.getContextPath());
        return Answers.of(
                request,
                asked.representation().contentType(),
                write(asked.description().graph(), syntax.get()),
                headers,
                List.of(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE));
    }

    private Optional<Asked> bySuffix(ThingPath path) {
        return path.suffixed()
                .flatMap(suffixed -> things.of(suffixed.path())
                        .map(description -> new Asked(suffixed.path(), description, suffixed.representation())));
    }

    private Optional<Asked> negotiated(ThingPath path, HttpServletRequest request) {
        return things.of(path)
                .map(description -> new Asked(
                        path, description, Requests.preferred(request).orElseThrow(() -> notAcceptable(path))));
    }

    private ResponseEntity<byte[]> page(
            HttpServletRequest request, Asked asked, DocumentLinks links, HttpHeaders headers) {
        ThingPage thingPage = Objects.requireNonNull(thingPages.get(asked.path().kind()));
        Visit visit = new Visit(pages.wording(request), pageNumber(request));
        return pages.answer(request, thingPage.of(asked.description(), visit).of(links), headers);
    }

    private DocumentLinks links(Asked asked) {
        String path = asked.path().document();
        return new DocumentLinks(
                asked.description().thing().getURI(),
                uris.base() + path,
                path,
                Licence.of(asked.description()).map(URI::create).orElse(settings.licence()),
                "/def/local-elections");
    }

    private static byte[] write(Graph graph, RdfSyntax syntax) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RdfWriter.write(graph, syntax, out);
        return out.toByteArray();
    }

    private static int pageNumber(HttpServletRequest request) {
        String number = Optional.ofNullable(request.getParameter("page")).orElse("1");
        if (!number.matches("[1-9]\\d{0,5}")) {
            throw ProblemException.of(HttpStatus.BAD_REQUEST, "problem.page-number");
        }
        return Integer.parseInt(number);
    }

    private static ProblemException unknown() {
        return ProblemException.of(HttpStatus.NOT_FOUND, "problem.404.thing");
    }

    private static ProblemException notAcceptable(ThingPath path) {
        List<ProblemLink> forms = Representation.OF_DOCUMENTS.stream()
                .map(form -> new ProblemLink(path.document() + "." + form.suffix(), form.title()))
                .toList();
        List<Map<String, String>> available = Representation.OF_DOCUMENTS.stream()
                .map(form -> Map.of("type", form.mediaType(), "href", path.document() + "." + form.suffix()))
                .toList();
        return ProblemException.of(HttpStatus.NOT_ACCEPTABLE, "problem.406.document")
                .with("available", available)
                .withLinks(forms);
    }
}
