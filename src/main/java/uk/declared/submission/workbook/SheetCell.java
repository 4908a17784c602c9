package uk.declared.submission.workbook;

/**
 * One cell that is not blank.
 *
 * @param column counted from 1
 * @param kind what the workbook takes it for
 * @param text as a CSV file would have it: a day as year-month-day, a whole number without a decimal point, a percentage
 *     with its sign
 */
public record SheetCell(int column, Kind kind, String text) {
    /** What a cell is by its type and number format. */
    public enum Kind {
        TEXT,
        NUMBER,
        PERCENTAGE,
        DATE,
        BOOLEAN,
        ERROR
    }
}
