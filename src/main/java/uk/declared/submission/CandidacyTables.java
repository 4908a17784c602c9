package uk.declared.submission;

import java.io.IOException;
import uk.declared.reference.ReferenceData;

/** Reads a grid that was recognised as one of the known tables of candidacies. */
final class CandidacyTables {
    private CandidacyTables() {}

    static void read(Grid grid, TableRecognition table, ReadOptions options, ReferenceData reference, ContestSink sink)
            throws IOException, UnreadableSubmissionException {
        TableLayout layout = new HeadingMatcher(grid, table, sink::finding).match();
        new CandidacyTableReader(
                        new Table(grid, layout),
                        table.format(),
                        options,
                        reference,
                        CollectedResults.of(table.format(), sink))
                .read();
    }
}
