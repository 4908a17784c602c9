package uk.declared.submission.text;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as people and spreadsheet programs write it: thousands set apart by commas, apostrophes or any kind of space,
 * a point without digits on one side of it, as many places as a program works out, an apostrophe before it that keeps a
 * spreadsheet from reading it.
 *
 * @param value the number, with the places that were written
 * @param isGrouped whether thousands were set apart
 * @param isShort whether there is a point with digits on one side of it only
 */
public record WrittenNumber(BigDecimal value, boolean isGrouped, boolean isShort) {
    /** Beyond any number of people, votes or papers there are: nine digits. */
    static final int MOST_DIGITS = 9;

    /** Spaces that set thousands apart: the usual one, no-break, figure, thin and narrow no-break. */
    private static final String SPACES = " \u00A0\u2007\u2009\u202F";

    private static final Pattern FORM = Pattern.compile(
            "'?([-+\u2212]?)(\\d{1,3}(?:([,'\u2019" + SPACES + "])\\d{3}(?:\\3\\d{3})*)|\\d{0,60})(\\.\\d{0,60})?");
    private static final Pattern NOT_DIGIT = Pattern.compile("[^0-9]");

    /** Reads a number; empty where the text is none. */
    public static Optional<WrittenNumber> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String digits = NOT_DIGIT.matcher(matcher.group(2)).replaceAll("");
        String fraction = matcher.group(4) == null ? "" : matcher.group(4).substring(1);
        if (digits.isEmpty() && fraction.isEmpty()) {
            return Optional.empty();
        }
        String sign = matcher.group(1).isEmpty() || matcher.group(1).equals("+") ? "" : "-";
        BigDecimal value =
                new BigDecimal(sign + (digits.isEmpty() ? "0" : digits) + (fraction.isEmpty() ? "" : "." + fraction));
        boolean isShort = matcher.group(4) != null && (digits.isEmpty() || fraction.isEmpty());
        return Optional.of(new WrittenNumber(value, matcher.group(3) != null, isShort));
    }

    /** Whether no number of people, votes or papers is as large. */
    public boolean isTooLarge() {
        return value.precision() - value.scale() > MOST_DIGITS && value.signum() != 0;
    }
}
