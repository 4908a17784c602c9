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
 */
public record Publication(
        Report report,
        boolean refused,
        List<Version> published,
        int unchanged,
        List<BallotId> outranked,
        List<BallotId> leftOut) {
    public Publication {
        published = List.copyOf(published);
        outranked = List.copyOf(outranked);
        leftOut = List.copyOf(leftOut);
    }

    /** A version of a contest. */
    public record Version(BallotId contest, int version) {}

    static Publication refused(Report report) {
        return new Publication(report, true, List.of(), 0, List.of(), List.of());
    }
}
