package uk.declared.submission.form;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import uk.declared.format.Column;
import uk.declared.report.Place;
import uk.declared.submission.Cell;
import uk.declared.submission.row.RowLayout;
import uk.declared.submission.row.TableRow;

/**
 * The layout of one candidate's row on a form, whose other values stand anywhere on the sheet.
 *
 * @param sheet the sheet's place
 * @param cells what was read, by column
 */
record FormLayout(Place sheet, Map<Column, Cell> cells) implements RowLayout {
    @Override
    public Place place(Column column, int row) {
        return cells.containsKey(column) ? cells.get(column).place() : sheet.atRow(row);
    }

    @Override
    public Place place(int row) {
        return sheet.atRow(row);
    }

    @Override
    public Set<Column> columns() {
        return cells.keySet();
    }

    @Override
    public Optional<String> given(Column column) {
        return Optional.ofNullable(cells.get(column)).map(Cell::given);
    }

    /** The row of a candidate. */
    static TableRow row(Place sheet, int number, Map<Column, Cell> cells) {
        Map<Column, String> texts = new TreeMap<>();
        cells.forEach((column, cell) -> texts.put(column, cell.text()));
        return new TableRow(new FormLayout(sheet, cells), number, texts);
    }
}
