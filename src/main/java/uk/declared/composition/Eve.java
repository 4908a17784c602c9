package uk.declared.composition;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import uk.declared.composition.CouncilFacts.Contest;
import uk.declared.election.Outcome;
import uk.declared.linkeddata.Vocabulary;

/**
 * A council on the eve of a polling day, and what of it is up: from this and the day's results follows who holds how many
 * seats at any moment of the night.
 *
 * @param seats held on the eve, by affiliation; empty where nothing is known
 * @param size how many seats there were on the eve, where that is known
 * @param staying seats that are not up, by affiliation
 * @param whole whether the whole council is elected
 * @param lastWhole who won how many seats at the last election of the whole council, where the day elects the whole of it
 *     again and every contest of the last is known; else empty
 * @param up what each contest of the day fills
 * @param notional whose the seats of a contest would have been, where its ward is new and somebody worked that out
 */
public record Eve(
        Map<Node, Integer> seats,
        OptionalInt size,
        Map<Node, Integer> staying,
        boolean whole,
        Map<Node, Integer> lastWhole,
        Map<Node, Up> up,
        Map<Node, Notional> notional) {
    /** Stands for a seat that nobody holds. */
    public static final Node VACANT = Vocabulary.term("vacantSeats");

    public Eve {
        seats = Map.copyOf(seats);
        staying = Map.copyOf(staying);
        lastWhole = Map.copyOf(lastWhole);
        up = Map.copyOf(up);
        notional = Map.copyOf(notional);
    }

    /** The same with what somebody worked out. */
    Eve with(Map<Node, Notional> workedOut) {
        return new Eve(seats, size, staying, whole, lastWhole, up, workedOut);
    }

    /**
     * The seats that one contest fills.
     *
     * @param seats how many, where that is known
     * @param held by whom they are held on the eve; absent where that is not known, or the ward is a new one
     * @param fought who won them when they were last fought at an ordinary election; absent where that is not known, or the
     *     ward is a new one
     * @param anew whether the ward is a new one, or has another number of seats than before
     */
    public record Up(
            OptionalInt seats, Optional<Map<Node, Integer>> held, Optional<Map<Node, Integer>> fought, boolean anew) {}

    /**
     * A contest of the day.
     *
     * @param area whose electors vote in it
     * @param name of the area, as the source has it
     * @param ordinary whether it is no by-election
     * @param seats how many it fills, as far as is known
     */
    public record Asked(Node contest, Node area, String name, boolean ordinary, OptionalInt seats) {
        Contest of(CouncilFacts facts, LocalDate day) {
            Set<Integer> ends = facts.contests().stream()
                    .filter(each -> each.contest().equals(contest))
                    .findFirst()
                    .map(Contest::vacancyEnds)
                    .orElse(Set.of());
            return new Contest(
                    contest,
                    contest,
                    area,
                    day,
                    ordinary,
                    seats,
                    Optional.empty(),
                    Outcome.AWAITED,
                    0,
                    List.of(),
                    ends);
        }
    }

    static Eve of(
            CouncilFacts facts, JointParties joint, LocalDate day, List<Asked> asked, Function<Node, Node> group) {
        List<Contest> today = asked.stream().map(each -> each.of(facts, day)).toList();
        Map<Node, String> names = new HashMap<>();
        asked.forEach(each -> names.put(each.contest(), each.name()));
        return new EveReader(facts, day, today, names, group).read(Timeline.until(facts, joint, day));
    }
}
