package uk.declared.submission.workbook;

/**
 * A note and a colour for a cell.
 *
 * @param row counted from 1
 * @param column counted from 1
 */
public record CellMark(int row, int column, Colour colour, String note) {
    /** What a marked cell is filled with. */
    public enum Colour {
        ROSE("FFFF99CC"),
        YELLOW("FFFFFF99"),
        TURQUOISE("FFCCFFFF");

        private final String argb;

        Colour(String argb) {
            this.argb = argb;
        }

        String argb() {
            return argb;
        }
    }

    /** The cell's name, such as {@code S5}. */
    String reference() {
        return CellRange.letters(column) + row;
    }
}
