package uk.declared.web.sparql;

import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionBase2;

/**
 * {@code math:pow} with doubles, as XPath has it. Jena's own raises whole numbers to whole powers exactly, which a short
 * query can make into a number that fills the memory.
 */
final class DoublePower extends FunctionBase2 {
    @Override
    public NodeValue exec(NodeValue base, NodeValue exponent) {
        return NodeValue.makeDouble(Math.pow(base.getDouble(), exponent.getDouble()));
    }
}
