package uk.declared.publish;

import java.util.List;
import uk.declared.election.BallotId;
import uk.declared.report.Report;

/**
 * What became of a submission.
 *
 * @param report what there is to say about it
 * @param refused whether nothing was kept but the report
 * @param published the declarations that it added to the record
 * @param unchanged how many contests the record already has with the same result
 * @param outranked contests left as they are, since a source of higher precedence declared them otherwise
 * @param leftOut contests that do not conform, where those that do were to be published without them
 * @param forbidden contests that whoever sent it may not publish: one of them refuses the submission
 */
public record Publication(
        Report report,
        boolean refused,
        List<Version> published,
        int unchanged,
        List<BallotId> outranked,
        List<BallotId> leftOut,
        List<BallotId> forbidden) {
    public Publication {
        published = List.copyOf(published);
        outranked = List.copyOf(outranked);
        leftOut = List.copyOf(leftOut);
        forbidden = List.copyOf(forbidden);
    }

    /** A version of a contest. */
    public record Version(BallotId contest, int version) {}

    static Publication refused(Report report) {
        return forbidden(report, List.of());
    }

    static Publication forbidden(Report report, List<BallotId> contests) {
        return new Publication(report, true, List.of(), 0, List.of(), List.of(), contests);
    }
}
