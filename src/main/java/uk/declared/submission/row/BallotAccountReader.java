package uk.declared.submission.row;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import uk.declared.election.BallotAccount;
import uk.declared.election.RejectionGround;
import uk.declared.format.Column;

/** Reads a contest's account of ballot papers from the first of its rows. */
final class BallotAccountReader {
    private final CellReader cells;

    BallotAccountReader(CellReader cells) {
        this.cells = cells;
    }

    /** The account; what the row does not give is absent. */
    BallotAccount account(TableRow row) {
        Map<RejectionGround, Integer> rejected = new EnumMap<>(RejectionGround.class);
        Column.grounds()
                .forEach(column -> count(row, column)
                        .ifPresent(papers -> rejected.put(column.ground().orElseThrow(), papers)));
        return new BallotAccount(
                count(row, Column.ELECTORATE),
                count(row, Column.BALLOT_PAPERS_CAST),
                count(row, Column.VALID_BALLOT_PAPERS),
                count(row, Column.REJECTED_BALLOT_PAPERS),
                rejected,
                count(row, Column.REJECTED_IN_PART),
                count(row, Column.POSTAL_BALLOT_PAPERS),
                cells.percentage(row.cell(Column.TURNOUT_PERCENTAGE)),
                further(row));
    }

    private Map<String, Integer> further(TableRow row) {
        Map<String, Integer> further = new LinkedHashMap<>();
        Column.figures()
                .forEach(column -> count(row, column).ifPresent(number -> further.put(column.property(), number)));
        return further;
    }

    private OptionalInt count(TableRow row, Column column) {
        return cells.count(row.cell(column));
    }
}
