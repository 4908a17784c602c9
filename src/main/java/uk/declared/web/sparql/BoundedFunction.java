package uk.declared.web.sparql;

import java.util.List;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionBase;

/** A cast or a rounding whose value stays short: it takes no more places, and makes no longer a number, than are needed. */
final class BoundedFunction extends FunctionBase {
    private static final int MOST_PLACES = 100;

    private final FunctionBase function;
    private final boolean keepsTexts;

    /** @param keepsTexts whether it gives texts of any length, as the cast to a string does */
    BoundedFunction(FunctionBase function, boolean keepsTexts) {
        this.function = function;
        this.keepsTexts = keepsTexts;
    }

    @Override
    public void checkBuild(String iri, ExprList arguments) {
        function.checkBuild(iri, arguments);
    }

    @Override
    public NodeValue exec(List<NodeValue> arguments) {
        if (arguments.size() > 1 && Math.abs(arguments.get(1).getDouble()) > MOST_PLACES) {
            throw new ExprEvalException("A number is rounded to at most " + MOST_PLACES + " places.");
        }
        if (!keepsTexts) {
            arguments.forEach(BoundedValue::readable);
        }
        return BoundedValue.of(function.exec(arguments));
    }
}
