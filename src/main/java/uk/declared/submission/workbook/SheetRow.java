package uk.declared.submission.workbook;

import java.util.List;

/**
 * One row of a sheet.
 *
 * @param number counted from 1
 * @param cells those that are not blank, from left to right
 */
public record SheetRow(int number, List<SheetCell> cells) {
    public SheetRow {
        cells = List.copyOf(cells);
    }
}
