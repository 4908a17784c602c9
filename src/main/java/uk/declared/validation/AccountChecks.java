package uk.declared.validation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;

/** Adds up the account of ballot papers. A figure that is missing leaves the comparison out. */
final class AccountChecks {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal HALF_A_POINT = new BigDecimal("0.5");

    private AccountChecks() {}

    /** The figures that the counting areas have as well as the whole, and what says that their sum is another. */
    private static final Map<String, String> OF_PARTS = Map.of(
            "electorate", "partsOtherThanElectorate",
            "ballotPapersCast", "partsOtherThanCast",
            "rejectedBallotPapers", "partsOtherThanRejected");

    static void add(ContestFigures contest, CheckTriples check) {
        List<ContestFigures> areas = contest.parts();
        compareAccount(contest, check);
        areas.forEach(area -> compareAccount(area, check));
        if (areas.isEmpty()) {
            return;
        }
        OF_PARTS.forEach((figure, property) -> compareSum(
                contest.contest(),
                check,
                property,
                contest.count(figure),
                areas.stream().map(area -> area.count(figure)).toList()));
        contest.candidacies()
                .forEach(candidacy -> compareSum(
                        candidacy,
                        check,
                        "partsOtherThanVotes",
                        contest.votes(candidacy),
                        areas.stream().map(area -> area.votes(candidacy)).toList()));
    }

    private static void compareAccount(ContestFigures contest, CheckTriples check) {
        compareVotesWithPapers(contest, check);
        compareParts(contest, check);
        compareTurnout(contest, check);
    }

    private static void compareVotesWithPapers(ContestFigures contest, CheckTriples check) {
        Optional<Integer> votes = contest.totalVotes();
        Optional<Integer> valid = contest.count("validBallotPapers");
        Optional<Integer> seats = contest.seats();
        if (votes.isEmpty()) {
            return;
        }
        if (valid.isPresent() && seats.isPresent()) {
            if (votes.get() > (long) valid.get() * seats.get()) {
                check.add(contest.contest(), "votesMoreThanPapersAllow", votes.get());
            } else if (seats.get() == 1 && !votes.get().equals(valid.get())) {
                check.add(contest.contest(), "votesOtherThanValid", votes.get() - (long) valid.get());
            }
        }
        boolean oneElected = contest.elects().equals(Optional.of(1));
        Optional<Integer> cast = contest.count("ballotPapersCast");
        Optional<Integer> rejected = contest.rejected();
        if (oneElected && valid.isEmpty() && cast.isPresent() && rejected.isPresent()) {
            int difference = votes.get() + rejected.get() - cast.get();
            if (difference != 0) {
                check.add(contest.contest(), "votesAndRejectedOtherThanCast", difference);
            }
        }
    }

    private static void compareParts(ContestFigures contest, CheckTriples check) {
        compareSum(
                contest.contest(),
                check,
                "validAndRejectedOtherThanCast",
                contest.count("ballotPapersCast"),
                List.of(contest.count("validBallotPapers"), contest.rejected()));
        compareSum(
                contest.contest(),
                check,
                "postalAndInPersonOtherThanCast",
                contest.count("ballotPapersCast"),
                List.of(contest.count("postalBallotPapers"), contest.count("inPersonBallotPapers")));
        compareSum(
                contest.contest(),
                check,
                "countedOtherThanVerified",
                contest.count("verifiedBallotPapers"),
                List.of(contest.count("countedBallotPapers")));
        compareSum(
                contest.contest(),
                check,
                "groundsOtherThanRejected",
                contest.count("rejectedBallotPapers"),
                List.of(contest.rejectedOnAllGrounds()));
    }

    private static void compareSum(
            Node of, CheckTriples check, String property, Optional<Integer> whole, List<Optional<Integer>> parts) {
        if (whole.isEmpty() || parts.stream().anyMatch(Optional::isEmpty)) {
            return;
        }
        int sum = parts.stream().mapToInt(Optional::orElseThrow).sum();
        if (sum != whole.get()) {
            check.add(of, property, sum - whole.get());
        }
    }

    private static void compareTurnout(ContestFigures contest, CheckTriples check) {
        Optional<Integer> electorate = contest.count("electorate").filter(people -> people > 0);
        Optional<Integer> cast = contest.count("ballotPapersCast");
        Optional<BigDecimal> declared = contest.decimal("turnoutPercentage");
        if (electorate.isPresent() && cast.isPresent() && declared.isPresent()) {
            BigDecimal computed = HUNDRED.multiply(BigDecimal.valueOf(cast.get()))
                    .divide(BigDecimal.valueOf(electorate.get()), 2, RoundingMode.HALF_UP);
            if (declared.get().subtract(computed).abs().compareTo(HALF_A_POINT) > 0) {
                check.add(contest.contest(), "turnoutOtherThanComputed", computed.toPlainString());
            }
        }
    }
}
