package uk.declared.submission;

import java.util.Map;
import uk.declared.report.Place;

/**
 * One row of a table, its cells by what their columns hold.
 *
 * @param number the row's number as a spreadsheet shows it, the headings being row 1
 */
record TableRow(String file, int number, Map<Column, Cell> cells) {
    /** The cell of a column; a blank one where the table has no such column. */
    Cell cell(Column column) {
        Cell cell = cells.get(column);
        return cell == null ? new Cell(place(), "") : cell;
    }

    String text(Column column) {
        return cell(column).text();
    }

    boolean has(Column column) {
        return !cell(column).isBlank();
    }

    Place place() {
        return Place.row(file, number);
    }
}
