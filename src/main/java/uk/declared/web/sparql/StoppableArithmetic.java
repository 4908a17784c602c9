package uk.declared.web.sparql;

import java.util.Optional;
import org.apache.jena.sparql.expr.E_Add;
import org.apache.jena.sparql.expr.E_Divide;
import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.E_StrDatatype;
import org.apache.jena.sparql.expr.E_Subtract;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.vocabulary.XSD;
import uk.declared.store.remote.SameElsewhere;

/** The arithmetic of SPARQL on values that stay short, which {@link StoppableFunctions} puts in the place of Jena's. */
final class StoppableArithmetic {
    private StoppableArithmetic() {}

    /** The bounded form of a function; absent where it needs none. */
    static Optional<Expr> of(ExprFunction2 function, Expr left, Expr right) {
        if (function instanceof E_Add) {
            return Optional.of(new Sum(left, right));
        }
        if (function instanceof E_Subtract) {
            return Optional.of(new Difference(left, right));
        }
        if (function instanceof E_Multiply) {
            return Optional.of(new Product(left, right));
        }
        if (function instanceof E_Divide) {
            return Optional.of(new Quotient(left, right));
        }
        return function instanceof E_StrDatatype ? Optional.of(new Typed(left, right)) : Optional.empty();
    }

    private static final class Sum extends E_Add implements SameElsewhere {
        Sum(Expr left, Expr right) {
            super(left, right);
        }

        @Override
        public NodeValue eval(NodeValue left, NodeValue right) {
            return BoundedValue.of(super.eval(BoundedValue.of(left), BoundedValue.of(right)));
        }

        @Override
        public Expr copy(Expr left, Expr right) {
            return new Sum(left, right);
        }
    }

    private static final class Difference extends E_Subtract implements SameElsewhere {
        Difference(Expr left, Expr right) {
            super(left, right);
        }

        @Override
        public NodeValue eval(NodeValue left, NodeValue right) {
            return BoundedValue.of(super.eval(BoundedValue.of(left), BoundedValue.of(right)));
        }

        @Override
        public Expr copy(Expr left, Expr right) {
            return new Difference(left, right);
        }
    }

    private static final class Product extends E_Multiply implements SameElsewhere {
        Product(Expr left, Expr right) {
            super(left, right);
        }

        @Override
        public NodeValue eval(NodeValue left, NodeValue right) {
            if (left.isNumber()
                    && right.isNumber()
                    && BoundedValue.bits(left) + BoundedValue.bits(right) > BoundedValue.LONGEST_NUMBER_BITS) {
                throw new ExprEvalException("The product is too long a number.");
            }
            return BoundedValue.of(super.eval(BoundedValue.of(left), BoundedValue.of(right)));
        }

        @Override
        public Expr copy(Expr left, Expr right) {
            return new Product(left, right);
        }
    }

    private static final class Quotient extends E_Divide implements SameElsewhere {
        Quotient(Expr left, Expr right) {
            super(left, right);
        }

        @Override
        public NodeValue eval(NodeValue left, NodeValue right) {
            return BoundedValue.of(super.eval(BoundedValue.of(left), BoundedValue.of(right)));
        }

        @Override
        public Expr copy(Expr left, Expr right) {
            return new Quotient(left, right);
        }
    }

    /** A literal of a type, from its text. */
    private static final class Typed extends E_StrDatatype implements SameElsewhere {
        Typed(Expr text, Expr type) {
            super(text, type);
        }

        @Override
        public NodeValue eval(NodeValue text, NodeValue type) {
            String iri = type.isIRI() ? type.asNode().getURI() : "";
            boolean isRead = iri.startsWith(XSD.getURI()) && !iri.equals(XSD.xstring.getURI());
            return BoundedValue.of(super.eval(isRead ? BoundedValue.readable(text) : text, type));
        }

        @Override
        public Expr copy(Expr text, Expr type) {
            return new Typed(text, type);
        }
    }
}
