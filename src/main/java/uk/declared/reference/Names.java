package uk.declared.reference;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import uk.declared.election.Slug;

/** How names of areas and parties are compared when they are not equal letter for letter. */
public final class Names {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern AND = Pattern.compile("&|\\+");
    private static final Pattern NOT_COMPARED = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern LEFT_OUT = Pattern.compile("\\b(the|ward|division|electoral|party)\\b");

    private Names() {}

    /**
     * What a release is called after the file that it comes from, without its ending.
     *
     * @param otherwise for a name without a letter or a digit
     */
    static String ofFile(String name, String otherwise) {
        String slug = Slug.of(
                name.replaceFirst("\\.[A-Za-z]{1,8}$", "").replace('_', '-').replace('.', '-'));
        return slug.isEmpty() ? otherwise : slug;
    }

    /**
     * A name without what spellings differ in: case, accents, punctuation and spaces; {@code &} is {@code and}, {@code St.}
     * is {@code Saint}; the words “the”, “ward”, “electoral”, “division” and “party” are left out.
     */
    public static String plain(String name) {
        String text = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        text = AND.matcher(text).replaceAll(" and ").replace("'", "").replace("\u2019", "");
        text = NOT_COMPARED.matcher(text).replaceAll(" ").replaceAll("\\bsaint\\b", "st");
        String shortened = LEFT_OUT.matcher(text).replaceAll(" ").replaceAll("\\s+", "");
        return shortened.isEmpty() ? text.replaceAll("\\s+", "") : shortened;
    }
}
