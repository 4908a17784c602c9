package uk.declared.web.thing;

import java.util.List;
import java.util.Optional;
import uk.declared.election.VotingSystem;
import uk.declared.linkeddata.Uris;

/**
 * How the votes of a contest are to be spoken of.
 *
 * @param system the notation of the voting system; empty where it is not known
 */
record Ballot(Facts contest, String system) {
    static Ballot of(Facts contest) {
        return new Ballot(
                contest, contest.one("votingSystem").map(Uris::lastPart).orElse(""));
    }

    /** Whether what is counted first are first preferences. */
    boolean isPreferential() {
        return isTransferable() || isSupplementary();
    }

    /** The key of a sentence that says what of the count the source does not give; none where nothing is missing. */
    Optional<String> notGiven() {
        if (isTransferable() && contest.all("countStage").isEmpty()) {
            return Optional.of("summary.stages-not-given");
        }
        return isSupplementary() && !isDecidedFirst() && finalVotes().isEmpty()
                ? Optional.of("summary.second-not-given")
                : Optional.empty();
    }

    private boolean isTransferable() {
        return system.equals(VotingSystem.SINGLE_TRANSFERABLE_VOTE.notation());
    }

    private boolean isSupplementary() {
        return system.equals(VotingSystem.SUPPLEMENTARY_VOTE.notation());
    }

    private List<Integer> finalVotes() {
        return contest.parts("candidacy").stream()
                .flatMap(candidacy -> candidacy.integer("finalVotes").stream())
                .toList();
    }

    /** Whoever has more than half of the first preferences is elected by them (Local Government Act 2000, Schedule 2, paragraph 2; with two candidates there is one count). */
    private boolean isDecidedFirst() {
        List<Integer> votes = contest.parts("candidacy").stream()
                .flatMap(candidacy -> candidacy.integer("votes").stream())
                .toList();
        long all = votes.stream().mapToLong(Integer::intValue).sum();
        boolean complete = votes.size() == contest.all("candidacy").size();
        return complete && (votes.size() <= 2 || votes.stream().anyMatch(mine -> mine * 2L > all));
    }
}
