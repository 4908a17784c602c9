package uk.declared.submission.form;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.declared.submission.row.MissingValues;
import uk.declared.submission.text.Texts;
import uk.declared.submission.workbook.SheetCell;

/**
 * Readings of what people write into a form by hand, as the plain text that a table would have. A text that has no such
 * reading stays as it is: the reader of tables then says what is wrong with it.
 */
final class FormReadings {
    private static final Pattern WITH_NOTE = Pattern.compile(
            "'?(\\d{1,3}(?:[ ,\u00A0\u2007\u2009\u202F]\\d{3})+|\\d{1,9})(?:\\.0+)?\\s*"
                    + "(?:[(\\[][^)\\]]*[)\\]]|(?:valid |ballot |rejected |postal )*(?:papers?|votes?|electors?|seats?|councillors?)|\\*+)?\\.?");
    private static final Pattern PERCENTAGE =
            Pattern.compile("(?i)(?:c\\. ?)?(\\d{1,4}(?:[.,]\\d*)?|[.,]\\d+)\\s*(%|per ?cent)?\\s*(?:\\(.*\\))?");
    private static final Set<String> NOTHING = Set.of("not known", "tbc", "awaited", "#div/0!");
    private static final Pattern ZERO_SHARE = Pattern.compile("0(?:\\.0+)?%");
    /** A count in a cell whose format is per cent shows a hundredfold. */
    private static final Pattern HUNDREDFOLD = Pattern.compile("([1-9]\\d{0,6})00%");

    private static final Set<String> ZERO = Set.of("nil", "none", "zero");
    private static final Set<String> MARKS =
            Set.of("x", "\u2713", "\u2714", "\u221A", "\u2611", "\u2612", "\u00D7", "*", "\u2717", "\u2718");
    private static final Set<String> NO_MARKS = Set.of("-", "\u2013", "\u2014", "n/a");
    private static final Set<String> UNOPPOSED = Set.of("unopposed", "uncontested", "electedunopposed", "nopoll");
    private static final Pattern LOT = Pattern.compile("(?i)\\b(lots?|drawing of lots|coin|coelbren)\\b");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private FormReadings() {}

    /** A count: {@code 1 (1 vote)} and {@code 1 244 papers} are counts, and so is {@code nil}. */
    static String count(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (ZERO.contains(lower) || ZERO_SHARE.matcher(lower).matches()) {
            return "0";
        }
        if (isNothing(lower)) {
            return "";
        }
        Matcher whole = HUNDREDFOLD.matcher(text);
        if (whole.matches()) {
            return whole.group(1);
        }
        Matcher matcher = WITH_NOTE.matcher(text);
        return matcher.matches() ? matcher.group(1).replaceAll("[^0-9]", "") : text;
    }

    private static boolean isNothing(String lower) {
        return NOTHING.contains(lower) || MissingValues.isSign(lower);
    }

    /**
     * A turnout in per cent. A number of 1 or less is a fraction, unless the form's own papers and electors say otherwise;
     * one of more than 100 in a cell that shows per cent was typed as per cent.
     *
     * @param expected papers by electors in per cent, where the form gives both
     */
    static String turnout(String text, SheetCell.Kind kind, OptionalDouble expected) {
        if (isNothing(text.toLowerCase(Locale.ROOT))) {
            return "";
        }
        Matcher matcher = PERCENTAGE.matcher(text);
        if (!matcher.matches()) {
            return text;
        }
        BigDecimal number = new BigDecimal("0" + matcher.group(1).replace(',', '.'));
        boolean shown = kind == SheetCell.Kind.PERCENTAGE;
        BigDecimal read = number;
        if (matcher.group(2) == null && number.signum() > 0 && number.compareTo(BigDecimal.ONE) <= 0) {
            read = nearest(List.of(number.multiply(HUNDRED), number), expected);
        } else if (shown && number.compareTo(BigDecimal.ONE) <= 0 && number.signum() > 0) {
            read = nearest(List.of(number, number.multiply(HUNDRED)), expected);
        } else if (shown && number.compareTo(HUNDRED) > 0) {
            read = number.divide(HUNDRED, 6, RoundingMode.HALF_UP);
        }
        return read.stripTrailingZeros().toPlainString();
    }

    /** The first, unless another is nearer to what is expected. */
    private static BigDecimal nearest(List<BigDecimal> readings, OptionalDouble expected) {
        BigDecimal best = readings.get(0);
        if (expected.isPresent()) {
            for (BigDecimal reading : readings) {
                double off = Math.abs(reading.doubleValue() - expected.getAsDouble());
                if (off < Math.abs(best.doubleValue() - expected.getAsDouble())) {
                    best = reading;
                }
            }
        }
        return best;
    }

    /** What a mark says. */
    enum Mark {
        /** As the form asks for it: an X, or the word. */
        PLAIN,
        /** In another way. */
        OTHER,
        /** Elected, and by lot. */
        BY_LOT,
        NOT_ELECTED
    }

    /** What a cell says about being elected; empty where it is not known to say anything. */
    static Optional<Mark> mark(FormCell cell) {
        String text = cell.text().toLowerCase(Locale.ROOT);
        String plain = Texts.plain(text);
        if (text.equals("x") || plain.equals("elected")) {
            return Optional.of(Mark.PLAIN);
        }
        if (NO_MARKS.contains(text) || Set.of("no", "n", "false", "0").contains(plain) || isDenied(plain)) {
            return Optional.of(Mark.NOT_ELECTED);
        }
        boolean elected = plain.contains("elect") || plain.equals("x") || plain.contains("etholwyd");
        if (LOT.matcher(text).find() && (elected || plain.contains("lot"))) {
            return Optional.of(Mark.BY_LOT);
        }
        boolean other = MARKS.contains(text)
                || Set.of("yes", "y", "true", "1", "tick", "win", "won").contains(plain);
        return elected || other ? Optional.of(Mark.OTHER) : Optional.empty();
    }

    private static boolean isDenied(String plain) {
        return plain.contains("notelect")
                || plain.contains("unelect")
                || plain.equals("lost")
                || plain.equals("defeated");
    }

    /** Whether the place for votes says that there was no poll. */
    static boolean isUnopposed(String text) {
        return UNOPPOSED.contains(Texts.plain(text));
    }
}
