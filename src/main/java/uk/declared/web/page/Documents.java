package uk.declared.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import uk.declared.linkeddata.RdfSyntax;
import uk.declared.linkeddata.RdfWriter;
import uk.declared.web.http.AcceptHeader;
import uk.declared.web.http.Answers;
import uk.declared.web.http.ProblemException;
import uk.declared.web.http.ProblemLink;
import uk.declared.web.http.Representation;

/** What all documents that are had in several forms do alike. */
public final class Documents {
    private Documents() {}

    /**
     * The form of a document that the client likes best.
     *
     * @param path of the document, without suffix
     * @throws ProblemException where the client accepts none: 406, with the forms that there are
     */
    public static Representation preferred(HttpServletRequest request, String path) {
        return preferred(request, path, Representation.OF_DOCUMENTS);
    }

    /**
     * The form of a document that the client likes best.
     *
     * @param path of the document, without suffix
     * @param forms in which it can be had, in the server's order of preference
     * @throws ProblemException where the client accepts none: 406, with the forms that there are
     */
    public static Representation preferred(HttpServletRequest request, String path, List<Representation> forms) {
        return accepted(request)
                .best(forms, Representation::mediaType)
                .or(() -> forms.stream()
                        .filter(form -> form.syntax().equals(Optional.of(RdfSyntax.JSON_LD)))
                        .filter(form -> accepted(request).quality(Representation.PLAIN_JSON) > 0)
                        .findFirst())
                .or(() -> forms.stream()
                        .filter(form -> form.syntax().equals(Optional.of(RdfSyntax.TURTLE)))
                        .filter(form -> accepted(request).quality(Representation.N3) > 0)
                        .findFirst())
                .orElseThrow(() -> notAcceptable(path, forms));
    }

    private static AcceptHeader accepted(HttpServletRequest request) {
        return AcceptHeader.of(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
    }

    /**
     * The type by which a syntax is sent: JSON-LD is called plain JSON for who accepts that alone or names it by the suffix, and
     * Turtle, which is N3 too, is called so for who accepts no Turtle.
     */
    private static MediaType type(HttpServletRequest request, RdfSyntax syntax) {
        AcceptHeader accepted = accepted(request);
        if (syntax == RdfSyntax.JSON_LD && request.getRequestURI().endsWith(Representation.JSON_SUFFIX)) {
            return MediaType.APPLICATION_JSON;
        }
        if (syntax == RdfSyntax.TURTLE
                && accepted.quality(syntax.mediaType()) == 0
                && accepted.quality(Representation.N3) > 0) {
            return MediaType.parseMediaType(Representation.N3 + ";charset=utf-8");
        }
        return syntax == RdfSyntax.JSON_LD
                        && accepted.quality(syntax.mediaType()) == 0
                        && accepted.quality(Representation.PLAIN_JSON) > 0
                ? MediaType.APPLICATION_JSON
                : Representation.of(syntax).contentType();
    }

    /** A graph as the answer to a request, in one syntax. */
    public static ResponseEntity<byte[]> answer(
            HttpServletRequest request, Graph graph, RdfSyntax syntax, DocumentLinks links, HttpHeaders headers) {
        return answer(request, write(graph, links.thing(), syntax), syntax, links, headers);
    }

    /** A graph that was written in a syntax before. */
    public static ResponseEntity<byte[]> answer(
            HttpServletRequest request, byte[] written, RdfSyntax syntax, DocumentLinks links, HttpHeaders headers) {
        links.addTo(headers, request.getContextPath());
        return Answers.of(
                request,
                type(request, syntax),
                written,
                headers,
                List.of(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE));
    }

    /** The bytes of a graph in a syntax, what it is about first. */
    private static byte[] write(Graph graph, String first, RdfSyntax syntax) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            RdfWriter.write(graph, first, syntax, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The bytes of a graph in a syntax. */
    public static byte[] write(Graph graph, RdfSyntax syntax) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            RdfWriter.write(graph, syntax, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static ProblemException notAcceptable(String path, List<Representation> available) {
        List<Alternate> forms =
                available.stream().map(form -> Alternate.of(path, form)).toList();
        return ProblemException.of(HttpStatus.NOT_ACCEPTABLE, "problem.406.document")
                .with(
                        "available",
                        forms.stream()
                                .map(form -> Map.of("type", form.mediaType(), "href", form.href()))
                                .toList())
                .withLinks(forms.stream()
                        .map(form -> new ProblemLink(form.href(), form.title()))
                        .toList());
    }
}
