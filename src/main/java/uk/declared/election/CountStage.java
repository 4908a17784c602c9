package uk.declared.election;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A stage of a count: the first preferences, or one transfer of votes after them.
 *
 * @param number counted from 1
 * @param nonTransferable votes that by the end of the stage can no longer be transferred, what is lost to the rounding of
 *     transfer values included; absent where the source does not say
 * @param tallies what the candidacies have at its end
 */
public record CountStage(int number, Optional<BigDecimal> nonTransferable, List<Tally> tallies) {
    /** What happens at a stage. */
    public enum Kind {
        FIRST_PREFERENCES("first-preferences"),
        SURPLUS("surplus"),
        EXCLUSION("exclusion");

        private final String notation;

        Kind(String notation) {
            this.notation = notation;
        }

        /** The notation in the vocabulary's code list {@code stage-kind}. */
        public String notation() {
            return notation;
        }
    }

    public CountStage {
        tallies = List.copyOf(tallies);
    }

    /** What happens at the stage, where its figures leave no doubt. */
    public Optional<Kind> kind() {
        if (number == 1) {
            return Optional.of(Kind.FIRST_PREFERENCES);
        }
        return giver().filter(tally -> tally.votes().isPresent())
                .map(tally -> tally.votes().get().signum() == 0 ? Kind.EXCLUSION : Kind.SURPLUS);
    }

    /** The candidacy whose votes are transferred, by its index, where it is the only one. */
    public Optional<Integer> transferFrom() {
        return giver().map(Tally::candidacy);
    }

    /** The only one who loses votes; where nobody does, the only one excluded, who had none. */
    private Optional<Tally> giver() {
        List<Tally> losing = tallies.stream().filter(Tally::losesVotes).toList();
        List<Tally> givers = losing.isEmpty() && number > 1
                ? tallies.stream().filter(Tally::excludedWithoutVotes).toList()
                : losing;
        return givers.size() == 1 ? Optional.of(givers.get(0)) : Optional.empty();
    }
}
