package uk.declared.submission.row;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.declared.format.Column;
import uk.declared.report.Place;
import uk.declared.submission.Cell;
import uk.declared.submission.UnidentifiedContest;
import uk.declared.submission.column.StageColumn;
import uk.declared.submission.text.Texts;

/**
 * One row of a table. Cells are made when they are asked for, so that rows which wait for the rest of their contest take
 * little memory.
 *
 * @param layout where its values stand
 * @param number the row's number as a spreadsheet shows it
 * @param values the text of every known column that the table has, empty for a blank cell
 * @param stages the text of every column of a stage that is not blank, in the order of the stages
 */
public record TableRow(RowLayout layout, int number, Map<Column, String> values, Map<StageColumn, String> stages) {
    private static final List<Column> TELLING = List.of(
            Column.BALLOT_ID,
            Column.ELECTION_ID,
            Column.AREA_NAME,
            Column.AREA_CODE,
            Column.POLLING_DATE,
            Column.BODY_NAME,
            Column.COUNCIL);

    /** A row of a table without stages. */
    public TableRow(RowLayout layout, int number, Map<Column, String> values) {
        this(layout, number, values, Map.of());
    }

    /** The cell of a stage's column. */
    public Cell cell(StageColumn column) {
        return new Cell(layout.place(column, number), stages.getOrDefault(column, ""));
    }

    /** The cell of a column; a blank one, with the row as its place, where the table has no such column. */
    public Cell cell(Column column) {
        String text = text(column);
        return new Cell(layout.place(column, number), text, layout.given(column).orElse(text));
    }

    public String text(Column column) {
        return values.getOrDefault(column, "");
    }

    public boolean has(Column column) {
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
    public TableRow with(Map<Column, String> derived, Map<Column, Column> origins) {
        Map<Column, String> all = new TreeMap<>();
        all.putAll(values);
        all.putAll(derived);
        return new TableRow(new DerivedLayout(layout, origins), number, all, stages);
    }

    public Place place() {
        return layout.place(number);
    }

    /** The contest of rows that could not be identified. */
    public static UnidentifiedContest unidentified(List<TableRow> rows) {
        TableRow first = rows.get(0);
        Stream<String> texts = TELLING.stream()
                .map(column -> column == Column.AREA_CODE ? Texts.lastPart(first.text(column)) : first.text(column));
        return new UnidentifiedContest(
                first.place(), texts.filter(text -> !text.isEmpty()).distinct().collect(Collectors.joining(", ")));
    }
}
