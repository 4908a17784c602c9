package uk.declared.submission;

import java.util.Set;
import uk.declared.report.Finding;

/** Marks the contests of a table in which others than councils collect results. */
final class CollectedResults implements ContestSink {
    private static final Set<TableFormat> FORMATS = Set.of(
            TableFormats.DEMOCRACY_CLUB,
            TableFormats.STV_STAGES,
            LeapFormat.FIELDS,
            Handbook.FIELDS,
            CountTables.FIELDS);

    private final ContestSink sink;

    private CollectedResults(ContestSink sink) {
        this.sink = sink;
    }

    /** The sink for the contests of a table of this format. */
    static ContestSink of(TableFormat format, ContestSink sink) {
        return FORMATS.contains(format) ? new CollectedResults(sink) : sink;
    }

    @Override
    public void contest(SubmittedContest contest) {
        sink.contest(contest.asCollected());
    }

    @Override
    public void unidentified(UnidentifiedContest contest) {
        sink.unidentified(contest);
    }

    @Override
    public void finding(Finding finding) {
        sink.finding(finding);
    }
}
