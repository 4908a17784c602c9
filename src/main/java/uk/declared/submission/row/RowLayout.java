package uk.declared.submission.row;

import java.util.Optional;
import java.util.Set;
import uk.declared.format.Column;
import uk.declared.report.Place;
import uk.declared.submission.column.StageColumn;

/** Where the values of a row stand, in whatever kind of file. */
public interface RowLayout {
    /** The place of a column in a row; the row's where the file has no such column. */
    Place place(Column column, int row);

    /** The place of a stage's figure in a row; the row's where the file has no stages. */
    default Place place(StageColumn column, int row) {
        return place(row);
    }

    /** The place of a row as a whole. */
    Place place(int row);

    /** The known columns that the file has. */
    Set<Column> columns();

    /** What stands in the file, where the text of a value is already a reading of it. */
    default Optional<String> given(Column column) {
        return Optional.empty();
    }
}
