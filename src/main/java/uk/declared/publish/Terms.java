package uk.declared.publish;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiPredicate;
import uk.declared.election.BallotId;
import uk.declared.election.ElectedBody;
import uk.declared.election.Rights;
import uk.declared.election.Source;
import uk.declared.submission.SubmittedContest;

/**
 * On what terms a submission is published.
 *
 * @param source who says so
 * @param stated whether that is said of this very submission; else what a file of a third party's format says is the third
 *     party's word, whoever sends it
 * @param conforming whether the contests that conform are published where others do not; else it is all or nothing
 * @param overriding whether it replaces what a source of higher precedence declared, which is for the operator to say
 * @param losing whether it may take the place of a version that has figures or identifiers which it has not
 * @param seen the position of the record that whoever sends it has seen: a contest that changed since refuses the
 *     submission; absent to replace whatever there is
 * @param rights the licence that is stated for it; absent where nothing is said, so that what is usual holds
 * @param mayPublish which contests of which bodies whoever sends it may publish, the contest under the identifier that it
 *     will have; any other refuses the submission
 */
public record Terms(
        Source source,
        boolean stated,
        boolean conforming,
        boolean overriding,
        boolean losing,
        OptionalLong seen,
        Optional<Rights> rights,
        BiPredicate<ElectedBody, BallotId> mayPublish) {
    /** All or nothing, of any body; the source is stated. */
    public static Terms of(Source source) {
        return new Terms(
                source, true, false, false, false, OptionalLong.empty(), Optional.empty(), (body, contest) -> true);
    }

    /** The same, where nobody said who says so: that source, or third parties where the format is theirs. */
    public static Terms usually(Source source) {
        return new Terms(
                source, false, false, false, false, OptionalLong.empty(), Optional.empty(), (body, contest) -> true);
    }

    /** The same terms, but what conforms is published. */
    public Terms whatConforms() {
        return new Terms(source, stated, true, overriding, losing, seen, rights, mayPublish);
    }

    /** The same terms, whoever declared it before. */
    public Terms whoeverDeclaredIt() {
        return new Terms(source, stated, conforming, true, losing, seen, rights, mayPublish);
    }

    /** The same terms, even where figures or identifiers that are published are lost. */
    public Terms evenWithLosses() {
        return new Terms(source, stated, conforming, overriding, true, seen, rights, mayPublish);
    }

    /** The same terms for somebody who has seen the record up to a position. */
    public Terms havingSeen(long position) {
        return new Terms(source, stated, conforming, overriding, losing, OptionalLong.of(position), rights, mayPublish);
    }

    /** The same terms for somebody who may not publish everything. */
    public Terms only(BiPredicate<ElectedBody, BallotId> contests) {
        return new Terms(source, stated, conforming, overriding, losing, seen, rights, contests);
    }

    /** The same terms for something under this licence. */
    public Terms under(Rights licence) {
        return new Terms(source, stated, conforming, overriding, losing, seen, Optional.of(licence), mayPublish);
    }

    /** Who says what a contest says. */
    Source sourceOf(SubmittedContest contest) {
        return !stated && contest.collected() ? Source.THIRD_PARTY : source;
    }

    /** Under which licence a contest is published. */
    Rights rightsTo(SubmittedContest contest) {
        return rights.orElseGet(() -> Rights.usual(sourceOf(contest), contest.collected()));
    }
}
