package uk.declared.submission.table;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import uk.declared.format.Column;
import uk.declared.report.Place;
import uk.declared.submission.column.StageColumn;
import uk.declared.submission.row.RowLayout;

/**
 * Which column of a table holds what.
 *
 * @param table the table's place
 * @param headingRow the number of the row of headings
 * @param headings that row, without white space around each
 * @param indexes where the known columns stand, counted from 0
 * @param stages where the columns of the stages of a count stand, counted likewise
 */
public record TableLayout(
        Place table,
        int headingRow,
        List<String> headings,
        Map<Column, Integer> indexes,
        Map<StageColumn, Integer> stages)
        implements RowLayout {
    public TableLayout {
        headings = List.copyOf(headings);
        TreeMap<Column, Integer> ordered = new TreeMap<>();
        ordered.putAll(indexes);
        indexes = Collections.unmodifiableMap(ordered);
        stages = Collections.unmodifiableMap(new TreeMap<>(stages));
    }

    /** How many cells a row has; blank headings at the end are not counted. */
    public int width() {
        return headings.size();
    }

    @Override
    public Set<Column> columns() {
        return indexes.keySet();
    }

    @Override
    public Place place(Column column, int row) {
        Integer index = indexes.get(column);
        return index == null ? table.atRow(row) : place(index, row);
    }

    @Override
    public Place place(StageColumn column, int row) {
        Integer index = stages.get(column);
        return index == null ? table.atRow(row) : place(index, row);
    }

    @Override
    public Place place(int row) {
        return table.atRow(row);
    }

    /** The place of a cell, its column counted from 0. */
    Place place(int index, int row) {
        return table.atCell(row, index + 1, headings.get(index));
    }
}
