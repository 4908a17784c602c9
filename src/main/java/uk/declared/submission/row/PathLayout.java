package uk.declared.submission.row;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import uk.declared.format.Column;
import uk.declared.report.Place;

/**
 * The layout of rows that come from a document of elements, one for every candidate.
 *
 * @param contest the places of what is about the contest
 * @param candidates the places of what is about each candidate
 * @param rows the place of each candidate as a whole, the first row being number 1
 */
public record PathLayout(Map<Column, Place> contest, List<Map<Column, Place>> candidates, List<Place> rows)
        implements RowLayout {
    public PathLayout {
        contest = Map.copyOf(contest);
        candidates = List.copyOf(candidates);
        rows = List.copyOf(rows);
    }

    @Override
    public Place place(Column column, int row) {
        return contest.getOrDefault(column, candidates.get(row - 1).getOrDefault(column, place(row)));
    }

    @Override
    public Place place(int row) {
        return rows.get(row - 1);
    }

    @Override
    public Set<Column> columns() {
        TreeSet<Column> columns = new TreeSet<>();
        columns.addAll(contest.keySet());
        candidates.forEach(candidate -> columns.addAll(candidate.keySet()));
        return columns;
    }
}
