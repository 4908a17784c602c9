package uk.declared.postcode;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Where in a table of postcodes what is needed of it stands, by the headings of ONS's Postcode Directory and National
 * Statistics Postcode Lookup. They change from release to release ({@code osward}, {@code ward}, {@code wd24cd},
 * {@code wd25cd}), so that only their form is known.
 *
 * @param postcode of the postcode
 * @param introduced of the month in which it was introduced; negative where the table has none
 * @param ended of the month in which it was ended, blank while it is in use
 * @param ward of the code of the ward
 * @param division of the code of the county electoral division; negative where the table has none
 */
record PostcodeColumns(int postcode, int introduced, int ended, int ward, int division) {
    private static final Pattern POSTCODE = Pattern.compile("pcds|pcd\\d?|postcode");
    private static final Pattern INTRODUCED = Pattern.compile("dointr");
    private static final Pattern ENDED = Pattern.compile("doterm");
    private static final Pattern WARD = Pattern.compile("(os)?ward|wd(\\d\\d)?(cd)?");
    private static final Pattern DIVISION = Pattern.compile("ced(\\d\\d)?(cd)?");

    /** Whether these are the headings of a table of postcodes. */
    static boolean recognises(List<String> headings) {
        return find(POSTCODE, headings).isPresent()
                && find(ENDED, headings).isPresent()
                && find(WARD, headings).isPresent();
    }

    static PostcodeColumns of(List<String> headings) {
        return new PostcodeColumns(
                find(POSTCODE, headings).orElseThrow(),
                find(INTRODUCED, headings).orElse(-1),
                find(ENDED, headings).orElseThrow(),
                find(WARD, headings).orElseThrow(),
                find(DIVISION, headings).orElse(-1));
    }

    private static OptionalInt find(Pattern form, List<String> headings) {
        return IntStream.range(0, headings.size())
                .filter(at -> form.matcher(plain(headings.get(at))).matches())
                .findFirst();
    }

    private static String plain(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
