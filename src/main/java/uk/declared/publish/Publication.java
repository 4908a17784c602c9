package uk.declared.publish;

import java.util.List;
import uk.declared.election.BallotId;
import uk.declared.election.Source;
import uk.declared.linkeddata.ContestChange;
import uk.declared.report.Report;
import uk.declared.submission.UnidentifiedContest;

/**
 * What became of a submission, or would become of it.
 *
 * @param report what there is to say about it
 * @param refused whether nothing was kept but the report
 * @param published the declarations that it added to the record
 * @param unchanged contests that the record already has with the same result
 * @param outranked contests left as they are, since a source of higher precedence declared them otherwise
 * @param poorer contests left as they are, since what was sent lacks figures or identifiers that are published
 * @param leftOut contests that do not conform, where those that do were to be published without them
 * @param unidentified contests that could not be identified, where those that conform were to be published without them
 * @param forbidden contests that whoever sent it may not publish: one of them refuses the submission
 * @param overtaken contests that somebody else published while this was on its way: one of them refuses the submission
 */
public record Publication(
        Report report,
        boolean refused,
        List<Version> published,
        List<BallotId> unchanged,
        List<Outranked> outranked,
        List<Poorer> poorer,
        List<BallotId> leftOut,
        List<UnidentifiedContest> unidentified,
        List<BallotId> forbidden,
        List<BallotId> overtaken) {
    public Publication {
        published = List.copyOf(published);
        unchanged = List.copyOf(unchanged);
        outranked = List.copyOf(outranked);
        poorer = List.copyOf(poorer);
        leftOut = List.copyOf(leftOut);
        unidentified = List.copyOf(unidentified);
        forbidden = List.copyOf(forbidden);
        overtaken = List.copyOf(overtaken);
    }

    /**
     * A version of a contest.
     *
     * @param changes in what it differs from the version before; none for the first
     */
    public record Version(BallotId contest, int version, List<ContestChange> changes) {
        public Version {
            changes = List.copyOf(changes);
        }
    }

    /**
     * A contest that stays as it is.
     *
     * @param declaredBy who declared it so
     * @param differences from what is published to what was sent
     */
    public record Outranked(BallotId contest, Source declaredBy, List<ContestChange> differences) {
        public Outranked {
            differences = List.copyOf(differences);
        }
    }

    /**
     * A contest that stays as it is until somebody says yes to the losses.
     *
     * @param losses what is published, and was not sent
     */
    public record Poorer(BallotId contest, List<ContestChange> losses) {
        public Poorer {
            losses = List.copyOf(losses);
        }
    }

    /** Nothing is published. */
    public static Publication nothing(Report report, List<BallotId> forbidden, List<BallotId> overtaken) {
        return new Publication(
                report, true, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), forbidden, overtaken);
    }
}
