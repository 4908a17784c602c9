package uk.declared.submission.row;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import uk.declared.format.Column;
import uk.declared.report.Place;

/**
 * The layout of rows of which some values were worked out from other columns: such a value's place is the place of the
 * column that it came from.
 *
 * @param origins the column that each derived one came from
 */
record DerivedLayout(RowLayout layout, Map<Column, Column> origins) implements LayoutOver {
    DerivedLayout {
        TreeMap<Column, Column> ordered = new TreeMap<>();
        ordered.putAll(origins);
        origins = Collections.unmodifiableMap(ordered);
    }

    @Override
    public Place place(Column column, int row) {
        return layout.place(origins.getOrDefault(column, column), row);
    }

    @Override
    public Set<Column> columns() {
        return columnsAnd(origins.keySet());
    }

    @Override
    public Optional<String> given(Column column) {
        return layout.given(column);
    }
}
