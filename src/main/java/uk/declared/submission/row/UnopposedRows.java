package uk.declared.submission.row;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import uk.declared.format.Column;
import uk.declared.report.Finding;

/**
 * Compilers write 0 votes beside those who were elected unopposed. Where everybody is elected and nobody has a vote, there was
 * no poll: the noughts are read as no votes, which is said.
 */
public final class UnopposedRows {
    private final CellReader cells;

    public UnopposedRows(Consumer<Finding> findings) {
        this.cells = new CellReader(findings);
    }

    /** The rows of a contest, without the noughts where there was no poll. */
    public List<TableRow> prepare(List<TableRow> rows) {
        boolean unopposed = rows.stream()
                .allMatch(row -> YesOrNo.isYes(row.text(Column.ELECTED))
                        && (row.text(Column.VOTES).equals("0") || !row.has(Column.VOTES)));
        if (!unopposed || rows.stream().noneMatch(row -> row.has(Column.VOTES))) {
            return rows;
        }
        cells.interpretation("I033", rows.get(0).cell(Column.VOTES), Map.of());
        Map<Column, String> derived = new TreeMap<>();
        derived.put(Column.VOTES, "");
        derived.put(Column.CONTEST_STATUS, "uncontested");
        return rows.stream()
                .map(row -> row.with(derived, Map.of(Column.VOTES, Column.VOTES, Column.CONTEST_STATUS, Column.VOTES)))
                .toList();
    }
}
