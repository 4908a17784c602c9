package uk.declared.web.sparql;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import uk.declared.linkeddata.RdfSyntax;

/** The formats that answers come in, the preferred one first. */
enum AnswerFormat {
    JSON("json", "JSON", "application/sparql-results+json", "application/json"),
    XML("xml", "XML", "application/sparql-results+xml", "application/xml", "text/xml"),
    CSV("csv", "CSV", "text/csv"),
    TSV("tsv", "TSV", "text/tab-separated-values"),
    TURTLE(RdfSyntax.TURTLE),
    JSON_LD(RdfSyntax.JSON_LD),
    RDF_XML(RdfSyntax.RDF_XML),
    N_TRIPLES(RdfSyntax.N_TRIPLES),
    HTML("html", "HTML", "text/html", "application/xhtml+xml");

    /** What clients call formats besides, by the names of the constants. */
    private static final Map<String, String> OTHER_NAMES = Map.ofEntries(
            Map.entry("turtle", "TURTLE"),
            Map.entry("n3", "TURTLE"),
            Map.entry("json-ld", "JSON_LD"),
            Map.entry("json", "JSON_LD"),
            Map.entry("rdf+xml", "RDF_XML"),
            Map.entry("rdfxml", "RDF_XML"),
            Map.entry("xml", "RDF_XML"),
            Map.entry("ntriples", "N_TRIPLES"),
            Map.entry("n-triples", "N_TRIPLES"));

    private final String suffix;
    private final String title;
    private final List<String> mediaTypes;
    private final Optional<RdfSyntax> syntax;

    AnswerFormat(String suffix, String title, String... mediaTypes) {
        this.suffix = suffix;
        this.title = title;
        this.mediaTypes = List.of(mediaTypes);
        this.syntax = Optional.empty();
    }

    AnswerFormat(RdfSyntax syntax) {
        this.suffix = syntax.suffix();
        this.title = syntax.title();
        this.mediaTypes = syntax.mediaTypes();
        this.syntax = Optional.of(syntax);
    }

    /** The value of {@code format=} that asks for it. */
    String suffix() {
        return suffix;
    }

    /** The name that people read. */
    String title() {
        return title;
    }

    /** Its own media type, then others under which it is asked for. */
    List<String> mediaTypes() {
        return mediaTypes;
    }

    /** The media type that its answers are sent with, those of text with their encoding. */
    String mediaType() {
        return withEncoding(mediaTypes.get(0));
    }

    static String withEncoding(String mediaType) {
        return mediaType.startsWith("text/") ? mediaType + ";charset=utf-8" : mediaType;
    }

    /**
     * The first of the formats offered that goes by a name: its suffix, one of its media types, or what it is called by clients such as
     * SPARQLWrapper. A name such as {@code xml} is that of one format for rows and of another for triples.
     */
    static Optional<AnswerFormat> named(String name, List<AnswerFormat> offered) {
        return offered.stream().filter(format -> format.goesBy(name)).findFirst();
    }

    /** Whether it is the name of any format at all. */
    static boolean isName(String name) {
        return named(name, List.of(values())).isPresent();
    }

    /** A plus sign that was not escaped arrives as a space. */
    private boolean goesBy(String name) {
        String asked = name.strip().replace(' ', '+').toLowerCase(Locale.ROOT);
        return suffix.equals(asked) || mediaTypes.contains(asked) || name().equals(OTHER_NAMES.get(asked));
    }

    /** The formats for the answer of such a query. */
    static List<AnswerFormat> of(Query query) {
        if (query.isSelectType() || query.isAskType()) {
            return List.of(JSON, XML, CSV, TSV, HTML);
        }
        return ofDescription();
    }

    /** The formats that a description of the service comes in, the editor among them. */
    static List<AnswerFormat> ofDescription() {
        return Arrays.stream(values())
                .filter(format -> format.syntax.isPresent() || format == HTML)
                .toList();
    }

    Lang resultLanguage() {
        return switch (this) {
            case XML -> ResultSetLang.RS_XML;
            case CSV -> ResultSetLang.RS_CSV;
            case TSV -> ResultSetLang.RS_TSV;
            default -> ResultSetLang.RS_JSON;
        };
    }

    RdfSyntax syntax() {
        return syntax.orElse(RdfSyntax.TURTLE);
    }
}
