package uk.declared.reference;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import uk.declared.election.Slug;

/** How names of areas and parties are compared when they are not equal letter for letter. */
public final class Names {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Set<String> LEFT_OUT = Set.of("the", "ward", "division", "electoral", "party");

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
        StringBuilder all = new StringBuilder();
        StringBuilder shortened = new StringBuilder();
        for (String word : words(unmarked(name).toLowerCase(Locale.ROOT))) {
            all.append(word);
            if (!LEFT_OUT.contains(word)) {
                shortened.append(word);
            }
        }
        return (shortened.length() == 0 ? all : shortened).toString();
    }

    private static String unmarked(String name) {
        return isAscii(name)
                ? name
                : MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                        .replaceAll("");
    }

    private static boolean isAscii(String name) {
        return name.chars().allMatch(c -> c < 0x80);
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (isCompared(c)) {
                word.appendCodePoint(c);
            } else if (c != '\'' && c != '\u2019') {
                end(word, words);
                if (c == '&' || c == '+') {
                    words.add("and");
                }
            }
        });
        end(word, words);
        return words;
    }

    private static void end(StringBuilder word, List<String> words) {
        if (word.length() > 0) {
            words.add(word.toString().equals("saint") ? "st" : word.toString());
            word.setLength(0);
        }
    }

    /** Letters, and numbers of any kind. */
    private static boolean isCompared(int c) {
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c) || type == Character.LETTER_NUMBER || type == Character.OTHER_NUMBER;
    }
}
