package uk.declared.publish;

import java.util.function.BiPredicate;
import uk.declared.election.BallotId;
import uk.declared.election.ElectedBody;
import uk.declared.election.Source;

/**
 * On what terms a submission is published.
 *
 * @param source who says so
 * @param conforming whether the contests that conform are published where others do not; else it is all or nothing
 * @param mayPublish which contests of which bodies whoever sends it may publish, the contest under the identifier that it
 *     will have; any other refuses the submission
 */
public record Terms(Source source, boolean conforming, BiPredicate<ElectedBody, BallotId> mayPublish) {
    /** All or nothing, of any body. */
    public static Terms of(Source source) {
        return new Terms(source, false, (body, contest) -> true);
    }

    /** The same terms, but what conforms is published. */
    public Terms whatConforms() {
        return new Terms(source, true, mayPublish);
    }
}
