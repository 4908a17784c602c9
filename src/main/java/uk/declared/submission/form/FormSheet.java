package uk.declared.submission.form;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import uk.declared.report.Place;
import uk.declared.submission.text.Texts;
import uk.declared.submission.workbook.CellRange;
import uk.declared.submission.workbook.Sheet;
import uk.declared.submission.workbook.SheetCell;
import uk.declared.submission.workbook.Workbook;

/**
 * A sheet small enough to be a form, in memory as a whole, so that cells can be looked for in any direction.
 *
 * @param place the sheet's place
 * @param rows the cells that are not blank, by row and column
 * @param merged the cells that are merged into one
 * @param isWhole whether the sheet has nothing besides
 */
public record FormSheet(
        Place place,
        NavigableMap<Integer, NavigableMap<Integer, FormCell>> rows,
        List<CellRange> merged,
        boolean isWhole) {
    private static final int MOST_ROWS = 2_000;
    private static final int MOST_COLUMNS = 200;
    private static final int MOST_CELLS = 40_000;

    public static FormSheet of(Place place, Workbook workbook, Sheet sheet) throws IOException {
        NavigableMap<Integer, NavigableMap<Integer, FormCell>> rows = new TreeMap<>();
        int[] cells = {0};
        boolean[] whole = {true};
        workbook.rows(sheet, row -> {
            cells[0] += row.cells().size();
            if (row.number() > MOST_ROWS || cells[0] > MOST_CELLS) {
                whole[0] &= row.cells().isEmpty();
                return whole[0];
            }
            for (SheetCell cell : row.cells()) {
                String text = Texts.clean(cell.text());
                if (!text.isEmpty() && cell.column() <= MOST_COLUMNS) {
                    rows.computeIfAbsent(row.number(), number -> new TreeMap<>())
                            .put(cell.column(), new FormCell(row.number(), cell.column(), cell.kind(), text));
                }
                whole[0] &= cell.column() <= MOST_COLUMNS;
            }
            return true;
        });
        return new FormSheet(place, rows, rows.isEmpty() ? List.of() : workbook.merged(sheet), whole[0]);
    }

    Optional<FormCell> at(int row, int column) {
        return Optional.ofNullable(rows.getOrDefault(row, new TreeMap<>()).get(column));
    }

    /** The cells of a row, from left to right. */
    Collection<FormCell> row(int number) {
        return rows.getOrDefault(number, new TreeMap<>()).values();
    }

    /** All cells, row by row. */
    Stream<FormCell> cells() {
        return rows.values().stream().flatMap(row -> row.values().stream());
    }

    /** The cell that a blank one is merged into, downwards from the first. */
    Optional<FormCell> mergedAbove(int row, int column) {
        return merged.stream()
                .filter(range -> range.firstColumn() <= column
                        && range.lastColumn() >= column
                        && range.firstRow() < row
                        && range.lastRow() >= row)
                .findFirst()
                .flatMap(range -> at(range.firstRow(), range.firstColumn()));
    }

    /** The cells of all rows above one. */
    List<FormCell> above(int row) {
        List<FormCell> found = new ArrayList<>();
        rows.headMap(row).values().forEach(cells -> found.addAll(cells.values()));
        return found;
    }

    Place place(FormCell cell, String under) {
        return place.atCell(cell.row(), cell.column(), under);
    }
}
