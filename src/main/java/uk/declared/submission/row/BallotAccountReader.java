package uk.declared.submission.row;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import uk.declared.election.BallotAccount;
import uk.declared.election.BallotFigure;
import uk.declared.election.RejectionGround;
import uk.declared.submission.column.Column;

/** Reads a contest's account of ballot papers from the first of its rows. */
final class BallotAccountReader {
    private final CellReader cells;

    BallotAccountReader(CellReader cells) {
        this.cells = cells;
    }

    /** The account; what the row does not give is absent. */
    BallotAccount account(TableRow row) {
        Map<RejectionGround, Integer> rejected = new EnumMap<>(RejectionGround.class);
        Column.GROUNDS.forEach(
                (column, ground) -> cells.count(row.cell(column)).ifPresent(papers -> rejected.put(ground, papers)));
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

    private Map<BallotFigure, Integer> further(TableRow row) {
        Map<BallotFigure, Integer> further = new EnumMap<>(BallotFigure.class);
        Column.FIGURES.forEach((column, figure) -> count(row, column).ifPresent(number -> further.put(figure, number)));
        return further;
    }

    private OptionalInt count(TableRow row, Column column) {
        return cells.count(row.cell(column));
    }
}
