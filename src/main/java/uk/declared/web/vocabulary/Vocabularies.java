package uk.declared.web.vocabulary;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.springframework.stereotype.Component;

/** The vocabulary's files on the classpath as one graph, read when first asked for. */
@Component
public final class Vocabularies {
    private static final List<Node> NAMES = List.of(SKOS.prefLabel.asNode(), RDFS.Nodes.label);

    private final TurtleFiles files = new TurtleFiles("ontology/*.ttl");

    /** All that the vocabulary says. Nobody may add to it. */
    public Graph graph() {
        return files.graph();
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
