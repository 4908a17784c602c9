package uk.declared.web.vocabulary;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.springframework.stereotype.Component;

/** The vocabulary's files on the classpath as one graph, read when first asked for. */
@Component
public final class Vocabularies {
    private static final List<Node> NAMES = List.of(SKOS.prefLabel.asNode(), RDFS.Nodes.label);

    private final TurtleFiles files = new TurtleFiles("ontology/*.ttl");
    private final Map<Node, TurtleFiles> parts = Map.of(
            part("code"), new TurtleFiles("ontology/codes.ttl"),
            part("statistics"), new TurtleFiles("ontology/statistics.ttl"),
            part("alignments"), new TurtleFiles("ontology/alignments.ttl"));

    /** All that the vocabulary says. Nobody may add to it. */
    public Graph graph() {
        return files.graph();
    }

    /**
     * All that the vocabulary says, as one document, which has one header: a part of it, such as the code lists, that has a header
     * of its own is a document of its own too.
     */
    Graph document() {
        Graph one = GraphFactory.createDefaultGraph();
        graph().stream()
                .filter(triple -> !parts.containsKey(triple.getSubject()))
                .forEach(one::add);
        return one;
    }

    /** What one part says alone; absent where there is no such part. */
    Optional<Graph> part(Node ontology) {
        return Optional.ofNullable(parts.get(ontology)).map(TurtleFiles::graph);
    }

    /**
     * A version of the vocabulary or of a part: as it was frozen in {@code ontology/versions/}, or the present one, which is not
     * frozen yet.
     *
     * @param path below the vocabulary's URI: {@code 0.1.0}, {@code code/0.1.0}
     */
    Optional<Graph> version(String path) {
        Node version = part(path);
        return frozen(path)
                .map(bytes -> RDFParser.create()
                        .source(new ByteArrayInputStream(bytes))
                        .lang(Lang.TURTLE)
                        .toGraph())
                .or(() -> graph().stream(Node.ANY, OWL2.versionIRI.asNode(), version)
                        .map(triple -> triple.getSubject())
                        .findFirst()
                        .map(ontology -> part(ontology).orElseGet(this::document)));
    }

    /** The bytes of a version that was frozen; they never change. Absent where there is no such version. */
    static Optional<byte[]> frozen(String path) {
        if (!path.matches("([a-z]+/)?\\d+\\.\\d+\\.\\d+")) {
            return Optional.empty();
        }
        try (InputStream in =
                Vocabularies.class.getClassLoader().getResourceAsStream("ontology/versions/" + path + ".ttl")) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Node part(String name) {
        return NodeFactory.createURI(TermPath.DOCUMENT + "/" + name);
    }

    /**
     * What a term or a code is called, with a capital at its beginning; the last part of its URI where it has no name.
     */
    public String label(Node term, Locale language) {
        return NAMES.stream()
                .flatMap(property -> text(term, property, language).stream())
                .findFirst()
                .map(Vocabularies::capital)
                .orElseGet(() -> term.getURI().replaceFirst(".*[/#]", ""));
    }

    /** The value of a property in a language, or in English where it has none in that. */
    Optional<String> text(Node term, Node property, Locale language) {
        return inLanguage(term, property, language.getLanguage())
                .or(() -> inLanguage(term, property, Locale.ENGLISH.getLanguage()))
                .or(() -> inLanguage(term, property, ""));
    }

    private Optional<String> inLanguage(Node term, Node property, String tag) {
        return graph().stream(term, property, Node.ANY)
                .map(triple -> triple.getObject())
                .filter(value -> value.isLiteral() && value.getLiteralLanguage().equals(tag))
                .map(Node::getLiteralLexicalForm)
                .sorted()
                .findFirst();
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
