package uk.declared.linkeddata;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A syntax that RDF is read and written in. */
public enum RdfSyntax {
    TURTLE("turtle", "text/turtle", "ttl", "Turtle"),
    JSON_LD("jsonld", "application/ld+json", "jsonld", "JSON-LD"),
    RDF_XML("rdfxml", "application/rdf+xml", "rdf", "RDF/XML"),
    N_TRIPLES("ntriples", "application/n-triples", "nt", "N-Triples"),
    N_QUADS("nquads", "application/n-quads", "nq", "N-Quads"),
    TRIG("trig", "application/trig", "trig", "TriG");

    /** The syntaxes in which one thing's document is served. */
    public static final List<RdfSyntax> OF_DOCUMENTS = List.of(TURTLE, JSON_LD, RDF_XML, N_TRIPLES);

    private final String option;
    private final String mediaType;
    private final String suffix;
    private final String title;

    RdfSyntax(String option, String mediaType, String suffix, String title) {
        this.option = option;
        this.mediaType = mediaType;
        this.suffix = suffix;
        this.title = title;
    }

    /** The name by which the command line knows it. */
    public String option() {
        return option;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The ending of file names, without the dot. */
    public String suffix() {
        return suffix;
    }

    /** The name that people read. */
    public String title() {
        return title;
    }

    /** Whether it names graphs. */
    public boolean holdsQuads() {
        return this == N_QUADS || this == TRIG;
    }

    /** The syntax of that name on the command line. */
    public static Optional<RdfSyntax> ofOption(String option) {
        return Arrays.stream(values())
                .filter(syntax -> syntax.option.equalsIgnoreCase(option))
                .findFirst();
    }
}
