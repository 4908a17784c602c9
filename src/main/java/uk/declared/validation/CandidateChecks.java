package uk.declared.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import uk.declared.election.Slug;
import uk.declared.linkeddata.Vocabulary;

/** Looks whether anybody stands, for candidates who stand twice, and for those whom a poll left without votes. */
final class CandidateChecks {
    private static final Pattern INITIALS = Pattern.compile("(?:\\p{L}[. /]+){1,6}\\p{L}?\\.?|\\p{L}");

    private CandidateChecks() {}

    static void add(ContestFigures contest, CheckTriples check) {
        List<Node> candidacies = contest.candidacies();
        if (candidacies.stream().noneMatch(Node::isURI) && !mayLackCandidates(contest)) {
            check.add(contest.contest(), "withoutCandidates", 1);
        }
        addDoubles(contest, candidacies, check);
        addMissingVotes(contest, candidacies, check);
    }

    /** Nobody was nominated, or the poll was put off before anybody could be. */
    private static boolean mayLackCandidates(ContestFigures contest) {
        return contest.pollFellThrough()
                || contest.is("contestStatus", Vocabulary.code("contest-status", "no-candidates"));
    }

    private static void addDoubles(ContestFigures contest, List<Node> candidacies, CheckTriples check) {
        Map<String, List<Node>> byName = new HashMap<>();
        for (Node candidacy : candidacies) {
            String name = Slug.of(contest.text(candidacy, "nameOnBallotPaper").orElse(""));
            List<Node> before = byName.computeIfAbsent(name, key -> new ArrayList<>());
            if (!name.isEmpty() && !before.isEmpty()) {
                Optional<Node> same = before.stream()
                        .filter(other -> affiliation(contest, other).equals(affiliation(contest, candidacy)))
                        .findFirst();
                boolean twice = same.isPresent() && !mayBeTwo(contest, same.get(), candidacy);
                check.add(candidacy, twice ? "standsTwice" : "namesake", same.orElse(before.get(0)));
            }
            before.add(candidacy);
        }
    }

    /** Initials are shared by many, of one family above all: with other votes each, they are two people. */
    private static boolean mayBeTwo(ContestFigures contest, Node one, Node other) {
        boolean initials = contest.text(other, "givenName")
                .filter(given -> INITIALS.matcher(given).matches())
                .isPresent();
        Optional<Integer> votes = contest.count(one, "votes");
        return initials && votes.isPresent() && !votes.equals(contest.count(other, "votes"));
    }

    /** Parties are the same where their identifiers are, however they are spelt. */
    private static List<Optional<String>> affiliation(ContestFigures contest, Node candidacy) {
        Optional<String> party = contest.object(candidacy, "party").map(Node::toString);
        return List.of(
                party,
                contest.object(candidacy, "standing").map(Node::toString),
                party.isPresent() ? Optional.empty() : contest.text(candidacy, "partyNameAsGiven"));
    }

    /** Nobody voted where no candidate has votes, as in an uncontested ward; else each has some, if 0. */
    private static void addMissingVotes(ContestFigures contest, List<Node> candidacies, CheckTriples check) {
        List<Node> without = candidacies.stream()
                .filter(candidacy -> contest.object(candidacy, "votes").isEmpty())
                .toList();
        if (without.size() < candidacies.size()) {
            without.forEach(candidacy -> check.add(candidacy, "votesMissing", 1));
        }
    }
}
