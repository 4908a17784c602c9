package uk.declared.submission;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.declared.reference.ReferenceData;

/** A CSV file that holds one of the known tables of candidacies. */
final class CsvFormat implements SubmissionFormat {
    @Override
    public Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        TableFormats.ALL.forEach(format -> names.put(format.name(), format.title()));
        return names;
    }

    /** Every text may be one: the headings tell, and where they do not, that is what there is to say. */
    @Override
    public boolean recognises(Beginning beginning) {
        return true;
    }

    @Override
    public void read(Submission submission, ReadOptions options, ReferenceData reference, ContestSink sink)
            throws IOException, UnreadableSubmissionException {
        Grid grid = CsvText.of(submission);
        Optional<TableFormat> named = options.format().flatMap(CsvFormat::named);
        TableRecognition table = named.isPresent() ? TableRecognition.as(grid, named.get()) : recognise(grid, options);
        CandidacyTables.read(grid, table, options, reference, sink);
    }

    private static TableRecognition recognise(Grid grid, ReadOptions options)
            throws IOException, UnreadableSubmissionException {
        return TableRecognition.of(grid, TableFormats.tried(options))
                .orElseThrow(() -> Submission.unreadable(
                        "F006",
                        grid.file(),
                        Map.of(
                                "formats",
                                String.join(
                                        ", ",
                                        List.copyOf(SubmissionReader.formats().values())))));
    }

    private static Optional<TableFormat> named(String wanted) {
        return TableFormats.ALL.stream()
                .filter(format -> format.name().equalsIgnoreCase(wanted))
                .findFirst();
    }
}
