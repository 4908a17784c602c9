package uk.declared.publish;

import java.util.List;
import uk.declared.election.BallotId;
import uk.declared.report.Report;

/**
 * What became of a submission.
 *
 * @param report what there is to say about it
 * @param published the declarations that it added to the record, none where it was refused
 * @param unchanged how many contests the record already has with the same result
 * @param outranked contests left as they are, since a source of higher precedence declared them otherwise
 * @param leftOut contests that do not conform, left out so that the others could be published
 * @param forbidden contests that whoever sent it may not publish: one of them refuses the submission
 */
public record Publication(
        Report report,
        List<Version> published,
        int unchanged,
        List<BallotId> outranked,
        List<BallotId> leftOut,
        List<BallotId> forbidden) {
    public Publication {
        leftOut = List.copyOf(leftOut);
        forbidden = List.copyOf(forbidden);
        published = List.copyOf(published);
        outranked = List.copyOf(outranked);
    }

    /** A version of a contest. */
    public record Version(BallotId contest, int version) {}

    static Publication refused(Report report) {
        return new Publication(report, List.of(), 0, List.of(), List.of(), List.of());
    }

    static Publication forbidden(Report report, List<BallotId> contests) {
        return new Publication(report, List.of(), 0, List.of(), List.of(), contests);
    }

    /** Whether nothing was kept but the report. */
    public boolean refused() {
        boolean taken = !published.isEmpty() || unchanged > 0 || !outranked.isEmpty();
        return !forbidden.isEmpty() || (report.refused() && !taken);
    }
}
