package uk.declared.submission.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How handbooks write that something is missing, names with the surname first, and turnout. */
public final class HandbookText {
    /** As statistical programs, databases and people write that a figure is not known. */
    private static final Set<String> MISSING = Set.of("na", "n/a", "#n/a", "null", "nan", "-", "\u2013", "..", ":");

    private static final Pattern COMMA = Pattern.compile("([^,]+?)\\s*,\\s*([^,].*)");

    /** Letters with points after them, or a few capitals: “T.”, “A.M.”, “AA.”, “JP”. */
    private static final Pattern POINTED = Pattern.compile("(?:\\p{L}[./]+)+\\p{L}?|\\p{Lu}{1,4}\\.");

    private static final Pattern CAPITALS = Pattern.compile("\\p{Lu}{1,3}");
    private static final Pattern DECIMAL = Pattern.compile("(\\d{0,3}(?:\\.\\d{1,20})?)(?:[eE](-\\d{1,2}))?\\s*(%?)");

    private HandbookText() {}

    /** A name parted into surname and forenames or initials. */
    public record Name(String family, String given) {
        /** As a person says it. */
        public String said() {
            return given + " " + family;
        }
    }

    public static boolean isMissing(String text) {
        return MISSING.contains(text.toLowerCase(Locale.ROOT));
    }

    /** A name with the surname first: before a comma, or before initials. */
    public static Optional<Name> surnameFirst(String text) {
        Matcher comma = COMMA.matcher(text);
        if (comma.matches()) {
            return Optional.of(new Name(comma.group(1), comma.group(2)));
        }
        int at = text.length();
        for (int space = text.lastIndexOf(' '); space > 0; space = text.lastIndexOf(' ', space - 1)) {
            if (!isInitials(text.substring(space + 1, at).strip(), text.substring(0, space))) {
                break;
            }
            at = space;
        }
        return at == text.length()
                ? Optional.empty()
                : Optional.of(new Name(
                        text.substring(0, at).strip(), text.substring(at).strip()));
    }

    private static boolean isInitials(String token, String before) {
        boolean mixed = before.chars().anyMatch(Character::isLowerCase);
        return POINTED.matcher(token).matches() || CAPITALS.matcher(token).matches() && (mixed || token.length() == 1);
    }

    /** Whether a text is a percentage, or the part of one that is shown as one. */
    public static Optional<BigDecimal> number(String text) {
        Matcher matcher = DECIMAL.matcher(text);
        if (text.isEmpty() || !matcher.matches() || matcher.group(1).isEmpty()) {
            return Optional.empty();
        }
        BigDecimal number =
                new BigDecimal(matcher.group(1).startsWith(".") ? "0" + matcher.group(1) : matcher.group(1));
        return Optional.of(
                matcher.group(2) == null ? number : number.scaleByPowerOfTen(Integer.parseInt(matcher.group(2))));
    }

    /** Turnout as per cent, rounded half up to two places. */
    public static String turnout(BigDecimal number, boolean asPart) {
        BigDecimal percent = asPart ? number.movePointRight(2) : number;
        BigDecimal rounded = percent.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
        return (rounded.scale() < 0 ? rounded.setScale(0) : rounded).toPlainString();
    }
}
