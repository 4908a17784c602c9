package uk.declared.web.sparql;

import com.google.re2j.Matcher;
import java.util.List;
import java.util.Optional;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;

/** The functions on texts that {@link StoppableFunctions} puts in the place of Jena's. */
final class StoppableText {
    private StoppableText() {}

    /** A text that looks at the deadline while a pattern is matched against it. */
    private record Watched(CharSequence text, Deadline deadline) implements CharSequence {
        @Override
        public char charAt(int index) {
            deadline.check();
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

    /** Keeps the last pattern, which is nearly always the next one too. */
    private static final class Patterns {
        private final Deadline deadline;
        private Optional<LinearPattern> last = Optional.empty();

        Patterns(Deadline deadline) {
            this.deadline = deadline;
        }

        /** The text, the pattern, and at a place of their own the flags. */
        Matcher matcher(List<NodeValue> arguments, int flagsAt) {
            String flags = arguments.size() > flagsAt ? text(arguments.get(flagsAt)) : "";
            String pattern = text(arguments.get(1));
            LinearPattern found =
                    last.filter(kept -> kept.is(pattern, flags)).orElseGet(() -> LinearPattern.of(pattern, flags));
            last = Optional.of(found);
            return found.matcher(new Watched(text(arguments.get(0)), deadline));
        }
    }

    private static String text(NodeValue value) {
        if (!value.isString() && !value.isLangString()) {
            throw new ExprEvalException("Not a text: " + value);
        }
        return value.asNode().getLiteralLexicalForm();
    }

    static final class Regex extends E_Regex {
        private final Deadline deadline;
        private final Patterns patterns;

        Regex(List<Expr> arguments, Deadline deadline) {
            super(arguments.get(0), arguments.get(1), arguments.size() > 2 ? arguments.get(2) : null);
            this.deadline = deadline;
            this.patterns = new Patterns(deadline);
        }

        @Override
        public NodeValue eval(List<NodeValue> arguments) {
            return NodeValue.makeBoolean(patterns.matcher(arguments, 2).find());
        }

        @Override
        public Expr copy(ExprList arguments) {
            return new Regex(arguments.getList(), deadline);
        }
    }

    static final class Replace extends E_StrReplace {
        private final Deadline deadline;
        private final int longest;
        private final Patterns patterns;

        Replace(List<Expr> arguments, Deadline deadline, int longest) {
            super(arguments.get(0), arguments.get(1), arguments.get(2), arguments.size() > 3 ? arguments.get(3) : null);
            this.deadline = deadline;
            this.longest = longest;
            this.patterns = new Patterns(deadline);
        }

        @Override
        public NodeValue eval(List<NodeValue> arguments) {
            Matcher matcher = patterns.matcher(arguments, 3);
            String replacement = text(arguments.get(2));
            StringBuilder replaced = new StringBuilder();
            try {
                while (matcher.find()) {
                    if (matcher.start() == matcher.end()) {
                        throw new ExprEvalException("The pattern to be replaced matches nothing at all.");
                    }
                    matcher.appendReplacement(replaced, replacement);
                    refuseLonger(replaced.length(), longest);
                }
            } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
                throw new ExprEvalException("The replacement cannot be read: " + e.getMessage());
            }
            matcher.appendTail(replaced);
            refuseLonger(replaced.length(), longest);
            return like(arguments.get(0), replaced.toString());
        }

        /** In the language of the text that it was made from (SPARQL 1.1, section 17.4.3.15). */
        private static NodeValue like(NodeValue original, String text) {
            return original.isLangString()
                    ? NodeValue.makeLangString(text, original.asNode().getLiteralLanguage())
                    : NodeValue.makeString(text);
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

    static void refuseLonger(long length, int longest) {
        if (length > longest) {
            throw new ExprEvalException("The text is longer than " + longest + " characters.");
        }
    }
}
