package uk.declared.election;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes the part of a URI that a person can read from a name. */
public final class Slug {
    private static final Pattern NOT_KEPT = Pattern.compile("[^A-Za-z0-9\\s-]");
    private static final Pattern GAP = Pattern.compile("[\\s-]+");
    private static final Pattern EDGE = Pattern.compile("^-|-$");

    private Slug() {}

    /**
     * The slug of a name: NFKD to ASCII, what is neither letter, digit, space nor hyphen dropped, lower case, runs of
     * space and hyphen to one hyphen. Empty where nothing is left.
     */
    public static String of(String name) {
        String ascii = NOT_KEPT.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("");
        String joined = GAP.matcher(ascii.strip()).replaceAll("-");
        return EDGE.matcher(joined).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
