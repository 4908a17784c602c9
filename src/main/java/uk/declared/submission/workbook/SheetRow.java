package uk.declared.submission.workbook;

import java.util.List;

/**
 * One row of a sheet.
 *
 * @param number counted from 1
 * @param hidden whether the spreadsheet program does not show it
 * @param cells those that are not blank, from left to right
 */
public record SheetRow(int number, boolean hidden, List<SheetCell> cells) {
    public SheetRow {
        cells = List.copyOf(cells);
    }
}
