package uk.declared.submission;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import uk.declared.election.BallotFigure;
import uk.declared.election.RejectionGround;

/** Where the values of a contest's rows stand. */
final class RowSources {
    /** The ground of every column that holds papers rejected on one. */
    static final Map<Column, RejectionGround> GROUNDS = grounds();

    /** Columns of further figures, each of which holds the property that the figure states. */
    static final Map<Column, BallotFigure> FIGURES = figures();

    private RowSources() {}

    /** The places of all values of a contest, what is about the contest taken from its first row. */
    static SourceMap of(List<TableRow> rows) {
        SourceMap.Builder source = new SourceMap.Builder();
        TableRow first = rows.get(0);
        source.place(Part.CONTEST, first.place());
        for (int i = 0; i < rows.size(); i++) {
            source.place(new Part.OfCandidacy(i), rows.get(i).place());
            noteName(source, i, rows.get(i));
        }
        for (Column column : first.columns()) {
            RejectionGround ground = GROUNDS.get(column);
            Part ofContest = ground == null ? Part.CONTEST : new Part.OfRejection(ground);
            if (column.scope() == Column.Scope.CONTEST) {
                note(source, ofContest, column, first);
            } else if (column.scope() == Column.Scope.CANDIDACY) {
                for (int i = 0; i < rows.size(); i++) {
                    note(source, new Part.OfCandidacy(i), column, rows.get(i));
                }
            }
        }
        for (int i = 0; i < rows.size(); i++) {
            noteStages(source, i, rows.get(i));
        }
        return source.build();
    }

    private static void noteStages(SourceMap.Builder source, int index, TableRow row) {
        for (StageColumn column : row.stages().keySet()) {
            Cell cell = row.cell(column);
            Part.OfStage stage = new Part.OfStage(column.number());
            source.place(stage, cell.place());
            Part part = column.kind() == StageColumn.Kind.NON_TRANSFERABLE
                    ? stage
                    : new Part.OfTally(column.number(), index);
            source.cell(part, column.kind().property(), cell.place(), cell.text());
        }
    }

    /** Where a format has no column for the whole name, the surname stands for it. */
    private static void noteName(SourceMap.Builder source, int index, TableRow row) {
        Cell name = row.cell(row.has(Column.NAME_ON_BALLOT_PAPER) ? Column.NAME_ON_BALLOT_PAPER : Column.FAMILY_NAME);
        source.cell(new Part.OfCandidacy(index), Column.NAME_ON_BALLOT_PAPER.property(), name.place(), name.given());
    }

    private static void note(SourceMap.Builder source, Part part, Column column, TableRow row) {
        Cell cell = row.cell(column);
        source.cell(part, column.property(), cell.place(), cell.given());
    }

    private static Map<Column, RejectionGround> grounds() {
        Map<Column, RejectionGround> grounds = new EnumMap<>(Column.class);
        grounds.put(Column.REJECTED_OFFICIAL_MARK, RejectionGround.OFFICIAL_MARK);
        grounds.put(Column.REJECTED_TOO_MANY_VOTES, RejectionGround.TOO_MANY_VOTES);
        grounds.put(Column.REJECTED_IDENTIFICATION, RejectionGround.IDENTIFICATION);
        grounds.put(Column.REJECTED_UNMARKED_OR_VOID, RejectionGround.UNMARKED_OR_VOID);
        grounds.put(Column.REJECTED_UNMARKED, RejectionGround.UNMARKED);
        grounds.put(Column.REJECTED_VOID_FOR_UNCERTAINTY, RejectionGround.VOID_FOR_UNCERTAINTY);
        return grounds;
    }

    private static Map<Column, BallotFigure> figures() {
        Map<Column, BallotFigure> figures = new EnumMap<>(Column.class);
        for (BallotFigure figure : BallotFigure.values()) {
            for (Column column : Column.values()) {
                if (column.property().equals(figure.property())) {
                    figures.put(column, figure);
                }
            }
        }
        return figures;
    }
}
