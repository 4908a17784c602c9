package uk.declared.count;

import java.util.List;
import java.util.Optional;
import uk.declared.election.Candidacy;
import uk.declared.election.ContestResult;
import uk.declared.election.Count;
import uk.declared.election.CountStage;
import uk.declared.election.Slug;
import uk.declared.election.Tally;

/** Matches two sources' counts of one contest, whose candidates may stand in different orders. Names match by their slugs. */
public final class CountMatch {
    private CountMatch() {}

    /** The contest with the same candidates as another; absent where none has, or several have. */
    public static Optional<ContestResult> sameContest(ContestResult of, List<ContestResult> among) {
        List<ContestResult> same =
                among.stream().filter(one -> slugs(one).equals(slugs(of))).toList();
        return same.size() == 1 ? Optional.of(same.get(0)) : Optional.empty();
    }

    /** The count of a contest with its candidacies in the order of another; absent where it has none. */
    public static Optional<Count> inOrderOf(ContestResult other, ContestResult contest) {
        List<String> theirs = names(other);
        List<String> ours = names(contest);
        List<Integer> positions = ours.stream().map(theirs::indexOf).toList();
        return contest.count()
                .map(count -> new Count(
                        count.quota(),
                        count.stages().stream()
                                .map(stage -> reordered(stage, positions))
                                .toList()));
    }

    private static CountStage reordered(CountStage stage, List<Integer> positions) {
        List<Tally> tallies = stage.tallies().stream()
                .filter(tally -> positions.get(tally.candidacy()) >= 0)
                .map(tally ->
                        new Tally(positions.get(tally.candidacy()), tally.votes(), tally.transfer(), tally.outcome()))
                .toList();
        return new CountStage(stage.number(), stage.nonTransferable(), tallies);
    }

    private static List<String> slugs(ContestResult contest) {
        return names(contest).stream().sorted().toList();
    }

    private static List<String> names(ContestResult contest) {
        return contest.candidacies().stream().map(CountMatch::name).toList();
    }

    private static String name(Candidacy candidacy) {
        return Slug.of(candidacy.nameOnBallotPaper());
    }
}
