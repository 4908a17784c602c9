package uk.declared.validation;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import uk.declared.linkeddata.Vocabulary;

/**
 * Compares those elected with those who are not. Votes alone decide only under first past the post: second preferences
 * and transfers are for the rules on counts.
 */
final class WinnerChecks {
    private WinnerChecks() {}

    static void add(ContestFigures contest, CheckTriples check) {
        List<Node> winners = elected(contest, true);
        boolean declared = !contest.pollFellThrough()
                && (contest.is("status", Vocabulary.code("declaration-status", "declared"))
                        || contest.is("status", Vocabulary.code("declaration-status", "corrected")));
        boolean anyVotes = contest.candidacies().stream()
                .anyMatch(candidacy -> contest.count(candidacy, "votes").isPresent());
        boolean said = contest.candidacies().stream()
                .anyMatch(candidacy -> contest.truth(candidacy, "elected").isPresent());
        if (declared && anyVotes && winners.isEmpty()) {
            check.add(contest.contest(), "nobodyElected", contest.candidacies().size());
        }
        if (contest.pollFellThrough()) {
            winners.forEach(winner -> check.add(winner, "electedWithoutPoll", 1));
        }
        if (contest.is("votingSystem", Vocabulary.code("voting-system", "first-past-the-post"))) {
            compareWithLosers(contest, winners, check);
        }
        if (declared && said) {
            compareWithSeats(contest, winners.size(), anyVotes, check);
        }
        if (contest.is("status", Vocabulary.code("declaration-status", "nominated")) && anyVotes) {
            check.add(
                    contest.contest(),
                    "votesBeforeThePoll",
                    contest.totalVotes().orElse(0));
        }
    }

    private static void compareWithLosers(ContestFigures contest, List<Node> winners, CheckTriples check) {
        Optional<Integer> fewest = winners.stream()
                .flatMap(winner -> contest.count(winner, "votes").stream())
                .min(Integer::compare);
        if (fewest.isEmpty()) {
            return;
        }
        boolean tied = false;
        boolean byLot = winners.stream()
                .anyMatch(winner -> contest.truth(winner, "decidedByLot").orElse(false));
        for (Node loser : elected(contest, false)) {
            Optional<Integer> votes = contest.count(loser, "votes");
            check.add(loser, "fewestWinningVotes", fewest.get());
            if (votes.equals(fewest)) {
                tied = true;
                if (!byLot) {
                    check.add(loser, "tiedForLastSeat", fewest.get());
                }
            }
        }
        if (byLot && !tied) {
            winners.stream()
                    .filter(winner -> contest.truth(winner, "decidedByLot").orElse(false))
                    .forEach(winner -> check.add(winner, "lotWithoutTie", fewest.get()));
        }
    }

    private static void compareWithSeats(ContestFigures contest, int winners, boolean anyVotes, CheckTriples check) {
        Optional<Integer> seats = contest.count("seats");
        int candidates = contest.candidacies().size();
        if (seats.isEmpty()) {
            check.add(contest.contest(), "seatsUnknown", candidates);
            return;
        }
        if (winners < Math.min(seats.get(), candidates)) {
            check.add(contest.contest(), "seatsLeftUnfilled", Math.min(seats.get(), candidates) - winners);
        }
        if (anyVotes && candidates <= seats.get()) {
            check.add(contest.contest(), "pollWithoutContest", candidates);
        }
    }

    private static List<Node> elected(ContestFigures contest, boolean elected) {
        return contest.candidacies().stream()
                .filter(candidacy -> contest.truth(candidacy, "elected").equals(Optional.of(elected)))
                .toList();
    }
}
