package uk.declared.web.sparql;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;

/** The functions of SPARQL that {@link StoppableFunctions} puts in the place of Jena's. */
final class StoppableText {
    /** No figure of an election comes near it, nor does a sum of squares of them. */
    private static final int LONGEST_NUMBER_BITS = 4096;

    private StoppableText() {}

    /** A text that looks at the deadline while a pattern is matched against it, however long that takes. */
    private static final class Watched implements CharSequence {
        private static final int EVERY = 0xFFF;

        private final CharSequence text;
        private final Deadline deadline;
        private int looks;

        Watched(CharSequence text, Deadline deadline) {
            this.text = text;
            this.deadline = deadline;
        }

        @Override
        public char charAt(int index) {
            if ((++looks & EVERY) == 0) {
                deadline.check();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }

    private static String text(NodeValue value) {
        if (!value.isString() && !value.isLangString()) {
            throw new ExprEvalException("Not a text: " + value);
        }
        return value.asNode().getLiteralLexicalForm();
    }

    private static Matcher matcher(List<NodeValue> arguments, int flagsAt, Deadline deadline) {
        String flags = arguments.size() > flagsAt ? text(arguments.get(flagsAt)) : "";
        Pattern pattern = RegexEngine.makePattern("REGEX", text(arguments.get(1)), flags);
        return pattern.matcher(new Watched(text(arguments.get(0)), deadline));
    }

    static final class Regex extends E_Regex {
        private final Deadline deadline;

        Regex(List<Expr> arguments, Deadline deadline) {
            super(arguments.get(0), arguments.get(1), arguments.size() > 2 ? arguments.get(2) : null);
            this.deadline = deadline;
        }

        @Override
        public NodeValue eval(List<NodeValue> arguments) {
            return NodeValue.makeBoolean(matcher(arguments, 2, deadline).find());
        }

        @Override
        public Expr copy(ExprList arguments) {
            return new Regex(arguments.getList(), deadline);
        }
    }

    static final class Replace extends E_StrReplace {
        private final Deadline deadline;
        private final int longest;

        Replace(List<Expr> arguments, Deadline deadline, int longest) {
            super(arguments.get(0), arguments.get(1), arguments.get(2), arguments.size() > 3 ? arguments.get(3) : null);
            this.deadline = deadline;
            this.longest = longest;
        }

        /** Goes through the matches once, watched, to see that they end and how long the outcome is. */
        @Override
        public NodeValue eval(List<NodeValue> arguments) {
            Matcher matcher = matcher(arguments, 3, deadline);
            long length = text(arguments.get(0)).length();
            int replacement = text(arguments.get(2)).length();
            while (matcher.find()) {
                length += (long) replacement * (matcher.groupCount() + 1);
                refuseLonger(length, longest);
            }
            return super.eval(arguments);
        }

        @Override
        public Expr copy(ExprList arguments) {
            return new Replace(arguments.getList(), deadline, longest);
        }
    }

    static final class Concat extends E_StrConcat {
        private final int longest;

        Concat(ExprList arguments, int longest) {
            super(arguments);
            this.longest = longest;
        }

        @Override
        public NodeValue eval(List<NodeValue> arguments) {
            refuseLonger(
                    arguments.stream()
                            .mapToLong(value -> value.asString().length())
                            .sum(),
                    longest);
            return super.eval(arguments);
        }

        @Override
        public Expr copy(ExprList arguments) {
            return new Concat(arguments, longest);
        }
    }

    static final class Product extends E_Multiply {
        Product(Expr left, Expr right) {
            super(left, right);
        }

        @Override
        public NodeValue eval(NodeValue left, NodeValue right) {
            if (bits(left) + bits(right) > LONGEST_NUMBER_BITS) {
                throw new ExprEvalException("The product is too long a number.");
            }
            return super.eval(left, right);
        }

        private static int bits(NodeValue value) {
            if (value.isInteger()) {
                return value.getInteger().bitLength();
            }
            return value.isDecimal() ? value.getDecimal().unscaledValue().bitLength() : Double.SIZE;
        }

        @Override
        public Expr copy(Expr left, Expr right) {
            return new Product(left, right);
        }
    }

    private static void refuseLonger(long length, int longest) {
        if (length > longest) {
            throw new ExprEvalException("The text is longer than " + longest + " characters.");
        }
    }
}
