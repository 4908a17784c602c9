package uk.declared.count;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import uk.declared.election.Count;
import uk.declared.election.CountStage;
import uk.declared.election.Tally;

/**
 * Compares two counts of the same contest, such as a declared one with one made from the ballot papers. What either does
 * not say is not compared; neither is the stage at which sources note an outcome.
 */
public final class CountComparison {
    private final Count one;
    private final Count other;
    private final BigDecimal tolerance;

    private CountComparison(Count one, Count other, BigDecimal tolerance) {
        this.one = one;
        this.other = other;
        this.tolerance = tolerance;
    }

    /** What a difference is about. */
    public enum Subject {
        QUOTA,
        NUMBER_OF_STAGES,
        VOTES,
        TRANSFER,
        NON_TRANSFERABLE,
        OUTCOME
    }

    /**
     * A difference.
     *
     * @param stage the stage, counted from 1, where it is about one
     * @param candidacy the candidacy, counted from 0, where it is about one
     * @param one the first count's value
     * @param other the second count's value
     */
    public record Difference(
            Subject subject, Optional<Integer> stage, Optional<Integer> candidacy, String one, String other) {}

    /**
     * The first difference: quota, then stage by stage in the order of the candidacies, then outcomes.
     *
     * @param tolerance by how many votes figures may differ, for a source that rounds
     */
    public static Optional<Difference> firstDifference(Count one, Count other, BigDecimal tolerance) {
        CountComparison comparison = new CountComparison(one, other, tolerance);
        return comparison
                .quota()
                .or(comparison::stages)
                .or(comparison::numberOfStages)
                .or(comparison::outcomes);
    }

    private Optional<Difference> quota() {
        return figures(Subject.QUOTA, Optional.empty(), Optional.empty(), one.quota(), other.quota());
    }

    private Optional<Difference> numberOfStages() {
        int ours = one.stages().size();
        int theirs = other.stages().size();
        return ours == theirs
                ? Optional.empty()
                : Optional.of(new Difference(
                        Subject.NUMBER_OF_STAGES,
                        Optional.empty(),
                        Optional.empty(),
                        Integer.toString(ours),
                        Integer.toString(theirs)));
    }

    private Optional<Difference> stages() {
        int common = Math.min(one.stages().size(), other.stages().size());
        for (int i = 0; i < common; i++) {
            Optional<Difference> difference =
                    stage(one.stages().get(i), other.stages().get(i));
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private Optional<Difference> stage(CountStage ours, CountStage theirs) {
        Optional<Integer> number = Optional.of(ours.number());
        Map<Integer, Tally> byCandidacy = new HashMap<>();
        theirs.tallies().forEach(tally -> byCandidacy.put(tally.candidacy(), tally));
        for (Tally tally : ours.tallies()) {
            Optional<Integer> whose = Optional.of(tally.candidacy());
            Optional<Tally> same = Optional.ofNullable(byCandidacy.get(tally.candidacy()));
            Optional<Difference> difference = figures(
                            Subject.TRANSFER, number, whose, tally.transfer(), same.flatMap(Tally::transfer))
                    .or(() -> figures(Subject.VOTES, number, whose, tally.votes(), same.flatMap(Tally::votes)));
            if (difference.isPresent()) {
                return difference;
            }
        }
        return figures(
                Subject.NON_TRANSFERABLE, number, Optional.empty(), ours.nonTransferable(), theirs.nonTransferable());
    }

    private Optional<Difference> outcomes() {
        Map<Integer, Tally.Outcome> theirs = outcomes(other);
        for (Map.Entry<Integer, Tally.Outcome> ours : outcomes(one).entrySet()) {
            Tally.Outcome same = theirs.getOrDefault(ours.getKey(), ours.getValue());
            if (same != ours.getValue()) {
                return Optional.of(new Difference(
                        Subject.OUTCOME,
                        Optional.empty(),
                        Optional.of(ours.getKey()),
                        ours.getValue().notation(),
                        same.notation()));
            }
        }
        return Optional.empty();
    }

    private static Map<Integer, Tally.Outcome> outcomes(Count count) {
        Map<Integer, Tally.Outcome> outcomes = new HashMap<>();
        count.stages().stream()
                .flatMap(stage -> stage.tallies().stream())
                .forEach(tally -> tally.outcome().ifPresent(outcome -> outcomes.put(tally.candidacy(), outcome)));
        return outcomes;
    }

    private Optional<Difference> figures(
            Subject subject,
            Optional<Integer> stage,
            Optional<Integer> candidacy,
            Optional<BigDecimal> ours,
            Optional<BigDecimal> theirs) {
        boolean comparable = ours.isPresent() && theirs.isPresent();
        return comparable && ours.get().subtract(theirs.get()).abs().compareTo(tolerance) > 0
                ? Optional.of(new Difference(
                        subject,
                        stage,
                        candidacy,
                        ours.get().toPlainString(),
                        theirs.get().toPlainString()))
                : Optional.empty();
    }
}
