package uk.declared.web.sparql;

import java.util.List;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.expr.E_Exists;
import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.E_NotExists;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.ExprTransformer;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformer;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;

/**
 * Puts the functions that can run long, or grow without end, on one single value into a form that stops: REGEX and REPLACE
 * look at the deadline as they go, CONCAT and multiplication keep to a length.
 */
final class StoppableFunctions extends ExprTransformCopy {
    private final Deadline deadline;
    private final SparqlLimits limits;
    private final ElementTransformCopyBase elements = new ElementTransformCopyBase();

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
        return function instanceof E_Multiply
                ? new StoppableText.Product(left, right)
                : super.transform(function, left, right);
    }

    @Override
    public Expr transform(ExprFunctionOp exists, ExprList arguments, Op pattern) {
        Element element = ElementTransformer.transform(exists.getElement(), elements, this);
        return exists instanceof E_Exists ? new E_Exists(element) : new E_NotExists(element);
    }

    /** Jena's own transformation leaves the arguments of aggregates as they are. */
    @Override
    public Expr transform(ExprAggregator aggregate) {
        ExprList arguments = aggregate.getAggregator().getExprList();
        if (arguments == null || arguments.isEmpty()) {
            return aggregate;
        }
        ExprList rewritten = ExprTransformer.transform(this, arguments);
        return new ExprAggregator(aggregate.getVar(), aggregate.getAggregator().copy(rewritten));
    }
}
