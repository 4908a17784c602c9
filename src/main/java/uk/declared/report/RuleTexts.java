package uk.declared.report;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.declared.report.FamilyTexts.Part;

/**
 * The texts of the rules in one language, which stand with the rules in {@code shapes/}, and what reports say besides:
 * {@code reports.properties} and its translations. A text names what it mentions in braces, such as {@code {value}}.
 * {@code {label.kind}} is the text for what the finding's detail {@code kind} says: where that is {@code pdf}, the text
 * {@code kind.pdf}.
 */
public final class RuleTexts {
    private static final String BUNDLE = "uk.declared.report.reports";
    private static final Pattern NAME = Pattern.compile("\\{(label\\.)?([A-Za-z]+)}");
    private static final int LONGEST_VALUE = 80;

    private final ResourceBundle labels;
    private final String language;

    private RuleTexts(Locale language) {
        this.language = language.getLanguage();
        this.labels = ResourceBundle.getBundle(
                BUNDLE,
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The texts in a language, in English where there is no translation. */
    public static RuleTexts in(Locale language) {
        return new RuleTexts(language);
    }

    /** The numbers of all rules. */
    public Set<String> numbers() {
        Set<String> numbers = new TreeSet<>();
        for (RuleFamily family : RuleFamily.values()) {
            numbers.addAll(FamilyTexts.of(family).numbers());
        }
        return numbers;
    }

    /** What the rule says, in a few words. */
    public String title(String rule) {
        return text(rule, Part.TITLE);
    }

    /** What is wrong here. */
    public String message(Finding finding) {
        return filled(text(finding.rule(), Part.FINDING), finding);
    }

    /** What to do about it. */
    public String mend(Finding finding) {
        return filled(text(finding.rule(), Part.MEND), finding);
    }

    /** What whoever sent the file can do about it; the operator of the service may be told more. */
    public String mendOfSent(Finding finding) {
        return find(finding.rule(), Part.MEND_OF_SENT)
                .map(text -> filled(text, finding))
                .orElseGet(() -> mend(finding));
    }

    /** What is said of whatever breaks the rule, with an ellipsis for each thing that a finding names. */
    public String messageOf(String rule) {
        return NAME.matcher(text(rule, Part.FINDING)).replaceAll("…");
    }

    /** What to do about whatever breaks the rule, with an ellipsis for each thing that a finding names. */
    public String mendOf(String rule) {
        return NAME.matcher(text(rule, Part.MEND)).replaceAll("…");
    }

    /** A text that belongs to no rule. */
    public String label(String key) {
        try {
            return labels.getString(key);
        } catch (MissingResourceException e) {
            throw new IllegalArgumentException("No text for " + key, e);
        }
    }

    /** The place in words, such as “row 5, column S (VotesWon)”. */
    public String place(Place place) {
        StringBuilder words = new StringBuilder();
        place.path().ifPresent(path -> append(words, path));
        place.sheet().ifPresent(sheet -> append(words, label("place.sheet") + " " + sheet));
        String row = place.path().isPresent() ? "place.line" : "place.row";
        place.row().ifPresent(number -> append(words, label(row) + " " + number));
        place.columnLetters().ifPresent(column -> append(words, label("place.column") + " " + column));
        place.heading()
                .ifPresent(
                        heading -> words.append(" (").append(shortened(heading)).append(')'));
        return words.toString();
    }

    private static void append(StringBuilder words, String part) {
        words.append(words.isEmpty() ? "" : ", ").append(part);
    }

    private String text(String rule, Part part) {
        return find(rule, part).orElseThrow(() -> new IllegalArgumentException("No text for " + rule + ", " + part));
    }

    private Optional<String> find(String rule, Part part) {
        return FamilyTexts.of(RuleFamily.of(rule)).text(rule, part, language);
    }

    private String filled(String text, Finding finding) {
        Map<String, String> values = new HashMap<>(finding.details());
        finding.value().ifPresent(value -> values.put("value", value));
        Matcher names = NAME.matcher(text);
        return names.replaceAll(name -> Matcher.quoteReplacement(filling(name, values)));
    }

    private String filling(MatchResult name, Map<String, String> values) {
        String value = values.getOrDefault(name.group(2), "");
        return name.group(1) == null ? shortened(value) : label(name.group(2) + "." + value);
    }

    private static String shortened(String value) {
        String line = value.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= LONGEST_VALUE ? line : line.substring(0, LONGEST_VALUE - 1) + "…";
    }
}
