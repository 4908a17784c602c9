package uk.declared.election;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The account of a contest's ballot papers, each figure as the source declares it and absent where it is silent.
 *
 * @param electorate persons entitled to vote
 * @param ballotPapersCast papers in the boxes and returned by post, the rejected included
 * @param validBallotPapers papers counted as valid
 * @param rejectedBallotPapers all papers rejected
 * @param rejected papers rejected on each ground that the source gives a figure for
 * @param rejectedInPart papers of which some votes were counted and others not
 * @param postalBallotPapers papers returned by post
 * @param turnoutPercentage turnout in per cent, as declared
 * @param further figures that only some sources give, by the local names of the properties that state them
 */
public record BallotAccount(
        OptionalInt electorate,
        OptionalInt ballotPapersCast,
        OptionalInt validBallotPapers,
        OptionalInt rejectedBallotPapers,
        Map<RejectionGround, Integer> rejected,
        OptionalInt rejectedInPart,
        OptionalInt postalBallotPapers,
        Optional<BigDecimal> turnoutPercentage,
        Map<String, Integer> further) {
    /** An account of which nothing is stated. */
    public static final BallotAccount NOT_STATED = new BallotAccount(
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            Map.of(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            Optional.empty());

    public BallotAccount {
        EnumMap<RejectionGround, Integer> byGround = new EnumMap<>(RejectionGround.class);
        byGround.putAll(rejected);
        rejected = Collections.unmodifiableMap(byGround);
        further = Collections.unmodifiableMap(new LinkedHashMap<>(further));
    }

    /** An account without further figures. */
    public BallotAccount(
            OptionalInt electorate,
            OptionalInt ballotPapersCast,
            OptionalInt validBallotPapers,
            OptionalInt rejectedBallotPapers,
            Map<RejectionGround, Integer> rejected,
            OptionalInt rejectedInPart,
            OptionalInt postalBallotPapers,
            Optional<BigDecimal> turnoutPercentage) {
        this(
                electorate,
                ballotPapersCast,
                validBallotPapers,
                rejectedBallotPapers,
                rejected,
                rejectedInPart,
                postalBallotPapers,
                turnoutPercentage,
                Map.of());
    }

    /**
     * The account with what another says besides.
     *
     * @param later what is said later; where both say something it is this account's that stays
     */
    public BallotAccount supplementedBy(BallotAccount later) {
        Map<RejectionGround, Integer> byGround = new EnumMap<>(RejectionGround.class);
        byGround.putAll(later.rejected);
        byGround.putAll(rejected);
        Map<String, Integer> byFigure = new LinkedHashMap<>();
        byFigure.putAll(later.further);
        byFigure.putAll(further);
        return new BallotAccount(
                first(electorate, later.electorate),
                first(ballotPapersCast, later.ballotPapersCast),
                first(validBallotPapers, later.validBallotPapers),
                first(rejectedBallotPapers, later.rejectedBallotPapers),
                byGround,
                first(rejectedInPart, later.rejectedInPart),
                first(postalBallotPapers, later.postalBallotPapers),
                turnoutPercentage.or(() -> later.turnoutPercentage),
                byFigure);
    }

    private static OptionalInt first(OptionalInt one, OptionalInt other) {
        return one.isPresent() ? one : other;
    }
}
