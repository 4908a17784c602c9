package uk.declared.validation;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;

/** Looks for figures that can be right and rarely are. */
final class PlausibilityChecks {
    private PlausibilityChecks() {}

    static void add(ContestView contest, CheckTriples check) {
        contest.text(contest.contest(), "pollingDate")
                .flatMap(PlausibilityChecks::day)
                .filter(day -> day.getDayOfWeek() != DayOfWeek.THURSDAY)
                .ifPresent(day -> check.add(
                        contest.contest(),
                        "pollingDayOfWeek",
                        day.getDayOfWeek().getValue()));
        compareRejected(contest, check);
        compareTurnout(contest, check);
        contest.candidacies().forEach(candidacy -> lookAtName(contest, candidacy, check));
    }

    private static void compareRejected(ContestView contest, CheckTriples check) {
        Optional<Integer> rejected = contest.rejected();
        Optional<Integer> cast = contest.count("ballotPapersCast").filter(papers -> papers > 0);
        if (rejected.isPresent() && cast.isPresent() && rejected.get() * 100L > cast.get() * 3L) {
            check.add(contest.contest(), "rejectedAboveThreePerCent", rejected.get());
        }
        int seats =
                contest.count("seats").or(() -> contest.count("seatsFilled")).orElse(1);
        List<Integer> grounds = contest.rejectedByGround();
        boolean some = grounds.stream().anyMatch(papers -> papers > 0);
        if (seats > 1 && some && grounds.stream().allMatch(papers -> papers % seats == 0)) {
            check.add(contest.contest(), "rejectedProbablyVotes", seats);
        }
    }

    /** What the source declares, or else what its figures give. */
    private static void compareTurnout(ContestView contest, CheckTriples check) {
        contest.decimal("turnoutPercentage")
                .or(() -> contest.decimal("turnout"))
                .ifPresent(turnout -> {
                    if (turnout.doubleValue() > 80) {
                        check.add(contest.contest(), "turnoutAbove", turnout.toPlainString());
                    } else if (turnout.doubleValue() < 8) {
                        check.add(contest.contest(), "turnoutBelow", turnout.toPlainString());
                    }
                });
    }

    /** A surname in capitals is usual on ballot papers; a whole name in capitals was typed so. */
    private static void lookAtName(ContestView contest, Node candidacy, CheckTriples check) {
        contest.text(candidacy, "nameOnBallotPaper")
                .filter(name -> name.contains(" ")
                        && name.chars().filter(Character::isLetter).count() > 3
                        && name.chars().filter(Character::isLetter).noneMatch(Character::isLowerCase))
                .ifPresent(name -> check.add(candidacy, "nameInCapitals", name));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
