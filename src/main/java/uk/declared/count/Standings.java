package uk.declared.count;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import uk.declared.election.Count;
import uk.declared.election.CountStage;
import uk.declared.election.Tally;

/** Who has how many votes as a count goes on, who is elected and excluded, and what each stage came to. */
final class Standings {
    private final int seats;
    private final long valid;
    private final long[] votes;
    private final List<long[]> ends = new ArrayList<>();
    private final List<CountStage> stages = new ArrayList<>();
    private final Set<Integer> elected = new HashSet<>();
    private final Set<Integer> excluded = new HashSet<>();
    private final Map<Integer, Tally.Outcome> decidedNow = new HashMap<>();

    /** @param valid all votes, in the units that votes are counted in */
    Standings(int candidates, int seats, long valid) {
        this.seats = seats;
        this.valid = valid;
        this.votes = new long[candidates];
    }

    /** A figure in votes. */
    static BigDecimal votes(long units) {
        return BigDecimal.valueOf(units, Count.PLACES);
    }

    boolean complete() {
        return elected.size() >= seats || continuing().isEmpty();
    }

    boolean isContinuing(int candidate) {
        return !elected.contains(candidate) && !excluded.contains(candidate);
    }

    List<Integer> continuing() {
        return IntStream.range(0, votes.length)
                .filter(this::isContinuing)
                .boxed()
                .toList();
    }

    List<Integer> elected() {
        return elected.stream().sorted().toList();
    }

    List<CountStage> stages() {
        return stages;
    }

    long votesOf(int candidate) {
        return votes[candidate];
    }

    void credit(int candidate, long units) {
        votes[candidate] += units;
    }

    void debit(int candidate, long units) {
        votes[candidate] -= units;
    }

    void exclude(int candidate) {
        excluded.add(candidate);
        decidedNow.put(candidate, Tally.Outcome.EXCLUDED);
    }

    /** The elected candidates whose votes exceed the quota; once a surplus is transferred, the quota is left. */
    List<Integer> withSurplusOver(long quota) {
        return elected().stream().filter(candidate -> votes[candidate] > quota).toList();
    }

    /** Those with the most votes; of several, those who had most at the last stage at which they differed. */
    List<Integer> mostVotes(List<Integer> among) {
        return narrow(among, true);
    }

    /** Those with the fewest votes; of several, those who had fewest at the last stage at which they differed. */
    List<Integer> fewestVotes(List<Integer> among) {
        return narrow(among, false);
    }

    private List<Integer> narrow(List<Integer> among, boolean most) {
        List<Integer> equal = among;
        for (int stage = ends.size() - 1; stage >= 0 && equal.size() > 1; stage--) {
            long[] then = ends.get(stage);
            LongStream figures = equal.stream().mapToLong(candidate -> then[candidate]);
            long best = (most ? figures.max() : figures.min()).orElseThrow();
            LongPredicate isBest = figure -> figure == best;
            equal = equal.stream()
                    .filter(candidate -> isBest.test(then[candidate]))
                    .toList();
        }
        return equal;
    }

    /** Ends a stage: elects who has the quota, and all who are left once they are no more than the seats left. */
    void endStage(long quota) {
        continuing().stream().filter(candidate -> votes[candidate] >= quota).forEach(this::elect);
        if (continuing().size() <= seats - elected.size()) {
            continuing().forEach(this::elect);
        }
        stages.add(stage());
        ends.add(votes.clone());
        decidedNow.clear();
    }

    /** Says of all who are left that they are not elected. */
    void closeLastStage() {
        CountStage last = stages.remove(stages.size() - 1);
        List<Tally> tallies = last.tallies().stream()
                .map(tally -> isContinuing(tally.candidacy()) ? tally.withOutcome(Tally.Outcome.NOT_ELECTED) : tally)
                .toList();
        stages.add(new CountStage(last.number(), last.nonTransferable(), tallies));
    }

    private void elect(int candidate) {
        elected.add(candidate);
        decidedNow.put(candidate, Tally.Outcome.ELECTED);
    }

    private CountStage stage() {
        int number = stages.size() + 1;
        List<Tally> tallies =
                IntStream.range(0, votes.length).mapToObj(this::tally).toList();
        long lost = valid - Arrays.stream(votes).sum();
        return new CountStage(number, Optional.of(votes(lost)), tallies);
    }

    private Tally tally(int candidate) {
        Optional<BigDecimal> transfer = ends.isEmpty()
                ? Optional.empty()
                : Optional.of(votes(votes[candidate] - ends.get(ends.size() - 1)[candidate]));
        return new Tally(
                candidate,
                Optional.of(votes(votes[candidate])),
                transfer,
                Optional.ofNullable(decidedNow.get(candidate)));
    }
}
