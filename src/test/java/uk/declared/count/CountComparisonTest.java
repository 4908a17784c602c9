package uk.declared.count;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.declared.count.ScottishCountTest.complete;
import static uk.declared.count.ScottishCountTest.papers;
import static uk.declared.count.ScottishCountTest.profile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import uk.declared.count.CountComparison.Difference;
import uk.declared.count.CountComparison.Subject;
import uk.declared.election.Count;
import uk.declared.election.CountStage;
import uk.declared.election.Tally;

class CountComparisonTest {
    private static final BigDecimal EXACT = BigDecimal.ZERO;
    private static final Count COUNTED = complete(
                    profile(2, 4, papers(40, 0, 1), papers(20, 0, 2), papers(15, 1), papers(14, 2), papers(10, 3, 2)))
            .count();

    @Test
    void aCountIsLikeItself() {
        assertThat(CountComparison.firstDifference(COUNTED, COUNTED, EXACT)).isEmpty();
    }

    @Test
    void theFirstStageThatDiffersIsNamed() {
        Count declared = change(2, 1, tally -> votes(tally, "32.33"));

        assertThat(CountComparison.firstDifference(COUNTED, declared, EXACT))
                .contains(new Difference(Subject.VOTES, Optional.of(2), Optional.of(1), "32.33320", "32.33"));
    }

    @Test
    void whatRoundingExplainsIsNoDifference() {
        Count declared = change(2, 1, tally -> votes(tally, "32.33"));

        assertThat(CountComparison.firstDifference(COUNTED, declared, new BigDecimal("0.01")))
                .isEmpty();
    }

    @Test
    void whatOneCountDoesNotSayIsNotCompared() {
        Count declared = new Count(
                Optional.empty(),
                COUNTED.stages().stream()
                        .map(stage -> new CountStage(stage.number(), Optional.empty(), stage.tallies()))
                        .toList());

        assertThat(CountComparison.firstDifference(COUNTED, declared, EXACT)).isEmpty();
    }

    @Test
    void aStageTooFewIsADifference() {
        Count declared = new Count(COUNTED.quota(), COUNTED.stages().subList(0, 3));

        assertThat(CountComparison.firstDifference(COUNTED, declared, EXACT))
                .contains(new Difference(Subject.NUMBER_OF_STAGES, Optional.empty(), Optional.empty(), "4", "3"));
    }

    @Test
    void someoneElseElectedIsADifference() {
        Count declared = change(4, 2, tally -> tally.withOutcome(Tally.Outcome.NOT_ELECTED));

        assertThat(CountComparison.firstDifference(COUNTED, declared, EXACT))
                .contains(new Difference(Subject.OUTCOME, Optional.empty(), Optional.of(2), "elected", "not-elected"));
    }

    private static Tally votes(Tally tally, String votes) {
        return new Tally(tally.candidacy(), Optional.of(new BigDecimal(votes)), tally.transfer(), tally.outcome());
    }

    private static Count change(int number, int candidacy, UnaryOperator<Tally> change) {
        List<CountStage> stages = new ArrayList<>(COUNTED.stages());
        CountStage stage = stages.get(number - 1);
        List<Tally> tallies = new ArrayList<>(stage.tallies());
        tallies.set(candidacy, change.apply(tallies.get(candidacy)));
        stages.set(number - 1, new CountStage(number, stage.nonTransferable(), tallies));
        return new Count(COUNTED.quota(), stages);
    }
}
