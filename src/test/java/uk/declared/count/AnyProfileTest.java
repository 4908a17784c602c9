package uk.declared.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.declared.election.CountStage;
import uk.declared.election.Tally;

/** What is true of every count, tried on papers marked at random. */
class AnyProfileTest {
    private static final int PROFILES = 2_000;

    @Test
    void votesAreConservedNobodyOwesAnyAndTheSeatsAreFilled() {
        for (int seed = 0; seed < PROFILES; seed++) {
            Profile profile = random(new Random(seed));
            Random lots = new Random(seed);
            Counted.Complete counted = (Counted.Complete) ScottishCount.of(
                    profile,
                    tie -> Optional.of(
                            tie.candidates().get(lots.nextInt(tie.candidates().size()))));

            assertThat(counted.elected()).as("seed %s", seed).hasSize(Math.min(profile.seats(), profile.candidates()));
            BigDecimal lost = BigDecimal.ZERO;
            for (CountStage stage : counted.count().stages()) {
                lost = check(stage, profile, lost, seed);
            }
            assertThat(outcomes(counted)).as("seed %s", seed).hasSize(profile.candidates());
        }
    }

    /** @return the votes that are not transferable at the stage's end */
    private static BigDecimal check(CountStage stage, Profile profile, BigDecimal before, int seed) {
        String which = "seed " + seed + ", stage " + stage.number();
        BigDecimal lost = stage.nonTransferable().orElseThrow();
        BigDecimal votes = sum(stage.tallies().stream()
                .map(tally -> tally.votes().orElseThrow())
                .toList());
        assertThat(votes.add(lost)).as(which).isEqualByComparingTo(BigDecimal.valueOf(profile.valid()));
        assertThat(lost).as(which).isGreaterThanOrEqualTo(before);
        assertThat(stage.tallies())
                .as(which)
                .allMatch(tally -> tally.votes().orElseThrow().signum() >= 0);
        assertThat(stage.kind()).as(which).isPresent();
        if (stage.number() > 1) {
            BigDecimal moved = sum(stage.tallies().stream()
                    .map(tally -> tally.transfer().orElseThrow())
                    .toList());
            assertThat(moved.add(lost.subtract(before))).as(which).isEqualByComparingTo("0");
            assertThat(stage.transferFrom()).as(which).isPresent();
        }
        return lost;
    }

    private static List<Tally.Outcome> outcomes(Counted counted) {
        return counted.count().stages().stream()
                .flatMap(stage -> stage.tallies().stream())
                .flatMap(tally -> tally.outcome().stream())
                .toList();
    }

    private static BigDecimal sum(List<BigDecimal> figures) {
        return figures.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Profile random(Random random) {
        int candidates = 1 + random.nextInt(9);
        int seats = 1 + random.nextInt(4);
        List<Profile.Papers> papers = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(40); i++) {
            List<Integer> order =
                    new ArrayList<>(IntStream.range(0, candidates).boxed().toList());
            Collections.shuffle(order, random);
            papers.add(new Profile.Papers(1 + random.nextInt(30), order.subList(0, 1 + random.nextInt(candidates))));
        }
        return new Profile(seats, candidates, papers);
    }
}
