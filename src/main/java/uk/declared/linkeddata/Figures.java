package uk.declared.linkeddata;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import uk.declared.election.BallotAccount;
import uk.declared.election.Candidacy;

/** What is computed from a contest's declared figures. Percentages are rounded half up to two places. */
final class Figures {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal HALF_A_POINT = new BigDecimal("0.5");

    private Figures() {}

    static Optional<BigDecimal> percentage(long part, long whole) {
        return whole <= 0
                ? Optional.empty()
                : Optional.of(HUNDRED.multiply(BigDecimal.valueOf(part))
                        .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP));
    }

    /** The votes of all candidates; absent unless every one has a figure. */
    static Optional<Long> totalVotes(List<Candidacy> candidacies) {
        boolean complete = !candidacies.isEmpty()
                && candidacies.stream().allMatch(candidacy -> candidacy.votes().isPresent());
        return complete
                ? Optional.of(candidacies.stream()
                        .mapToLong(candidacy -> candidacy.votes().orElseThrow())
                        .sum())
                : Optional.empty();
    }

    /** A candidate's place by votes, 1 for the most; equal votes share a place. Absent unless all have votes. */
    static OptionalInt rank(Candidacy of, List<Candidacy> all) {
        if (totalVotes(all).isEmpty()) {
            return OptionalInt.empty();
        }
        int votes = of.votes().orElseThrow();
        long ahead = all.stream()
                .filter(other -> other.votes().orElseThrow() > votes)
                .count();
        return OptionalInt.of((int) ahead + 1);
    }

    /** How many the source says were elected; absent where it says of nobody whether they were. */
    static OptionalInt seatsFilled(List<Candidacy> candidacies) {
        boolean said =
                candidacies.stream().anyMatch(candidacy -> candidacy.elected().isPresent());
        return said
                ? OptionalInt.of((int) candidacies.stream()
                        .filter(candidacy -> candidacy.elected().orElse(false))
                        .count())
                : OptionalInt.empty();
    }

    /** Papers cast in per cent of the electorate, unless the declared turnout contradicts it by over half a point. */
    static Optional<BigDecimal> turnout(BallotAccount account) {
        return share(account.ballotPapersCast(), account.electorate())
                .filter(computed -> !contradictsDeclared(computed, account));
    }

    /** Valid papers in per cent of the electorate, on the same condition. */
    static Optional<BigDecimal> validTurnout(BallotAccount account) {
        boolean contradicted = share(account.ballotPapersCast(), account.electorate())
                .filter(computed -> contradictsDeclared(computed, account))
                .isPresent();
        return contradicted ? Optional.empty() : share(account.validBallotPapers(), account.electorate());
    }

    private static boolean contradictsDeclared(BigDecimal computed, BallotAccount account) {
        return account.turnoutPercentage()
                .filter(declared -> declared.subtract(computed).abs().compareTo(HALF_A_POINT) > 0)
                .isPresent();
    }

    private static Optional<BigDecimal> share(OptionalInt part, OptionalInt whole) {
        return part.isPresent() && whole.isPresent() ? percentage(part.getAsInt(), whole.getAsInt()) : Optional.empty();
    }
}
