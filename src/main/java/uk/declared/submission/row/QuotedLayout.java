package uk.declared.submission.row;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.declared.format.Column;
import uk.declared.report.Place;
import uk.declared.submission.column.StageColumn;

/**
 * The layout of a row in which an apostrophe says that what looks like a formula is a text.
 *
 * @param quoted what stands in the file, apostrophe included
 */
public record QuotedLayout(RowLayout layout, Map<Column, String> quoted) implements RowLayout {
    @Override
    public Place place(Column column, int row) {
        return layout.place(column, row);
    }

    @Override
    public Place place(StageColumn column, int row) {
        return layout.place(column, row);
    }

    @Override
    public Place place(int row) {
        return layout.place(row);
    }

    @Override
    public Set<Column> columns() {
        return layout.columns();
    }

    @Override
    public Optional<String> given(Column column) {
        return Optional.ofNullable(quoted.get(column)).or(() -> layout.given(column));
    }
}
