package uk.declared.linkeddata;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.riot.RDFFormat;

/**
 * A syntax that RDF is written in: all that the program knows of it. {@code Accept}, suffixes, dumps, {@code convert --to},
 * the endpoint's answers and the catalogue take it from here.
 */
public enum RdfSyntax {
    TURTLE("turtle", "ttl", "Turtle", "Turtle", "RDF_TURTLE", false, "text/turtle", "application/x-turtle"),
    JSON_LD("jsonld", "jsonld", "JSON-LD", "JSON-LD", "JSON_LD", false, "application/ld+json", "application/json"),
    RDF_XML(
            "rdfxml",
            "rdf",
            "RDF/XML",
            "RDF_XML",
            "RDF_XML",
            false,
            "application/rdf+xml",
            "application/xml",
            "text/xml"),
    N_TRIPLES(
            "ntriples", "nt", "N-Triples", "N-Triples", "RDF_N_TRIPLES", false, "application/n-triples", "text/plain"),
    TRIG("trig", "trig", "TriG", "TriG", "RDF_TRIG", true, "application/trig"),
    N_QUADS("nquads", "nq", "N-Quads", "N-Quads", "RDF_N_QUADS", true, "application/n-quads");

    /** The syntaxes in which one thing's document is served: those without graphs. */
    public static final List<RdfSyntax> OF_DOCUMENTS =
            Arrays.stream(values()).filter(syntax -> !syntax.quads).toList();

    /** The syntaxes in which graphs can be named, those that always do first. */
    public static final List<RdfSyntax> OF_GRAPHS = Stream.concat(
                    Arrays.stream(values()).filter(RdfSyntax::holdsQuads), Stream.of(JSON_LD))
            .toList();

    private final String option;
    private final String suffix;
    private final String title;
    private final String w3c;
    private final String fileType;
    private final boolean quads;
    private final List<String> mediaTypes;

    RdfSyntax(
            String option,
            String suffix,
            String title,
            String w3c,
            String fileType,
            boolean quads,
            String... mediaTypes) {
        this.option = option;
        this.suffix = suffix;
        this.title = title;
        this.w3c = w3c;
        this.fileType = fileType;
        this.quads = quads;
        this.mediaTypes = List.of(mediaTypes);
    }

    /** The name by which the command line knows it. */
    public String option() {
        return option;
    }

    public String mediaType() {
        return mediaTypes.get(0);
    }

    /** Its own media type, then others under which clients of the endpoint ask for it. */
    public List<String> mediaTypes() {
        return mediaTypes;
    }

    /** The ending of file names, without the dot. */
    public String suffix() {
        return suffix;
    }

    /** The name that people read. */
    public String title() {
        return title;
    }

    /** The W3C's URI for it (Unique URIs for File Formats). */
    public String format() {
        return "http://www.w3.org/ns/formats/" + w3c;
    }

    /** The last part of its URI in the European Union's table of file types, which catalogues name formats by. */
    public String fileType() {
        return fileType;
    }

    /** Whether it names graphs. */
    public boolean holdsQuads() {
        return quads;
    }

    /** Whether graphs can be named in it: documents in JSON-LD name none, but data sets can. */
    public boolean canNameGraphs() {
        return OF_GRAPHS.contains(this);
    }

    /** Whether a graph of any size can be written in it. */
    public boolean streams() {
        return streamed().isPresent();
    }

    /** How a graph of any size is written in it as it comes; absent where a graph has to be there as a whole. */
    Optional<RDFFormat> streamed() {
        return switch (this) {
            case TURTLE -> Optional.of(RDFFormat.TURTLE_BLOCKS);
            case N_TRIPLES -> Optional.of(RDFFormat.NTRIPLES);
            case N_QUADS -> Optional.of(RDFFormat.NQUADS);
            case TRIG -> Optional.of(RDFFormat.TRIG_BLOCKS);
            case JSON_LD, RDF_XML -> Optional.empty();
        };
    }

    /** The syntax of that name on the command line. */
    public static Optional<RdfSyntax> ofOption(String option) {
        return Arrays.stream(values())
                .filter(syntax -> syntax.option.equalsIgnoreCase(option))
                .findFirst();
    }
}
