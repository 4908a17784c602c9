package uk.declared.submission;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import uk.declared.report.Place;

/**
 * One row of a table. Cells are made when they are asked for, so that rows which wait for the rest of their contest take
 * little memory.
 *
 * @param layout where its values stand
 * @param number the row's number as a spreadsheet shows it
 * @param values the text of every known column that the table has, empty for a blank cell
 * @param stages the text of every column of a stage that is not blank, in the order of the stages
 */
record TableRow(RowLayout layout, int number, Map<Column, String> values, Map<StageColumn, String> stages) {
    /** A row of a table without stages. */
    TableRow(RowLayout layout, int number, Map<Column, String> values) {
        this(layout, number, values, Map.of());
    }

    /** The cell of a stage's column. */
    Cell cell(StageColumn column) {
        return new Cell(layout.place(column, number), stages.getOrDefault(column, ""));
    }

    /** The cell of a column; a blank one, with the row as its place, where the table has no such column. */
    Cell cell(Column column) {
        String text = text(column);
        return new Cell(layout.place(column, number), text, layout.given(column).orElse(text));
    }

    String text(Column column) {
        return values.getOrDefault(column, "");
    }

    boolean has(Column column) {
        return !text(column).isEmpty();
    }

    /** The known columns that the table has, blank here or not. */
    Set<Column> columns() {
        return layout.columns();
    }

    /**
     * The same row with values worked out from its others.
     *
     * @param derived the text of each
     * @param origins the column that each came from
     */
    TableRow with(Map<Column, String> derived, Map<Column, Column> origins) {
        Map<Column, String> all = new EnumMap<>(Column.class);
        all.putAll(values);
        all.putAll(derived);
        return new TableRow(new DerivedLayout(layout, origins), number, all, stages);
    }

    Place place() {
        return layout.place(number);
    }
}
