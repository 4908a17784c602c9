package uk.declared.submission.row;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import uk.declared.format.Column;
import uk.declared.report.Finding;
import uk.declared.report.Severity;

/**
 * Reads what programs write where there is no value: R's {@code NA}, SQL's {@code NULL}, a spreadsheet's {@code #N/A}, a dash.
 * Each is a blank, which is said once for a column.
 *
 * <p>People are called Null and Na. A sign that stands in place of a whole name is nobody's; one that stands beside the
 * other part of a name is kept, and asked about, where its letters could be a name's.
 */
public final class MissingValues {
    private static final Set<String> SIGNS = Set.of(
            "na", "n/a", "n.a.", "#n/a", "#na", "null", "(null)", "<null>", "<na>", "\\n", "nan", "-", "\u2013",
            "\u2014", "--", "---");

    /** Signs of letters alone, of which a person's name can be made. */
    private static final Set<String> NAME_LIKE = Set.of("na", "null", "nan");

    /** As programs write them, and nobody writes a name but in a line of capitals. */
    private static final Set<String> AS_WRITTEN_BY_PROGRAMS = Set.of("NA", "NULL", "NaN", "null", "nan", "na");

    private static final Pattern WORDS = Pattern.compile("[\\s,]+");

    /** What a spreadsheet shows for a share of nothing. */
    private static final String NO_SHARE = "#DIV/0!";

    private static final List<Column> NAMES =
            List.of(Column.FAMILY_NAME, Column.GIVEN_NAME, Column.NAME_ON_BALLOT_PAPER);

    private final Consumer<Finding> findings;
    private final Set<String> said = new HashSet<>();

    public MissingValues(Consumer<Finding> findings) {
        this.findings = findings;
    }

    /** Whether a text is one of these signs. */
    public static boolean isSign(String text) {
        return SIGNS.contains(text.toLowerCase(Locale.ROOT));
    }

    /** Makes blanks of the signs among the values of one row. */
    public void read(Map<Column, String> values, RowLayout layout, int row) {
        Map<Column, String> given = new TreeMap<>(values);
        given.forEach((column, text) -> {
            if (isMissing(column, text, given)) {
                values.put(column, "");
                say("I040", Severity.INTERPRETATION, column, text, layout, row);
            } else if (NAMES.contains(column) && hasSign(text)) {
                say("W050", Severity.WARNING, column, text, layout, row);
            }
        });
    }

    private boolean isMissing(Column column, String text, Map<Column, String> given) {
        if (NO_SHARE.equals(text)) {
            return column == Column.TURNOUT_PERCENTAGE || column == Column.TURNOUT;
        }
        if (column.equals(Column.NAME_ON_BALLOT_PAPER)) {
            return isMadeOfSigns(text);
        }
        if (!isSign(text)) {
            return false;
        }
        if (column.equals(Column.FAMILY_NAME)) {
            return !(mayBeName(text) && isReal(Column.GIVEN_NAME, given));
        }
        if (column.equals(Column.GIVEN_NAME)) {
            return !(mayBeName(text) && !AS_WRITTEN_BY_PROGRAMS.contains(text) && isReal(Column.FAMILY_NAME, given));
        }
        if (column.equals(Column.COMMONLY_USED_FAMILY_NAME)) {
            return !isSame(Column.FAMILY_NAME, text, given);
        }
        return !column.equals(Column.COMMONLY_USED_GIVEN_NAME) || !isSame(Column.GIVEN_NAME, text, given);
    }

    private static boolean isMadeOfSigns(String text) {
        return WORDS.splitAsStream(text).allMatch(MissingValues::isSign);
    }

    /** Whether one of its words is what programs write for no value, which may be a name all the same. */
    private static boolean hasSign(String text) {
        return WORDS.splitAsStream(text).anyMatch(word -> word.equalsIgnoreCase("null") || word.equals("NA"));
    }

    private static boolean mayBeName(String text) {
        return NAME_LIKE.contains(text.toLowerCase(Locale.ROOT));
    }

    private static boolean isReal(Column other, Map<Column, String> given) {
        String text = given.getOrDefault(other, "");
        return !text.isEmpty() && !isSign(text);
    }

    /** Whether the name on the register, which is kept, is the same. */
    private static boolean isSame(Column other, String text, Map<Column, String> given) {
        return text.equalsIgnoreCase(given.getOrDefault(other, ""))
                && isReal(other == Column.FAMILY_NAME ? Column.GIVEN_NAME : Column.FAMILY_NAME, given);
    }

    private void say(String rule, Severity severity, Column column, String text, RowLayout layout, int row) {
        boolean everyTime = severity != Severity.INTERPRETATION;
        if (everyTime || said.add(column.name())) {
            findings.accept(new Finding(
                    rule, severity, layout.place(column, row), Optional.empty(), Optional.of(text), Map.of()));
        }
    }
}
