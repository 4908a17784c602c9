package uk.declared.validation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;

/** Looks for figures that can be right and rarely are. */
final class PlausibilityChecks {
    private PlausibilityChecks() {}

    static void add(ContestFigures contest, EarlierContests earlier, CheckTriples check) {
        contest.day("pollingDate")
                .filter(day -> day.getDayOfWeek() != DayOfWeek.THURSDAY)
                .ifPresent(day -> check.add(
                        contest.contest(),
                        "pollingDayOfWeek",
                        day.getDayOfWeek().getValue()));
        compareRejected(contest, check);
        compareTurnout(contest, check);
        compareElectorate(contest, earlier, check);
        contest.candidacies().forEach(candidacy -> lookAtName(contest, candidacy, check));
    }

    private static void compareRejected(ContestFigures contest, CheckTriples check) {
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
    private static void compareTurnout(ContestFigures contest, CheckTriples check) {
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
    private static void lookAtName(ContestFigures contest, Node candidacy, CheckTriples check) {
        contest.text(candidacy, "nameOnBallotPaper")
                .filter(name -> name.contains(" ")
                        && name.chars().filter(Character::isLetter).count() > 3
                        && name.chars().filter(Character::isLetter).noneMatch(Character::isLowerCase))
                .ifPresent(name -> check.add(candidacy, "nameInCapitals", name));
    }

    /** More than a fifth more or fewer than when the same area last voted. */
    private static void compareElectorate(ContestFigures contest, EarlierContests earlier, CheckTriples check) {
        Optional<Integer> now = contest.count("electorate");
        Optional<LocalDate> day = contest.day("pollingDate");
        Optional<String> area = uri(contest, "electoralArea");
        Optional<String> office = uri(contest, "office");
        if (now.isEmpty() || day.isEmpty() || area.isEmpty() || office.isEmpty()) {
            return;
        }
        earlier.lastElectorate(area.get(), office.get(), day.get())
                .filter(last -> Math.abs((long) now.get() - last.persons()) * 5 > last.persons())
                .ifPresent(last -> {
                    check.add(contest.contest(), "electorateMoved", last.persons());
                    check.add(contest.contest(), "electorateDay", last.day().toString());
                });
    }

    private static Optional<String> uri(ContestFigures contest, String property) {
        return contest.object(contest.contest(), property).filter(Node::isURI).map(Node::getURI);
    }
}
