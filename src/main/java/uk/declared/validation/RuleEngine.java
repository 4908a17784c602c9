package uk.declared.validation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.VLib;

/** Runs the rules' shapes on the nodes of one small graph. Safe for use by several threads. */
final class RuleEngine {
    private final RuleShapes.Loaded rules = RuleShapes.load();

    /**
     * What the rules say.
     *
     * @param entries what SHACL reports
     * @param totals what was worked out beforehand, for the messages
     */
    record Verdict(Collection<ReportEntry> entries, List<Triple> totals) {}

    /** Adds the totals and comparisons to a graph and validates it. */
    Verdict run(Graph data, Surroundings around) {
        List<Triple> totals = CheckTriples.of(data, around);
        GraphUtil.add(data, totals);
        ValidationContext context = ValidationContext.create(rules.shapes(), data);
        for (Shape shape : rules.shapes().getTargetShapes()) {
            for (Node focus : VLib.focusNodes(data, shape)) {
                VLib.validateShape(context, data, shape, focus);
            }
        }
        return new Verdict(context.generateReport().getEntries(), totals);
    }

    /** The number of the rule that a result is about, which is the name of its shape. */
    static String rule(ReportEntry entry) {
        return entry.source().getURI().substring(RuleShapes.NAMESPACE.length());
    }

    /** The local name of the property whose cell a result is about, where the rule looks at what was worked out. */
    Optional<String> about(ReportEntry entry) {
        return Optional.ofNullable(rules.about().get(rule(entry)));
    }
}
