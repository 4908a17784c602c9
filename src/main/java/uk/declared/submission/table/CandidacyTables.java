package uk.declared.submission.table;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import uk.declared.format.Column;
import uk.declared.reference.ReferenceData;
import uk.declared.submission.ContestSink;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.UnreadableSubmissionException;
import uk.declared.submission.column.ColumnMapping;
import uk.declared.submission.column.TableFormat;
import uk.declared.submission.text.Texts;

/** Reads a grid that was recognised as one of the known tables of candidacies. */
public final class CandidacyTables {
    private CandidacyTables() {}

    public static void read(
            Grid grid, TableRecognition table, ReadOptions options, ReferenceData reference, ContestSink sink)
            throws IOException, UnreadableSubmissionException {
        TableLayout layout = new HeadingMatcher(grid, table, sink::finding).match();
        boolean above = ColumnMapping.ABOVE.equals(table.format().fixed().get(Column.AREA_NAME));
        new CandidacyTableReader(
                        new Table(grid, layout, table.format().isMapping(), above),
                        placed(table.format(), grid),
                        options,
                        reference,
                        CollectedResults.of(table.format(), sink))
                .read();
    }

    /** The format with what an officer's words for parts of the file stand for here. */
    private static TableFormat placed(TableFormat format, Grid grid) {
        Map<Column, String> fixed = new TreeMap<>();
        format.fixed().forEach((column, value) -> {
            if (value.equals(ColumnMapping.SHEET)) {
                grid.sheet().ifPresent(name -> fixed.put(column, Texts.clean(name)));
            } else if (!value.equals(ColumnMapping.ABOVE)) {
                fixed.put(column, value);
            }
        });
        return fixed.equals(format.fixed()) ? format : format.withFixed(fixed);
    }
}
