package uk.declared.linkeddata;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/** Says in words what changed, with the names that the vocabulary gives to its terms. */
public final class ChangeWords {
    private final String language;

    private ChangeWords(String language) {
        this.language = language;
    }

    /** @param language English where it is not Welsh */
    public static ChangeWords in(Locale language) {
        return new ChangeWords(language.getLanguage().equals("cy") ? "cy" : "en");
    }

    /** A change in words, such as {@code Ann Example, votes: 810 → 812}. */
    public String of(ContestChange change) {
        String property = label(change.property());
        String what = change.name().isEmpty() ? property : change.name() + ", " + property;
        return what + ": " + value(change.from()) + " → " + value(change.to());
    }

    /** The changes as notes (SKOS), at most so many in each language, the rest counted. */
    public static List<Node> notes(List<ContestChange> changes, int most) {
        return List.of(Locale.UK, Locale.forLanguageTag("cy")).stream()
                .flatMap(language -> in(language).lines(changes, most).stream()
                        .map(line -> NodeFactory.createLiteralLang(line, in(language).language)))
                .toList();
    }

    /** The changes in words, at most so many, the rest counted. */
    public List<String> lines(List<ContestChange> changes, int most) {
        List<String> lines =
                new ArrayList<>(changes.stream().limit(most).map(this::of).toList());
        if (changes.size() > most) {
            lines.add(text("more").replace("{0}", Integer.toString(changes.size() - most)));
        }
        return lines;
    }

    private String value(Optional<Node> value) {
        return value.map(node -> node.isURI() ? label(node) : node.getLiteralLexicalForm())
                .orElseGet(() -> text("not-stated"));
    }

    private String text(String key) {
        return ResourceBundle.getBundle(
                        "uk.declared.linkeddata.changes",
                        language.equals("cy") ? Locale.forLanguageTag("cy") : Locale.ROOT,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString(key);
    }

    private String label(Node term) {
        return label(term, language)
                .or(() -> label(term, "en"))
                .orElseGet(() -> term.getURI().replaceFirst(".*[/#]", ""));
    }

    private static Optional<String> label(Node term, String language) {
        return List.of(RDFS.Nodes.label, SKOS.prefLabel.asNode()).stream()
                .flatMap(property -> Terms.GRAPH.stream(term, property, Node.ANY))
                .map(triple -> triple.getObject())
                .filter(name -> name.getLiteralLanguage().equals(language))
                .map(Node::getLiteralLexicalForm)
                .sorted()
                .findFirst();
    }

    /** The vocabulary, read when first asked for. */
    private static final class Terms {
        private static final Graph GRAPH = read();

        private static Graph read() {
            Graph graph = GraphFactory.createDefaultGraph();
            GraphUtil.add(graph, VocabularyFiles.read("http://localhost"));
            return graph;
        }
    }
}
