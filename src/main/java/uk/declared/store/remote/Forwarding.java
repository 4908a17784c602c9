package uk.declared.store.remote;

import java.util.Optional;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprNone;
import org.apache.jena.sparql.expr.ExprTripleTerm;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.ExprVisitorFunction;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.AggCustom;
import org.apache.jena.vocabulary.XSD;

/**
 * Decides whether a query may be sent to another store as a whole: where it has functions that are ours alone, or that we work out in a
 * form of our own so that they can be stopped, its patterns are asked for there and the rest is done here.
 */
final class Forwarding {
    /** Each product may double the length of a number, and the other engine knows no bounds; so many of them are harmless. */
    private static final int MOST_ARITHMETIC = 8;

    private static final String EXPRESSIONS = "org.apache.jena.sparql.expr.";

    private boolean possible = true;
    private int arithmetic;

    private Forwarding() {}

    /** A query for the rows that ours is to be answered from; absent where it may not be sent as a whole. */
    static Optional<Query> of(Query query) {
        return Optional.of(query)
                .filter(Forwarding::isPossible)
                .map(Forwarding::asRows)
                .filter(Forwarding::canBeWritten);
    }

    /** What Jena makes of a query's answer, a graph or yes or no, it makes of the rows of its pattern. */
    private static Query asRows(Query query) {
        Query sent = query.cloneQuery();
        if (!sent.isSelectType()) {
            sent.setQuerySelectType();
            sent.setQueryResultStar(true);
            if (query.isAskType()) {
                sent.setLimit(1);
            }
            sent.resetResultVars();
        }
        if (sent.hasOrderBy()) {
            // Where a value was put for a variable, nothing is left to order by, and SPARQL has no way to write it.
            sent.getOrderBy().removeIf(order -> order.getExpression().isConstant());
        }
        return sent;
    }

    /** With a value in the place of a variable a query may be one that SPARQL has no words for. */
    private static boolean canBeWritten(Query query) {
        try {
            QueryFactory.create(query.toString());
            return true;
        } catch (QueryException e) {
            return false;
        }
    }

    private static boolean isPossible(Query query) {
        boolean grouped = query.hasGroupBy() || query.hasHaving() || query.hasAggregators();
        if (grouped && !query.isSelectType()) {
            return false;
        }
        Forwarding forwarding = new Forwarding();
        forwarding.visit(query);
        return forwarding.possible && forwarding.arithmetic <= MOST_ARITHMETIC;
    }

    private void visit(Query query) {
        Walker.walk(
                Algebra.compile(query),
                new OpVisitorBase() {
                    @Override
                    public void visit(OpService service) {
                        possible = false;
                    }
                },
                new ExprVisitorFunction() {
                    @Override
                    protected void visitExprFunction(ExprFunction function) {
                        see(function);
                    }

                    @Override
                    public void visit(ExprFunctionOp exists) {
                        see(exists);
                    }

                    @Override
                    public void visit(ExprAggregator aggregate) {
                        see(aggregate);
                    }

                    @Override
                    public void visit(NodeValue value) {}

                    @Override
                    public void visit(ExprTripleTerm term) {}

                    @Override
                    public void visit(ExprVar variable) {}

                    @Override
                    public void visit(ExprNone none) {}
                });
    }

    private void see(ExprFunction function) {
        if (function instanceof SameElsewhere) {
            arithmetic++;
        } else if (function instanceof E_Function called) {
            possible &= called.getFunctionIRI().startsWith(XSD.getURI());
        } else {
            possible &= isJenas(function);
        }
    }

    private void see(ExprAggregator aggregate) {
        possible &= isJenas(aggregate.getAggregator()) && !(aggregate.getAggregator() instanceof AggCustom);
    }

    private static boolean isJenas(Object part) {
        return part.getClass().getName().startsWith(EXPRESSIONS);
    }
}
