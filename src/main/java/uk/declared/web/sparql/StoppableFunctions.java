package uk.declared.web.sparql;

import java.util.List;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.expr.E_Exists;
import org.apache.jena.sparql.expr.E_NotExists;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.ExprTransformer;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformer;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;

/**
 * Puts what can run long, or grow without end, on one single value into a form that stops: REGEX and REPLACE match in
 * linear time and look at the deadline as they go, CONCAT, GROUP_CONCAT and arithmetic keep to a length, and so do paths
 * ({@link WatchedPaths}).
 */
final class StoppableFunctions extends ExprTransformCopy {
    private final Deadline deadline;
    private final SparqlLimits limits;
    private final ElementTransformCopyBase elements = new WatchedPaths();

    private StoppableFunctions(Deadline deadline, SparqlLimits limits) {
        this.deadline = deadline;
        this.limits = limits;
    }

    static Query rewrite(Query query, Deadline deadline, SparqlLimits limits) {
        StoppableFunctions functions = new StoppableFunctions(deadline, limits);
        return QueryTransformOps.transform(query, functions.elements, functions);
    }

    @Override
    public Expr transform(ExprFunctionN function, ExprList arguments) {
        List<Expr> given = arguments.getList();
        if (function instanceof E_Regex || function instanceof E_StrReplace) {
            refuseUnreadable(given, function instanceof E_Regex ? 2 : 3);
        }
        if (function instanceof E_Regex) {
            return new StoppableText.Regex(given, deadline);
        }
        if (function instanceof E_StrReplace) {
            return new StoppableText.Replace(given, deadline, limits.textLength());
        }
        if (function instanceof E_StrConcat) {
            return new StoppableText.Concat(arguments, limits.textLength());
        }
        return super.transform(function, arguments);
    }

    @Override
    public Expr transform(ExprFunction2 function, Expr left, Expr right) {
        return StoppableArithmetic.of(function, left, right).orElseGet(() -> super.transform(function, left, right));
    }

    /** A pattern that stands in the query is read before it runs, so that its author learns what is wrong with it. */
    private static void refuseUnreadable(List<Expr> arguments, int flagsAt) {
        boolean flagged = arguments.size() > flagsAt;
        Expr flags = flagged ? arguments.get(flagsAt) : NodeValue.nvEmptyString;
        if (arguments.get(1).isConstant() && flags.isConstant()) {
            try {
                LinearPattern.of(
                        arguments.get(1).getConstant().asString(),
                        flags.getConstant().asString());
            } catch (ExprEvalException e) {
                throw new QueryRefusedException(Refusal.PATTERN, String.valueOf(e.getMessage()));
            }
        }
    }

    @Override
    public Expr transform(ExprFunctionOp exists, ExprList arguments, Op pattern) {
        Element element = ElementTransformer.transform(exists.getElement(), elements, this);
        return exists instanceof E_Exists ? new E_Exists(element) : new E_NotExists(element);
    }

    /** Jena's own transformation leaves the arguments of aggregates as they are. */
    @Override
    public Expr transform(ExprAggregator aggregate) {
        Aggregator aggregator = BoundedConcat.of(aggregate.getAggregator(), limits.textLength());
        ExprList arguments = aggregator.getExprList();
        if (arguments == null || arguments.isEmpty()) {
            return aggregate;
        }
        ExprList rewritten = ExprTransformer.transform(this, arguments);
        return new ExprAggregator(aggregate.getVar(), aggregator.copy(rewritten));
    }
}
