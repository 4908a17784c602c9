package uk.declared.submission.row;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import uk.declared.format.Column;
import uk.declared.report.Place;
import uk.declared.submission.column.StageColumn;

/**
 * The layout of rows some of whose values stand elsewhere, such as on another sheet.
 *
 * @param elsewhere where each of those stands
 */
public record JoinedLayout(RowLayout layout, Map<Column, Place> elsewhere) implements RowLayout {
    public JoinedLayout {
        elsewhere = Map.copyOf(elsewhere);
    }

    @Override
    public Place place(Column column, int row) {
        Place other = elsewhere.get(column);
        return other == null ? layout.place(column, row) : other;
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
        TreeSet<Column> columns = new TreeSet<>();
        columns.addAll(layout.columns());
        columns.addAll(elsewhere.keySet());
        return columns;
    }
}
