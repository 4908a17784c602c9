package uk.declared.submission.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import uk.declared.submission.UnreadableSubmissionException;
import uk.declared.submission.column.Headings;
import uk.declared.submission.column.TableFormat;
import uk.declared.submission.text.Texts;

/**
 * Which known table a grid is, and which of its rows holds the headings: titles and notes may stand above it.
 *
 * @param format the format whose headings fit best
 * @param headings the row of headings
 */
public record TableRecognition(TableFormat format, Headings headings) {
    private static final int ROWS_LOOKED_AT = 30;

    /** How many headings tell a format that can do without all but one of them. */
    private static final int FEWEST = 3;

    /** The format of a grid among those given; empty where none has at least half of what it cannot do without. */
    public static Optional<TableRecognition> of(Grid grid, List<TableFormat> formats)
            throws IOException, UnreadableSubmissionException {
        return firstRows(grid).stream()
                .flatMap(headings -> recognised(headings, formats))
                .max(Comparator.comparingLong(TableRecognition::matches)
                        .thenComparing(TableRecognition::isComplete)
                        .thenComparing(Comparator.comparingInt((TableRecognition found) -> -found.headings.row())));
    }

    /** The row of headings of a grid that is said to be of a format: the one that fits best, else the first. */
    static TableRecognition as(Grid grid, TableFormat format) throws IOException, UnreadableSubmissionException {
        List<Headings> rows = firstRows(grid);
        return rows.stream()
                .map(headings -> new TableRecognition(format, headings))
                .max(Comparator.comparingLong(TableRecognition::matches)
                        .thenComparing(Comparator.comparingInt((TableRecognition found) -> -found.headings.row())))
                .orElseGet(() -> new TableRecognition(format, new Headings(1, List.of())));
    }

    /** Whether the row of headings has everything that the format cannot do without. */
    public boolean isComplete() {
        Set<String> plain = headings.plain();
        return format.required().stream().allMatch(required -> plain.contains(Texts.plain(required)))
                && format.oneOf().stream()
                        .allMatch(group -> group.stream().anyMatch(one -> plain.contains(Texts.plain(one))));
    }

    private long matches() {
        return format.matches(headings.texts());
    }

    private static Stream<TableRecognition> recognised(Headings headings, List<TableFormat> formats) {
        Set<String> plain = headings.plain();
        return formats.stream()
                .filter(format -> recognised(format, headings, plain))
                .map(format -> new TableRecognition(format, headings));
    }

    private static boolean recognised(TableFormat format, Headings headings, Set<String> plain) {
        long found = format.required().stream()
                .filter(required -> plain.contains(Texts.plain(required)))
                .count();
        boolean enough = format.required().size() > 1 || format.matches(headings.texts()) >= FEWEST;
        return enough && found * 2 >= format.required().size();
    }

    private static List<Headings> firstRows(Grid grid) throws IOException, UnreadableSubmissionException {
        List<Headings> rows = new ArrayList<>();
        grid.forEach((number, cells) -> {
            rows.add(Headings.of(number, cells));
            return rows.size() < ROWS_LOOKED_AT;
        });
        return rows;
    }
}
