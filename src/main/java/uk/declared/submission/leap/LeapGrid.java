package uk.declared.submission.leap;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.declared.format.Column;
import uk.declared.report.Finding;
import uk.declared.submission.UnreadableSubmissionException;
import uk.declared.submission.table.Grid;
import uk.declared.submission.table.TableLayout;
import uk.declared.submission.text.Texts;

/** The rows of candidates of such a file: what its database had nothing for is blank, and rows of nobody are left out. */
record LeapGrid(Grid grid, LeapShape shape) implements Grid {
    @Override
    public String file() {
        return grid.file();
    }

    @Override
    public Optional<String> sheet() {
        return grid.sheet();
    }

    @Override
    public List<Finding> aboutForm() {
        return grid.aboutForm();
    }

    @Override
    public boolean holdsFurtherRows(String cell, int width) {
        return grid.holdsFurtherRows(cell, width);
    }

    @Override
    public void forEach(RowConsumer consumer) throws IOException, UnreadableSubmissionException {
        TableLayout layout = new TableLayout(grid.place(), 0, shape.headings(), shape.indexes(), Map.of());
        grid.forEach((number, cells) -> namesNobody(cells, layout)
                || consumer.accept(number, cells.stream().map(LeapGrid::given).toList()));
    }

    /** Whether a row names a council and neither candidate nor votes. */
    static boolean namesNobody(List<String> cells, TableLayout layout) {
        return cells.size() == layout.width()
                && !text(cells, layout, Column.BODY_NAME).isEmpty()
                && text(cells, layout, Column.NAME_ON_BALLOT_PAPER).isEmpty()
                && text(cells, layout, Column.VOTES).isEmpty();
    }

    /** What a row has in a column. */
    static String text(List<String> cells, TableLayout layout, Column column) {
        Integer index = layout.indexes().get(column);
        return index == null ? "" : given(cells.get(index));
    }

    private static String given(String cell) {
        String text = Texts.clean(cell);
        return text.equals(LeapShape.NOTHING) ? "" : text;
    }
}
