package uk.declared.report;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A place in a submission. The parts that a format has no use for are absent.
 *
 * @param file the file's name, or the path inside an archive
 * @param sheet the sheet of a workbook
 * @param row the row, counted from 1 with the headings, as a spreadsheet shows it; in a document that has paths, the line
 * @param column the column, counted from 1
 * @param heading the column's heading
 * @param path the element of a document, such as {@code /election/candidates/candidate[3]/numvotes}, or the thing and its
 *     property
 */
public record Place(
        String file,
        Optional<String> sheet,
        OptionalInt row,
        OptionalInt column,
        Optional<String> heading,
        Optional<String> path) {
    /** A place in a file that is no document of elements. */
    public Place(String file, Optional<String> sheet, OptionalInt row, OptionalInt column, Optional<String> heading) {
        this(file, sheet, row, column, heading, Optional.empty());
    }

    /** The file as a whole. */
    public static Place of(String file) {
        return new Place(file, Optional.empty(), OptionalInt.empty(), OptionalInt.empty(), Optional.empty());
    }

    /** One row of a file that is a single table. */
    public static Place row(String file, int row) {
        return new Place(file, Optional.empty(), OptionalInt.of(row), OptionalInt.empty(), Optional.empty());
    }

    /** One cell of a file that is a single table. */
    public static Place cell(String file, int row, int column, String heading) {
        return new Place(file, Optional.empty(), OptionalInt.of(row), OptionalInt.of(column), Optional.of(heading));
    }

    /** An element of the document that this place is, its path from the root. */
    public Place atPath(String element) {
        return new Place(
                file,
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.of(element));
    }

    /** This place on a sheet. */
    public Place onSheet(String name) {
        return new Place(file, Optional.of(name), row, column, heading);
    }

    /** One row of the table that this place is. */
    public Place atRow(int number) {
        return new Place(file, sheet, OptionalInt.of(number), OptionalInt.empty(), Optional.empty());
    }

    /** One cell of the table that this place is, its column counted from 1. */
    public Place atCell(int ofRow, int ofColumn, String under) {
        return new Place(file, sheet, OptionalInt.of(ofRow), OptionalInt.of(ofColumn), Optional.of(under));
    }

    /** The column in letters, as a spreadsheet shows it: 1 is {@code A}, 27 is {@code AA}. */
    public Optional<String> columnLetters() {
        if (column.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder letters = new StringBuilder();
        for (int rest = column.getAsInt(); rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return Optional.of(letters.toString());
    }
}
