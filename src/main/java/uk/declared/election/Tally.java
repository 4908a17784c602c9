package uk.declared.election;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What one candidacy has at the end of a stage.
 *
 * @param candidacy the candidacy, counted from 0 in the source's order
 * @param votes its votes, to five places at most
 * @param transfer the votes gained at the stage, negative where they were lost; absent at the first stage
 * @param outcome what the stage decided for it, where it decided anything
 */
public record Tally(
        int candidacy, Optional<BigDecimal> votes, Optional<BigDecimal> transfer, Optional<Outcome> outcome) {
    /** What a stage can decide for a candidate. */
    public enum Outcome {
        ELECTED("elected"),
        EXCLUDED("excluded"),
        NOT_ELECTED("not-elected");

        private final String notation;

        Outcome(String notation) {
            this.notation = notation;
        }

        /** The notation in the vocabulary's code list {@code outcome}. */
        public String notation() {
            return notation;
        }
    }

    /** The same tally with an outcome. */
    public Tally withOutcome(Outcome decided) {
        return new Tally(candidacy, votes, transfer, Optional.of(decided));
    }

    boolean losesVotes() {
        return transfer.filter(moved -> moved.signum() < 0).isPresent();
    }

    boolean excludedWithoutVotes() {
        return outcome.equals(Optional.of(Outcome.EXCLUDED))
                && votes.filter(none -> none.signum() == 0).isPresent()
                && transfer.filter(none -> none.signum() == 0).isPresent();
    }
}
