package uk.declared.submission.row;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import uk.declared.format.Column;
import uk.declared.report.Place;
import uk.declared.submission.column.StageColumn;

/** A layout that says something otherwise than another one, and the rest as that does. */
interface LayoutOver extends RowLayout {
    /** The other layout. */
    RowLayout layout();

    @Override
    default Place place(Column column, int row) {
        return layout().place(column, row);
    }

    @Override
    default Place place(StageColumn column, int row) {
        return layout().place(column, row);
    }

    @Override
    default Place place(int row) {
        return layout().place(row);
    }

    @Override
    default Set<Column> columns() {
        return layout().columns();
    }

    /** The columns of the other layout and some more, in their order. */
    default Set<Column> columnsAnd(Collection<Column> more) {
        TreeSet<Column> columns = new TreeSet<>(layout().columns());
        columns.addAll(more);
        return columns;
    }
}
