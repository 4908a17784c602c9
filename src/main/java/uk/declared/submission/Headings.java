package uk.declared.submission;

import java.util.List;

/**
 * The row of a table that names its columns.
 *
 * @param row its number, counted from 1
 * @param texts the headings, cleaned, without blank ones at the end
 */
record Headings(int row, List<String> texts) {
    /** Cleans a row; spreadsheets often save blank columns at the end. */
    static Headings of(int row, List<String> cells) {
        List<String> clean = cells.stream().map(Texts::clean).toList();
        int size = clean.size();
        while (size > 0 && clean.get(size - 1).isEmpty()) {
            size--;
        }
        return new Headings(row, List.copyOf(clean.subList(0, size)));
    }
}
