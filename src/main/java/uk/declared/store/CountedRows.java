package uk.declared.store;

import java.util.List;
import java.util.Set;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.optimize.Optimize;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.aggregate.AggCount;
import org.apache.jena.sparql.expr.aggregate.AggCountVar;

/**
 * Counts rows, {@code COUNT(*)}, where {@code COUNT(?x)} is asked for and every row has an {@code ?x}: the same number, and the store need not
 * look up what each {@code ?x} is, which takes most of the time where there are many.
 */
final class CountedRows extends TransformCopy {
    /** Makes what Jena makes of queries otherwise, after that. */
    static final RewriteFactory BEFORE_ALL_ELSE = context -> op ->
            Optimize.getFactory().create(context).rewrite(Transformer.transformSkipService(new CountedRows(), op));

    @Override
    public Op transform(OpGroup group, Op rows) {
        Set<Var> certain = CertainVariables.of(rows);
        List<ExprAggregator> aggregators = group.getAggregators().stream()
                .map(each -> isCertain(each, certain) ? new ExprAggregator(each.getVar(), new AggCount()) : each)
                .toList();
        return new OpGroup(rows, group.getGroupVars(), aggregators);
    }

    private static boolean isCertain(ExprAggregator aggregator, Set<Var> certain) {
        return aggregator.getAggregator() instanceof AggCountVar count
                && count.getExprList().size() == 1
                && count.getExprList().get(0).isVariable()
                && certain.contains(count.getExprList().get(0).asVar());
    }
}
