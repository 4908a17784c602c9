package uk.declared.submission.row;

import java.util.Map;
import java.util.Set;
import uk.declared.format.Column;
import uk.declared.report.Place;

/**
 * The layout of rows some of whose values stand elsewhere, such as on another sheet.
 *
 * @param elsewhere where each of those stands
 */
public record JoinedLayout(RowLayout layout, Map<Column, Place> elsewhere) implements LayoutOver {
    public JoinedLayout {
        elsewhere = Map.copyOf(elsewhere);
    }

    @Override
    public Place place(Column column, int row) {
        Place other = elsewhere.get(column);
        return other == null ? layout.place(column, row) : other;
    }

    @Override
    public Set<Column> columns() {
        return columnsAnd(elsewhere.keySet());
    }
}
