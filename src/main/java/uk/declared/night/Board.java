package uk.declared.night;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The whole of a polling day at one moment.
 *
 * @param versions how many versions of contests it is made of
 * @param state a number that is another whenever the board is worked out anew
 * @param sequence the number of the last entry of the record that it is made of; 0 where there is none
 * @param updated when that was accepted
 * @param councils those with contests for councillors on the day, by their names
 * @param others contests for other offices
 * @param lines of the ticker, the newest first
 * @param parties by seats won, most first
 * @param swings of the day's contests
 */
public record Board(
        LocalDate day,
        int versions,
        long state,
        long sequence,
        Optional<Instant> first,
        Optional<Instant> updated,
        List<CouncilNight> councils,
        List<Poll> others,
        List<NightLine> lines,
        List<PartyState> parties,
        Parties names,
        Swings swings) {
    /**
     * A party on the day, in the councils' ordinary elections.
     *
     * @param candidates how many stand for it
     * @param elected how many of them are elected
     * @param sinceEve seats more or fewer than the day before, in the contests that can be compared
     * @param sinceFought than when they were last fought
     * @param controls how many councils with an election it has more than half of the seats of, for certain
     * @param gained of them, gained
     * @param lost councils that it had and certainly has no more
     */
    public record PartyState(
            String party,
            int candidates,
            int elected,
            int sinceEve,
            int sinceFought,
            int controls,
            int gained,
            int lost) {}

    public Board {
        councils = List.copyOf(councils);
        others = List.copyOf(others);
        lines = List.copyOf(lines);
        parties = List.copyOf(parties);
    }

    /** Councils with ordinary elections. */
    public List<CouncilNight> electing() {
        return councils.stream()
                .filter(council -> !council.contests().isEmpty())
                .toList();
    }

    /** Contests of councils' ordinary elections. */
    public int contests() {
        return councils.stream().mapToInt(council -> council.contests().size()).sum();
    }

    /** Those of them that are declared. */
    public int declared() {
        return councils.stream().mapToInt(CouncilNight::declared).sum();
    }

    /** Councils all of whose contests are decided. */
    public int complete() {
        return (int) electing().stream()
                .filter(council -> council.state() == CouncilNight.State.COMPLETE)
                .count();
    }

    /** All contests for councillors, by-elections too, council by council. */
    public Stream<Poll> polls() {
        return councils.stream().flatMap(CouncilNight::polls);
    }

    /** A council of the day. */
    public Optional<CouncilNight> council(String slug) {
        return councils.stream().filter(council -> council.slug().equals(slug)).findFirst();
    }
}
