package uk.declared.submission.leap;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import uk.declared.format.Column;
import uk.declared.reference.ReferenceData;
import uk.declared.report.Finding;
import uk.declared.report.Severity;
import uk.declared.submission.Beginning;
import uk.declared.submission.ContestSink;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;
import uk.declared.submission.SubmissionFormat;
import uk.declared.submission.UnreadableSubmissionException;
import uk.declared.submission.column.TableFormat;
import uk.declared.submission.table.CandidacyTableReader;
import uk.declared.submission.table.CollectedResults;
import uk.declared.submission.table.CompiledDay;
import uk.declared.submission.table.CsvText;
import uk.declared.submission.table.Grid;
import uk.declared.submission.table.Table;
import uk.declared.submission.table.TableLayout;

/**
 * The files of Andrew Teale's Local Elections Archive Project, a year's elections in each: docs/formats/leap.md. They are CSV
 * without headings, known by the shape of their rows ({@link LeapShape}), and name no polling day but in their own names.
 */
public final class LeapFormat implements SubmissionFormat {
    static final String NAME = "leap";

    /** What its columns hold; the headings are what reports call them, since the file has none. */
    static final TableFormat FIELDS = TableFormat.collected(NAME, "Local Elections Archive Project's CSV", fields());

    @Override
    public Map<String, String> names() {
        return Map.of(NAME, FIELDS.title());
    }

    @Override
    public boolean recognises(Beginning beginning) {
        return LeapShape.of(beginning.text()).isPresent();
    }

    @Override
    public void read(Submission submission, ReadOptions options, ReferenceData reference, ContestSink sink)
            throws IOException, UnreadableSubmissionException {
        LeapShape shape = LeapShape.of(Beginning.of(submission).text())
                .orElseThrow(() -> Submission.unreadable("F083", submission.name(), Map.of()));
        Grid whole = CsvText.of(submission);
        ReadOptions dated = new CompiledDay(submission, options, sink::finding).ofFileName();
        TableLayout layout = new TableLayout(whole.place(), 0, shape.headings(), shape.indexes(), Map.of());
        LeapRows rows = new LeapRows(sink::finding);
        sayWhatIsNamedOnly(whole, layout, sink);
        new CandidacyTableReader(
                        new Table(new LeapGrid(whole, shape), layout),
                        FIELDS,
                        dated,
                        reference,
                        CollectedResults.of(FIELDS, sink),
                        rows::prepare)
                .read();
    }

    /** Rows that name a contest and nobody who stood in it: such as those of mayors, whom the project has elsewhere. */
    private static void sayWhatIsNamedOnly(Grid grid, TableLayout layout, ContestSink sink)
            throws IOException, UnreadableSubmissionException {
        grid.forEach((number, cells) -> {
            if (LeapGrid.namesNobody(cells, layout)) {
                String named = LeapGrid.text(cells, layout, Column.BODY_NAME)
                        + Optional.of(LeapGrid.text(cells, layout, Column.AREA_NAME))
                                .filter(area -> !area.isEmpty())
                                .map(area -> ", " + area)
                                .orElse("");
                sink.finding(new Finding(
                        "W031",
                        Severity.WARNING,
                        layout.place(number),
                        Optional.empty(),
                        Optional.of(named),
                        Map.of()));
            }
            return true;
        });
    }

    private static Map<String, Column> fields() {
        Map<String, Column> fields = new LinkedHashMap<>();
        fields.put("council", Column.BODY_NAME);
        fields.put("council code", Column.BODY_URI);
        fields.put("ward", Column.AREA_NAME);
        fields.put("ward code", Column.AREA_CODE);
        fields.put("candidate", Column.NAME_ON_BALLOT_PAPER);
        fields.put("party", Column.PARTY_NAME);
        fields.put("votes", Column.VOTES);
        fields.put("elected", Column.ELECTED);
        return fields;
    }
}
