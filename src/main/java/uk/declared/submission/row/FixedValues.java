package uk.declared.submission.row;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.declared.format.Column;
import uk.declared.submission.column.ColumnMapping;
import uk.declared.submission.column.TableFormat;

/** What a format says besides its columns: values that hold for every row, and what values of the file's own stand for. */
final class FixedValues {
    private final TableFormat format;

    FixedValues(TableFormat format) {
        this.format = format;
    }

    /** The rows with what the format says of them. */
    List<TableRow> completed(List<TableRow> rows) {
        Map<Column, String> fixed = format.fixed();
        if (fixed.isEmpty() && format.translations().isEmpty()) {
            return rows;
        }
        return rows.stream()
                .map(this::translated)
                .map(row -> completed(row, fixed))
                .toList();
    }

    /** The row with the values that an officer says the council's own stand for. */
    private TableRow translated(TableRow row) {
        Map<Column, String> read = new TreeMap<>();
        Map<Column, Column> origins = new TreeMap<>();
        format.translations().forEach((column, values) -> {
            String meant = values.get(ColumnMapping.key(row.text(column)));
            if (meant != null) {
                read.put(column, meant);
                origins.put(column, column);
            }
        });
        return read.isEmpty() ? row : row.with(read, origins);
    }

    private static TableRow completed(TableRow row, Map<Column, String> fixed) {
        Map<Column, Column> origins = new TreeMap<>();
        fixed.keySet().forEach(column -> origins.put(column, column));
        return row.with(fixed, origins);
    }
}
