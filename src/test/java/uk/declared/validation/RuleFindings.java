package uk.declared.validation;

import java.util.Collection;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;

/** Lets tests in other rooms ask the rules about a graph, as a submission asks them. */
public final class RuleFindings {
    private static final RuleEngine RULES = new RuleEngine();

    private RuleFindings() {}

    /** What refuses a graph: the rule and the node, such as {@code F201 http://localhost:8080/id/contest/…}. */
    public static List<String> refusals(Graph graph) {
        return describe(entries(graph).stream()
                .filter(entry -> entry.severity().level().equals(SHACL.Violation))
                .toList());
    }

    /** Everything that the rules say of a graph, warnings too. */
    public static List<String> all(Graph graph) {
        return describe(entries(graph));
    }

    private static Collection<ReportEntry> entries(Graph graph) {
        Graph data = GraphFactory.createDefaultGraph();
        GraphUtil.addInto(data, graph);
        return RULES.run(data, Surroundings.NONE).entries();
    }

    private static List<String> describe(Collection<ReportEntry> entries) {
        return entries.stream()
                .map(entry -> RuleEngine.rule(entry) + " " + entry.focusNode())
                .sorted()
                .toList();
    }
}
