package uk.declared.submission.table;

import uk.declared.report.Finding;
import uk.declared.submission.ContestSink;
import uk.declared.submission.SubmittedContest;
import uk.declared.submission.UnidentifiedContest;
import uk.declared.submission.column.TableFormat;

/** Marks the contests of a table in which others than councils collect results. */
public final class CollectedResults implements ContestSink {
    private final ContestSink sink;

    private CollectedResults(ContestSink sink) {
        this.sink = sink;
    }

    /** The sink for the contests of a table of this format. */
    public static ContestSink of(TableFormat format, ContestSink sink) {
        return format.isCollected() ? new CollectedResults(sink) : sink;
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
