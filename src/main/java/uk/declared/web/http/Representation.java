package uk.declared.web.http;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import uk.declared.linkeddata.RdfSyntax;

/**
 * A form in which a document can be had.
 *
 * @param mediaType without parameters
 * @param suffix the ending of a path that names this form, without the dot
 * @param title the name that people read
 * @param syntax the RDF syntax; none for HTML
 */
public record Representation(String mediaType, String suffix, String title, Optional<RdfSyntax> syntax) {
    public static final Representation HTML = new Representation("text/html", "html", "HTML", Optional.empty());

    /** The forms of a document about one thing, in the server's order of preference. */
    public static final List<Representation> OF_DOCUMENTS = Stream.concat(
                    Stream.of(HTML), RdfSyntax.OF_DOCUMENTS.stream().map(Representation::of))
            .toList();

    /** A table, where the document is one. */
    public static final Representation CSV = new Representation("text/csv", "csv", "CSV", Optional.empty());

    /** The forms of a document that is a table too. */
    public static final List<Representation> OF_TABLES =
            Stream.concat(OF_DOCUMENTS.stream(), Stream.of(CSV)).toList();

    /** The forms of a document that is a table and has graphs of its own. */
    public static final List<Representation> OF_GRAPHS = Stream.concat(
                    OF_TABLES.stream(), Stream.of(of(RdfSyntax.N_QUADS), of(RdfSyntax.TRIG)))
            .toList();

    /** A shape, where the document is about a place. */
    public static final Representation GEOJSON =
            new Representation("application/geo+json", "geojson", "GeoJSON", Optional.empty());

    /** The forms of a document about a place. */
    public static final List<Representation> OF_PLACES =
            Stream.concat(OF_TABLES.stream(), Stream.of(GEOJSON)).toList();

    /** By this name too JSON-LD is had, by who asks for JSON and knows no JSON-LD. */
    public static final String PLAIN_JSON = "application/json";

    /** The ending of a path that names plain JSON. */
    public static final String JSON_SUFFIX = ".json";

    /** Every document in Turtle is one in N3 (Team Submission of 2011, section 1). */
    public static final String N3 = "text/n3";

    /** JSON-LD by the suffix of plain JSON, which whoever knows no JSON-LD tries first. */
    public static final Representation JSON =
            new Representation(PLAIN_JSON, "json", "JSON", Optional.of(RdfSyntax.JSON_LD));

    /** The form that an RDF syntax makes. */
    public static Representation of(RdfSyntax syntax) {
        return new Representation(syntax.mediaType(), syntax.suffix(), syntax.title(), Optional.of(syntax));
    }

    /** The form that a suffix names. */
    public static Optional<Representation> ofSuffix(String suffix) {
        return OF_DOCUMENTS.stream()
                .filter(representation -> representation.suffix.equals(suffix))
                .findFirst();
    }

    /** The value of the Content-Type header. Turtle, N-Triples and HTML are text and say their encoding. */
    public MediaType contentType() {
        return MediaType.parseMediaType(mediaType.startsWith("text/") ? mediaType + ";charset=utf-8" : mediaType);
    }
}
