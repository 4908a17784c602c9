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
 */
public record Publication(Report report, List<Version> published, int unchanged, List<BallotId> outranked) {
    public Publication {
        published = List.copyOf(published);
        outranked = List.copyOf(outranked);
    }

    /** A version of a contest. */
    public record Version(BallotId contest, int version) {}

    static Publication refused(Report report) {
        return new Publication(report, List.of(), 0, List.of());
    }

    /** Whether nothing was kept but the report. */
    public boolean refused() {
        return report.refused();
    }
}
