package uk.declared.submission.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import uk.declared.election.GssCode;
import uk.declared.election.Nation;
import uk.declared.format.Column;
import uk.declared.submission.column.ColumnMapping;
import uk.declared.submission.column.TableFormats;
import uk.declared.submission.row.UsualAbbreviations;
import uk.declared.submission.row.UsualPartyNames;
import uk.declared.submission.row.YesOrNo;
import uk.declared.submission.text.Texts;
import uk.declared.submission.text.WrittenDay;

/** Tells what a column probably holds by the values in it, and what an officer's own words for yes and no stand for. */
final class ValueWords {
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d, ]*");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*|\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}");
    private static final Set<String> INDEPENDENT = Set.of("independent", "annibynnol", "ind");

    private static final Set<String> YES = Set.of(
            "elected",
            "yes",
            "y",
            "true",
            "e",
            "x",
            "*",
            "\u2713",
            "\u2714",
            "successful",
            "win",
            "won",
            "winner",
            "etholwyd",
            "ie");
    private static final Set<String> NO = Set.of(
            "notelected",
            "no",
            "n",
            "false",
            "ne",
            "-",
            "unsuccessful",
            "lost",
            "lose",
            "defeated",
            "unelected",
            "nietholwyd",
            "na");

    private ValueWords() {}

    /** The column that most values fit, where they fit one only. */
    static Optional<Column> column(List<String> values) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        if (most(
                values,
                value -> GssCode.parse(Texts.lastPart(value))
                        .filter(code ->
                                List.of("E05", "W05", "S13", "N08", "E58").contains(code.entity()))
                        .isPresent())) {
            return Optional.of(Column.AREA_CODE);
        }
        if (most(
                values,
                value -> DAY.matcher(value).matches() || WrittenDay.parse(value).isPresent())) {
            return Optional.of(Column.POLLING_DATE);
        }
        if (most(values, ValueWords::isParty)) {
            return Optional.of(Column.PARTY_NAME);
        }
        if (values.stream().allMatch(ValueWords::saysWhetherElected)
                && values.stream().anyMatch(value -> value.chars().anyMatch(Character::isLetter))) {
            return Optional.of(Column.ELECTED);
        }
        return Optional.empty();
    }

    /** The column that words in a heading tell, where its values do not speak against it. */
    static Optional<Column> ofHeading(String heading, List<String> values) {
        String words = heading.toLowerCase(Locale.ROOT);
        boolean numbers = most(values, value -> NUMBER.matcher(value).matches());
        if (numbers) {
            if (words.contains("electorate") || words.contains("elector")) {
                return Optional.of(Column.ELECTORATE);
            }
            boolean ofPapers = words.contains("reject") || words.contains("spoil") || words.contains("turnout");
            return (words.contains("vote") || words.contains("pleidlais")) && !ofPapers
                    ? Optional.of(Column.VOTES)
                    : Optional.empty();
        }
        if (words.contains("turnout")) {
            return Optional.of(Column.TURNOUT_PERCENTAGE);
        }
        if (words.contains("ward") || words.contains("division")) {
            return Optional.of(Column.AREA_NAME);
        }
        if (words.contains("surname")) {
            return Optional.of(Column.FAMILY_NAME);
        }
        if (words.contains("forename") || words.contains("first name")) {
            return Optional.of(Column.GIVEN_NAME);
        }
        if (words.contains("party") || words.contains("affiliation") || words.contains("plaid")) {
            return Optional.of(Column.PARTY_NAME);
        }
        return words.contains("candidate") || words.contains("ymgeisydd")
                ? Optional.of(Column.NAME_ON_BALLOT_PAPER)
                : Optional.empty();
    }

    /** What words that the template does not know stand for in the columns that were found. */
    static Map<String, Map<String, String>> translations(Map<Integer, Column> columns, List<List<String>> rows) {
        Map<String, Map<String, String>> translations = new LinkedHashMap<>();
        columns.forEach((index, column) -> {
            if (column == Column.ELECTED) {
                Map<String, String> words = new LinkedHashMap<>();
                rows.stream()
                        .filter(row -> index < row.size() && !row.get(index).isEmpty())
                        .map(row -> row.get(index))
                        .forEach(word -> meaning(word).ifPresent(meant -> words.put(word, meant)));
                if (!words.isEmpty()) {
                    translations.put(TableFormats.TEMPLATE.headingOf(column), words);
                }
            }
        });
        return translations;
    }

    /** What a word stands for, where the template does not know it. */
    private static Optional<String> meaning(String word) {
        if (YesOrNo.isEither(word)) {
            return Optional.empty();
        }
        String key = ColumnMapping.key(word);
        if (YES.contains(key)) {
            return Optional.of("true");
        }
        return NO.contains(key) ? Optional.of("false") : Optional.empty();
    }

    private static boolean saysWhetherElected(String value) {
        String key = ColumnMapping.key(value);
        return YES.contains(key) || NO.contains(key);
    }

    private static boolean isParty(String value) {
        return INDEPENDENT.contains(Texts.plain(value))
                || !UsualPartyNames.shipped().ids(value, Optional.empty()).isEmpty()
                || !UsualAbbreviations.shipped()
                        .names(value, Optional.<Nation>empty())
                        .isEmpty();
    }

    private static boolean most(List<String> values, Predicate<String> fits) {
        return !values.isEmpty() && values.stream().filter(fits).count() * 10 >= values.size() * 6L;
    }
}
