package uk.declared.validation;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.sparql.graph.GraphFactory;

/** The shapes that state the rules, read once from {@code shapes/}: one file a family. */
final class RuleShapes {
    /** Where the numbers of rules are appended to make their URIs. */
    static final String NAMESPACE = "https://w3id.org/local-elections/rule/";

    /** The families, in the order of their numbers. */
    static final List<String> FAMILIES =
            List.of("identity", "candidates", "votes", "winners", "account", "count", "plausibility");

    private RuleShapes() {}

    /** All shapes together. */
    static Shapes load() {
        Graph graph = GraphFactory.createDefaultGraph();
        for (String family : FAMILIES) {
            String resource = "shapes/" + family + ".ttl";
            RDFParser.create()
                    .source(RuleShapes.class.getClassLoader().getResourceAsStream(resource))
                    .lang(Lang.TURTLE)
                    .parse(graph);
        }
        return Shapes.parse(graph);
    }
}
