package uk.declared.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.declared.election.Count;
import uk.declared.election.CountStage;
import uk.declared.election.Tally;

/** Small counts whose every figure was worked out by hand from the Order's rules. */
class ScottishCountTest {
    @Test
    void theQuotaIsTheNextWholeNumberAboveTheShare() {
        Count count = complete(profile(2, 3, papers(50, 0), papers(30, 1), papers(20, 2)))
                .count();

        // 100 ÷ 3 = 33.3…, without its decimal places 33, increased by one.
        assertThat(count.quota().orElseThrow()).isEqualByComparingTo("34");
    }

    @Test
    void everyPaperOfTheElectedGoesOnAtFivePlacesWithTheRestIgnored() {
        Counted.Complete counted = complete(
                profile(2, 4, papers(40, 0, 1), papers(20, 0, 2), papers(15, 1), papers(14, 2), papers(10, 3, 2)));

        // 99 papers, quota 34, surplus 26: 26 ÷ 60 = 0.433333…, counted as 0.43333.
        CountStage second = counted.count().stages().get(1);
        assertThat(votes(second, 0)).isEqualByComparingTo("34");
        assertThat(votes(second, 1)).isEqualByComparingTo("32.33320");
        assertThat(votes(second, 2)).isEqualByComparingTo("22.66660");
        assertThat(second.nonTransferable().orElseThrow()).isEqualByComparingTo("0.00020");
        assertThat(second.kind()).contains(CountStage.Kind.SURPLUS);
        assertThat(second.transferFrom()).contains(0);
        // D is excluded, then B, since C has more.
        CountStage third = counted.count().stages().get(2);
        assertThat(third.kind()).contains(CountStage.Kind.EXCLUSION);
        assertThat(votes(third, 2)).isEqualByComparingTo("32.66660");
        assertThat(counted.elected()).containsExactly(0, 2);
    }

    @Test
    void aSecondSurplusReducesThePapersThatWereReducedBefore() {
        // 120 papers, three seats, quota 31. A has 60: 29 ÷ 60 = 0.48333. B has 10 + 60 × 0.48333 = 38.9998, over by
        // 7.9998:
        // first preferences go on at 7.9998 ÷ 38.9998 = 0.20512, the others at 7.9998 × 0.48333 ÷ 38.9998 = 0.09914.
        Counted.Complete counted = complete(
                profile(3, 5, papers(60, 0, 1, 2), papers(10, 1, 3), papers(20, 2), papers(18, 3), papers(12, 4)));

        CountStage third = counted.count().stages().get(2);
        assertThat(votes(third, 1)).isEqualByComparingTo("31");
        assertThat(votes(third, 2)).isEqualByComparingTo("25.94840");
        assertThat(votes(third, 3)).isEqualByComparingTo("20.05120");
        assertThat(third.nonTransferable().orElseThrow()).isEqualByComparingTo("0.0004");
    }

    @Test
    void theExcludedCandidatesPapersKeepTheValueTheyCameWith() {
        Counted.Complete counted =
                complete(profile(2, 4, papers(40, 0, 3, 1), papers(20, 1), papers(22, 2), papers(2, 3, 2)));

        // 84 papers, quota 29, surplus 11 ÷ 40 = 0.275: D has 2 + 11 = 13 and is excluded; 11 to B, 2 to C.
        CountStage third = counted.count().stages().get(2);
        assertThat(votes(third, 1)).isEqualByComparingTo("31");
        assertThat(votes(third, 2)).isEqualByComparingTo("24");
        assertThat(outcome(third, 3)).contains(Tally.Outcome.EXCLUDED);
        assertThat(outcome(third, 1)).contains(Tally.Outcome.ELECTED);
        assertThat(outcome(third, 2)).contains(Tally.Outcome.NOT_ELECTED);
    }

    @Test
    void equalVotesAreToldApartByTheLastStageAtWhichTheyDiffered() {
        // E goes out first and makes C and D equal at 12; C had fewer before.
        Counted.Complete counted =
                complete(profile(1, 5, papers(30, 0), papers(20, 1), papers(11, 2, 1), papers(12, 3), papers(1, 4, 2)));

        assertThat(outcome(counted.count().stages().get(1), 4)).contains(Tally.Outcome.EXCLUDED);
        assertThat(outcome(counted.count().stages().get(2), 2)).contains(Tally.Outcome.EXCLUDED);
    }

    @Test
    void votesThatWereAlwaysEqualWaitForALot() {
        Profile profile = profile(1, 3, papers(10, 0), papers(5, 1), papers(5, 2, 0));

        Counted counted = ScottishCount.of(profile, Lots.NONE);

        assertThat(counted).isInstanceOf(Counted.Undecided.class);
        assertThat(((Counted.Undecided) counted).tie()).isEqualTo(new Tie(2, Tie.Decision.EXCLUSION, List.of(1, 2)));
        assertThat(counted.count().stages()).hasSize(1);
    }

    @Test
    void aLotDecidesAndAddsNoVote() {
        Profile profile = profile(1, 3, papers(10, 0), papers(5, 1), papers(5, 2, 0));

        Counted counted = ScottishCount.of(profile, tie -> Optional.of(1));

        assertThat(counted).isInstanceOf(Counted.Complete.class);
        CountStage second = counted.count().stages().get(1);
        assertThat(outcome(second, 1)).contains(Tally.Outcome.EXCLUDED);
        assertThat(votes(second, 1)).isEqualByComparingTo("0");
        assertThat(second.nonTransferable().orElseThrow()).isEqualByComparingTo("5");
    }

    @Test
    void theHighestSurplusGoesFirst() {
        Counted.Complete counted =
                complete(profile(3, 5, papers(40, 0, 2), papers(50, 1, 3), papers(9, 2), papers(3, 3), papers(7, 4)));

        assertThat(counted.count().stages().get(1).transferFrom()).contains(1);
        assertThat(counted.count().stages().get(2).transferFrom()).contains(0);
    }

    @Test
    void onceNoMoreAreLeftThanSeatsTheyAreElectedAndNothingMoves() {
        Counted.Complete counted = complete(profile(2, 3, papers(50, 0, 1), papers(5, 1), papers(3, 2)));

        // Stage 2 takes the surplus to B, who is then at the quota; C stays where it was.
        assertThat(counted.elected()).containsExactly(0, 1);
        assertThat(counted.count().stages()).hasSize(2);
    }

    @Test
    void asManyCandidatesAsSeatsNeedNoTransfer() {
        Counted.Complete counted = complete(profile(3, 2, papers(9, 0), papers(1, 1)));

        assertThat(counted.elected()).containsExactly(0, 1);
        assertThat(counted.count().stages()).hasSize(1);
    }

    @Test
    void papersOfNobodyAreRefused() {
        assertThatThrownBy(() -> profile(1, 2, papers(1, 2))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> profile(1, 2, papers(1, 0, 0))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> profile(0, 2, papers(1, 0))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> profile(1, 2, papers(Profile.MOST_PAPERS, 0), papers(1, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    static Counted.Complete complete(Profile profile) {
        Counted counted = ScottishCount.of(profile, Lots.NONE);
        assertThat(counted).isInstanceOf(Counted.Complete.class);
        return (Counted.Complete) counted;
    }

    static Profile profile(int seats, int candidates, Profile.Papers... papers) {
        return new Profile(seats, candidates, List.of(papers));
    }

    static Profile.Papers papers(int number, Integer... preferences) {
        return new Profile.Papers(number, List.of(preferences));
    }

    private static BigDecimal votes(CountStage stage, int candidate) {
        return stage.tallies().get(candidate).votes().orElseThrow();
    }

    private static Optional<Tally.Outcome> outcome(CountStage stage, int candidate) {
        return stage.tallies().get(candidate).outcome();
    }
}
