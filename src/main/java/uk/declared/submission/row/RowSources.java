package uk.declared.submission.row;

import java.util.List;
import uk.declared.format.Column;
import uk.declared.submission.Cell;
import uk.declared.submission.Part;
import uk.declared.submission.SourceMap;
import uk.declared.submission.column.StageColumn;

/** Where the values of a contest's rows stand. */
final class RowSources {
    private RowSources() {}

    /**
     * The places of all values of a contest, what is about the contest taken from its first row.
     *
     * @param parts the first row of each counting area
     */
    static SourceMap of(List<TableRow> rows, List<TableRow> parts) {
        SourceMap.Builder source = new SourceMap.Builder();
        TableRow first = rows.get(0);
        source.place(Part.CONTEST, first.place());
        for (int i = 0; i < rows.size(); i++) {
            source.place(new Part.OfCandidacy(i), rows.get(i).place());
            noteName(source, i, rows.get(i));
        }
        for (Column column : first.columns()) {
            Part ofContest = column.ground().<Part>map(Part.OfRejection::new).orElse(Part.CONTEST);
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
        for (int i = 0; i < parts.size(); i++) {
            notePart(source, new Part.OfCountingArea(i), parts.get(i));
        }
        return source.build();
    }

    private static void notePart(SourceMap.Builder source, Part part, TableRow row) {
        source.place(part, row.place());
        row.columns().stream()
                .filter(column -> column.isOfAccount() && column.ground().isEmpty())
                .forEach(column -> note(source, part, column, row));
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
}
