package uk.declared.submission.leap;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import uk.declared.format.Column;
import uk.declared.report.Finding;
import uk.declared.submission.row.PartyAbbreviations;
import uk.declared.submission.row.TableRow;
import uk.declared.submission.row.UnopposedRows;

/** Makes the rows of a contest in the Local Elections Archive Project's files into rows that say everything plainly. */
final class LeapRows {
    private final PartyAbbreviations parties;
    private final UnopposedRows unopposed;

    LeapRows(Consumer<Finding> findings) {
        this.parties = new PartyAbbreviations(PartyAbbreviations.of("leap"), findings);
        this.unopposed = new UnopposedRows(findings);
    }

    List<TableRow> prepare(List<TableRow> rows) {
        return unopposed.prepare(rows).stream()
                .map(row -> parties.read(row.cell(Column.PARTY_NAME))
                        .map(name ->
                                row.with(Map.of(Column.PARTY_NAME, name), Map.of(Column.PARTY_NAME, Column.PARTY_NAME)))
                        .orElse(row))
                .toList();
    }
}
