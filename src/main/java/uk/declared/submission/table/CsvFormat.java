package uk.declared.submission.table;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import uk.declared.reference.ReferenceData;
import uk.declared.submission.Beginning;
import uk.declared.submission.ContestSink;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;
import uk.declared.submission.SubmissionFormat;
import uk.declared.submission.UnreadableSubmissionException;
import uk.declared.submission.column.TableFormat;
import uk.declared.submission.column.TableFormats;

/** A CSV file that holds one of the known tables of candidacies. */
public final class CsvFormat implements SubmissionFormat {
    private final Supplier<Collection<String>> titles;

    /** @param titles of all formats, for tables that are of none */
    public CsvFormat(Supplier<Collection<String>> titles) {
        this.titles = titles;
    }

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

    private TableRecognition recognise(Grid grid, ReadOptions options)
            throws IOException, UnreadableSubmissionException {
        return TableRecognition.of(grid, options.tables())
                .orElseThrow(() ->
                        Submission.unreadable("F006", grid.file(), Map.of("formats", String.join(", ", titles.get()))));
    }

    private static Optional<TableFormat> named(String wanted) {
        return TableFormats.ALL.stream()
                .filter(format -> format.name().equalsIgnoreCase(wanted))
                .findFirst();
    }
}
