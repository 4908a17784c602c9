package uk.declared.postcode;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A postcode of the United Kingdom (BS 7666: an outward code of one or two letters and a district, an inward code of a
 * sector and two letters).
 *
 * @param outward such as {@code M33}
 * @param inward such as {@code 7ZF}
 */
public record Postcode(String outward, String inward) {
    private static final Pattern FORM = Pattern.compile("(GIR|[A-Z]{1,2}\\d[A-Z\\d]?)(\\d[A-Z]{2})");
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}.-]+");
    private static final int INWARD = 3;
    private static final int LETTERS = 26;

    /** How many inward codes there can be. */
    static final int INWARD_CODES = 10 * LETTERS * LETTERS;

    /** A postcode as people type it: in any case, with spaces anywhere or none, and with the letter O for the figure 0. */
    public static Optional<Postcode> parse(String text) {
        String plain = BETWEEN.matcher(text).replaceAll("").toUpperCase(Locale.ROOT);
        int sector = plain.length() - INWARD;
        if (sector > 1 && plain.charAt(sector) == 'O') {
            plain = plain.substring(0, sector) + '0' + plain.substring(sector + 1);
        }
        Matcher form = FORM.matcher(plain);
        return form.matches() ? Optional.of(new Postcode(form.group(1), form.group(2))) : Optional.empty();
    }

    /** Whether it is one of Northern Ireland, whose postcodes are under a licence of their own. */
    public boolean isOfNorthernIreland() {
        return outward.startsWith("BT");
    }

    /** The place of the inward code among all that there can be, in their order. */
    int inwardNumber() {
        return ((inward.charAt(0) - '0') * LETTERS + inward.charAt(1) - 'A') * LETTERS + inward.charAt(2) - 'A';
    }

    /** As it is written: {@code M33 7ZF}. */
    @Override
    public String toString() {
        return outward + " " + inward;
    }
}
