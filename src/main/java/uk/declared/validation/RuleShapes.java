package uk.declared.validation;

import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.sparql.graph.GraphFactory;
import uk.declared.ground.Shipped;
import uk.declared.linkeddata.Vocabulary;
import uk.declared.report.RuleFamily;

/** The shapes that state the rules, read once from {@code shapes/}: one file a family. */
final class RuleShapes {
    /** Where the numbers of rules are appended to make their URIs. */
    static final String NAMESPACE = "https://w3id.org/local-elections/rule/";

    private RuleShapes() {}

    /**
     * The shapes, and for rules that look at what was worked out beforehand the property whose cell a finding is about.
     *
     * @param about the local name of a property by the number of a rule
     */
    record Loaded(Shapes shapes, Map<String, String> about) {}

    /** All shapes together. */
    static Loaded load() {
        Graph graph = GraphFactory.createDefaultGraph();
        for (RuleFamily family : RuleFamily.values()) {
            if (family.hasShapes()) {
                RDFParser.fromString(Shipped.text(family.file()))
                        .lang(Lang.TURTLE)
                        .parse(graph);
            }
        }
        return new Loaded(Shapes.parse(graph), about(graph));
    }

    private static Map<String, String> about(Graph graph) {
        Node property = NodeFactory.createURI(CheckTriples.NAMESPACE + "about");
        Map<String, String> about = new HashMap<>();
        graph.stream(Node.ANY, property, Node.ANY)
                .forEach(triple -> about.put(
                        triple.getSubject().getURI().substring(NAMESPACE.length()),
                        triple.getObject().getURI().substring(Vocabulary.NAMESPACE.length())));
        return Map.copyOf(about);
    }
}
