package uk.declared.publish;

import java.util.OptionalLong;
import java.util.function.BiPredicate;
import uk.declared.election.BallotId;
import uk.declared.election.ElectedBody;
import uk.declared.election.Source;

/**
 * On what terms a submission is published.
 *
 * @param source who says so
 * @param conforming whether the contests that conform are published where others do not; else it is all or nothing
 * @param overriding whether it replaces what a source of higher precedence declared, which is for the operator to say
 * @param seen the position of the record that whoever sends it has seen: a contest that changed since refuses the
 *     submission; absent to replace whatever there is
 * @param mayPublish which contests of which bodies whoever sends it may publish, the contest under the identifier that it
 *     will have; any other refuses the submission
 */
public record Terms(
        Source source,
        boolean conforming,
        boolean overriding,
        OptionalLong seen,
        BiPredicate<ElectedBody, BallotId> mayPublish) {
    /** All or nothing, of any body. */
    public static Terms of(Source source) {
        return new Terms(source, false, false, OptionalLong.empty(), (body, contest) -> true);
    }

    /** The same terms, but what conforms is published. */
    public Terms whatConforms() {
        return new Terms(source, true, overriding, seen, mayPublish);
    }

    /** The same terms, whoever declared it before. */
    public Terms whoeverDeclaredIt() {
        return new Terms(source, conforming, true, seen, mayPublish);
    }

    /** The same terms for somebody who has seen the record up to a position. */
    public Terms havingSeen(long position) {
        return new Terms(source, conforming, overriding, OptionalLong.of(position), mayPublish);
    }

    /** The same terms for somebody who may not publish everything. */
    public Terms only(BiPredicate<ElectedBody, BallotId> contests) {
        return new Terms(source, conforming, overriding, seen, contests);
    }
}
