package uk.declared.validation;

import java.util.Collection;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.VLib;

/** Runs the rules' shapes on the nodes of one small graph. Safe for use by several threads. */
final class RuleEngine {
    private final Shapes shapes = RuleShapes.load();

    /**
     * What the rules say.
     *
     * @param entries what SHACL reports
     * @param totals what was worked out beforehand, for the messages
     */
    record Verdict(Collection<ReportEntry> entries, List<Triple> totals) {}

    /** Adds the totals to a graph and validates it. */
    Verdict run(Graph data) {
        List<Triple> totals = CheckTriples.of(data);
        GraphUtil.add(data, totals);
        ValidationContext context = ValidationContext.create(shapes, data);
        for (Shape shape : shapes.getTargetShapes()) {
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
}
