package uk.declared.submission.table;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import uk.declared.report.Finding;
import uk.declared.report.Place;
import uk.declared.submission.UnreadableSubmissionException;
import uk.declared.submission.text.Texts;

/** The cells of one table, whatever file they stand in: rows of texts, numbered as a spreadsheet shows them. */
public interface Grid {
    /** The name of the file that the table stands in. */
    String file();

    /** The sheet of a workbook that the table is. */
    default Optional<String> sheet() {
        return Optional.empty();
    }

    /** Takes one row after another from the first, with its number counted from 1, until the consumer has enough. */
    void forEach(RowConsumer consumer) throws IOException, UnreadableSubmissionException;

    /** What is unusual about the form of the file, such as its encoding. */
    default List<Finding> aboutForm() {
        return List.of();
    }

    /** Whether a cell has swallowed the rows after it, as one does whose quote was never closed. */
    default boolean holdsFurtherRows(String cell, int width) {
        return cell.length() > Texts.LONGEST_CELL;
    }

    /**
     * The text of the cell that a blank one is merged into, downwards from the first.
     *
     * @param row counted from 1
     * @param column counted from 1
     */
    default Optional<String> mergedAbove(int row, int column) throws IOException {
        return Optional.empty();
    }

    /** The place of the table as a whole. */
    default Place place() {
        Place file = Place.of(file());
        return sheet().map(file::onSheet).orElse(file);
    }

    /** Takes one row. */
    interface RowConsumer {
        /** @return whether to go on */
        boolean accept(int number, List<String> cells);
    }
}
