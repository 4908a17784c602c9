package uk.declared.web.sparql.geo;

import java.util.List;
import org.apache.jena.query.QueryBuildException;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.Function;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.sparql.util.Context;

/** A function on geometries. It looks at the query's deadline before it works, and where it may work long also meanwhile. */
abstract class GeometryFunction implements Function {
    private final int fewest;
    private final int most;

    GeometryFunction(int fewest, int most) {
        this.fewest = fewest;
        this.most = most;
    }

    @Override
    public final void build(String iri, ExprList arguments, Context context) {
        if (arguments.size() < fewest || arguments.size() > most) {
            throw new QueryBuildException("<" + iri + "> takes " + fewest + " to " + most + " arguments.");
        }
    }

    @Override
    public final NodeValue exec(Binding row, ExprList arguments, String iri, FunctionEnv environment) {
        List<NodeValue> values = arguments.getList().stream()
                .map(argument -> argument.eval(row, environment))
                .toList();
        Runnable check = environment.getContext().get(GeoFunctions.CHECK, () -> {});
        check.run();
        try {
            return of(values, check);
        } catch (IllegalArgumentException | IllegalStateException | ArithmeticException e) {
            // JTS says so where a geometry is none, such as a polygon that crosses itself.
            throw new ExprEvalException(String.valueOf(e.getMessage()));
        }
    }

    /** @param check throws where the query has to stop */
    abstract NodeValue of(List<NodeValue> arguments, Runnable check);
}
