package uk.declared.submission.workbook;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A rectangle of cells, all bounds counted from 1 and inclusive. */
public record CellRange(int firstRow, int firstColumn, int lastRow, int lastColumn) {
    private static final Pattern REFERENCE = Pattern.compile("\\$?([A-Za-z]{1,3})\\$?(\\d{1,7})");

    static final int MAX_ROW = 1_048_576;
    static final int MAX_COLUMN = 16_384;

    /** The letters of a column, such as {@code S} for 19. */
    static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }

    /** A range such as {@code A1:C3}, or a single cell. */
    static Optional<CellRange> parse(String reference) {
        int colon = reference.indexOf(':');
        Optional<CellRange> first = cell(colon < 0 ? reference : reference.substring(0, colon));
        Optional<CellRange> last = colon < 0 ? first : cell(reference.substring(colon + 1));
        return first.flatMap(
                from -> last.map(to -> new CellRange(from.firstRow, from.firstColumn, to.lastRow, to.lastColumn)));
    }

    private static Optional<CellRange> cell(String reference) {
        Matcher matcher = REFERENCE.matcher(reference);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int column = 0;
        for (char letter : matcher.group(1).toCharArray()) {
            column = column * 26 + Character.toUpperCase(letter) - 'A' + 1;
        }
        int row = Integer.parseInt(matcher.group(2));
        return row < 1 || row > MAX_ROW || column > MAX_COLUMN
                ? Optional.empty()
                : Optional.of(new CellRange(row, column, row, column));
    }
}
