package uk.declared.web.sparql;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.apache.jena.sparql.expr.ExprEvalException;

/**
 * A regular expression as XPath has them, matched by RE2/J in time that grows with the text and no faster. Java's own may
 * take time without end, on a short text or on none, without looking at anything that could be watched. Back-references are
 * the price: they cannot be had in linear time.
 */
final class LinearPattern {
    /** With the text's bound, this bounds how long a match takes. */
    private static final int LONGEST = 2_000;

    /** Repetitions are written out when a pattern is read. */
    private static final int LONGEST_WRITTEN_OUT = 200_000;

    private final String text;
    private final String flags;
    private final Pattern pattern;

    private LinearPattern(String text, String flags, Pattern pattern) {
        this.text = text;
        this.flags = flags;
        this.pattern = pattern;
    }

    /**
     * @param flags those of XPath: i, s, m, x, q
     * @throws ExprEvalException where the text is no pattern of this kind, with the reason
     */
    static LinearPattern of(String text, String flags) {
        if (text.length() > LONGEST) {
            throw new ExprEvalException("A pattern may have at most " + LONGEST + " characters.");
        }
        if (flags.indexOf('q') < 0 && WrittenOutLength.of(readable(text, flags)) > LONGEST_WRITTEN_OUT) {
            throw new ExprEvalException("The pattern repeats too much.");
        }
        try {
            return new LinearPattern(text, flags, Pattern.compile(readable(text, flags), mask(flags)));
        } catch (PatternSyntaxException e) {
            throw new ExprEvalException(e.getDescription() + ": " + e.getPattern());
        }
    }

    boolean is(String otherText, String otherFlags) {
        return text.equals(otherText) && flags.equals(otherFlags);
    }

    Matcher matcher(CharSequence on) {
        return pattern.matcher(on);
    }

    private static int mask(String flags) {
        int mask = 0;
        for (char flag : flags.toCharArray()) {
            mask |= switch (flag) {
                case 'i' -> Pattern.CASE_INSENSITIVE;
                case 's' -> Pattern.DOTALL;
                case 'm' -> Pattern.MULTILINE;
                case 'x', 'q' -> 0;
                default -> throw new ExprEvalException("A pattern has no flag " + flag + ".");
            };
        }
        return mask;
    }

    private static String readable(String text, String flags) {
        if (flags.indexOf('q') >= 0) {
            return Pattern.quote(text);
        }
        return flags.indexOf('x') >= 0 ? withoutBlanks(text) : text;
    }

    /** The flag x: blanks say nothing, but for those within brackets (XPath and XQuery Functions 3.1, section 5.6.2). */
    private static String withoutBlanks(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        int brackets = 0;
        boolean escaped = false;
        for (char c : text.toCharArray()) {
            if (brackets == 0 && (c == ' ' || c == '\t' || c == '\n' || c == '\r')) {
                continue;
            }
            if (!escaped) {
                brackets += c == '[' ? 1 : c == ']' && brackets > 0 ? -1 : 0;
            }
            escaped = !escaped && c == '\\';
            kept.append(c);
        }
        return kept.toString();
    }
}
