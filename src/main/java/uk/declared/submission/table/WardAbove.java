package uk.declared.submission.table;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import uk.declared.format.Column;
import uk.declared.report.Finding;
import uk.declared.report.Severity;
import uk.declared.submission.row.TableRow;
import uk.declared.submission.text.Texts;

/**
 * Knows the ward that stands above the rows of its candidates in an officer's own table: on the first of them only, on a row
 * of its own in the wards' column, or as a title that stands alone on its row.
 */
final class WardAbove {
    private final TableLayout layout;
    private final Consumer<Finding> findings;
    private final Set<String> said = new HashSet<>();
    private String ward = "";
    private String title = "";

    WardAbove(TableLayout layout, Consumer<Finding> findings) {
        this.layout = layout;
        this.findings = findings;
    }

    /** Whether a row holds one text and nothing else, which is then the title of the rows below it. */
    boolean isTitle(int number, List<String> fields) {
        List<String> filled = fields.stream()
                .map(Texts::clean)
                .filter(text -> !text.isEmpty())
                .toList();
        boolean isTitle = number != layout.headingRow()
                && filled.size() == 1
                && filled.get(0).chars().anyMatch(Character::isLetter);
        if (isTitle) {
            title = filled.get(0);
        }
        return isTitle;
    }

    /** Whether a row holds a ward and nobody who stands in it. */
    boolean isWardAlone(TableRow row) {
        boolean alone = row.has(Column.AREA_NAME)
                && row.values().entrySet().stream()
                        .noneMatch(value ->
                                !value.getValue().isEmpty() && value.getKey().scope() == Column.Scope.CANDIDACY);
        if (alone) {
            ward = row.text(Column.AREA_NAME);
        }
        return alone;
    }

    /** The row with the ward above it, where it names none itself. */
    TableRow carried(TableRow row, boolean titles) {
        if (row.has(Column.AREA_NAME)) {
            ward = row.text(Column.AREA_NAME);
            return row;
        }
        String above = titles ? title : ward;
        boolean hasColumn = layout.indexes().containsKey(Column.AREA_NAME);
        if (above.isEmpty() || !titles && !hasColumn) {
            return row;
        }
        if (said.add(above)) {
            findings.accept(new Finding(
                    "I046",
                    Severity.INTERPRETATION,
                    row.cell(Column.AREA_NAME).place(),
                    Optional.empty(),
                    Optional.of(above),
                    Map.of()));
        }
        Map<Column, String> values = new TreeMap<>(row.values());
        values.put(Column.AREA_NAME, above);
        return new TableRow(row.layout(), row.number(), values, row.stages());
    }
}
