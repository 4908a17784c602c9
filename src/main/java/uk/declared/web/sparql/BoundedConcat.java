package uk.declared.web.sparql;

import java.util.Objects;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.aggregate.AccumulatorExpr;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.function.FunctionEnv;
import org.jspecify.annotations.Nullable;

/** GROUP_CONCAT whose texts keep to a length. A query whose texts grow beyond it is refused, rather than answered with less. */
final class BoundedConcat {
    private BoundedConcat() {}

    /** The bounded form of an aggregate; itself where it is no such one. */
    static Aggregator of(Aggregator aggregator, int longest) {
        if (aggregator instanceof AggGroupConcat all) {
            return new All(all.getExprList().get(0), separator(all.getSeparator()), longest);
        }
        if (aggregator instanceof AggGroupConcatDistinct distinct) {
            return new Distinct(distinct.getExprList().get(0), separator(distinct.getSeparator()), longest);
        }
        return aggregator;
    }

    private static String separator(@Nullable String given) {
        return Objects.requireNonNullElse(given, " ");
    }

    private static final class All extends AggGroupConcat {
        private final int longest;

        All(Expr expression, String separator, int longest) {
            super(expression, separator);
            this.longest = longest;
        }

        @Override
        public Aggregator copy(ExprList expressions) {
            return new All(expressions.get(0), separator(getSeparator()), longest);
        }

        @Override
        public Accumulator createAccumulator() {
            return new Text(getExprList().get(0), separator(getSeparator()), false, longest);
        }
    }

    private static final class Distinct extends AggGroupConcatDistinct {
        private final int longest;

        Distinct(Expr expression, String separator, int longest) {
            super(expression, separator);
            this.longest = longest;
        }

        @Override
        public Aggregator copy(ExprList expressions) {
            return new Distinct(expressions.get(0), separator(getSeparator()), longest);
        }

        @Override
        public Accumulator createAccumulator() {
            return new Text(getExprList().get(0), separator(getSeparator()), true, longest);
        }
    }

    private static final class Text extends AccumulatorExpr {
        private final String separator;
        private final int longest;
        private final StringBuilder text = new StringBuilder();
        private boolean begun;

        Text(Expr expression, String separator, boolean distinct, int longest) {
            super(expression, distinct);
            this.separator = separator;
            this.longest = longest;
        }

        @Override
        protected void accumulate(NodeValue value, Binding row, FunctionEnv environment) {
            String next = value.asString();
            long length = (long) text.length() + next.length() + separator.length();
            if (length > longest) {
                throw new QueryRefusedException(Refusal.TOO_LONG_TEXT, longest);
            }
            text.append(begun ? separator : "").append(next);
            begun = true;
        }

        @Override
        protected void accumulateError(Binding row, FunctionEnv environment) {}

        @Override
        protected NodeValue getAccValue() {
            return NodeValue.makeString(text.toString());
        }
    }
}
