package uk.declared.composition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import uk.declared.composition.CouncilFacts.Contest;
import uk.declared.linkeddata.Vocabulary;

/**
 * Works out a council on the {@link Eve} of a polling day.
 *
 * <ol>
 *   <li>All that is known of earlier days is gone through as {@link Timeline} does.
 *   <li>Of each contest of the day it is worked out which seats it fills, in every way in which the sources allow them to be
 *       held; what all ways agree on is known.
 *   <li>The seats that are not up stay as they are.
 * </ol>
 *
 * @param facts what is known of the council
 * @param day the polling day
 * @param today the contests of the day
 * @param names of their areas, by contest, as the sources have them
 * @param group the group in which an affiliation is counted
 */
record EveReader(
        CouncilFacts facts, LocalDate day, List<Contest> today, Map<Node, String> names, Function<Node, Node> group) {
    private static final Node UNKNOWN = Vocabulary.term("seatsUnknown");

    Eve read(Timeline.Until until) {
        Map<Node, Eve.Up> up = new LinkedHashMap<>();
        Map<Node, Integer> staying = new LinkedHashMap<>();
        Map<Ward, List<Contest>> byWard = new LinkedHashMap<>();
        for (Contest contest : today) {
            Optional<Ward> ward = until.whole()
                    ? until.wards().stream()
                            .filter(each -> each.isOf(contest.area()))
                            .findFirst()
                    : until.era().map(era -> era.ward(contest.area(), names.getOrDefault(contest.contest(), "")));
            if (until.whole() || ward.isEmpty()) {
                up.put(contest.contest(), anew(contest, ward, !until.wards().isEmpty()));
            } else {
                byWard.computeIfAbsent(ward.get(), missing -> new ArrayList<>()).add(contest);
            }
        }
        if (!until.whole()) {
            for (Ward ward : until.wards()) {
                List<Contest> contests = byWard.getOrDefault(ward, List.of());
                part(ward, contests.isEmpty() ? unheardOf(ward, until) : contests, up, staying);
            }
        }
        boolean sizeKnown = until.complete()
                && !until.wards().isEmpty()
                && until.wards().stream().allMatch(Ward::sizeKnown);
        int size = until.wards().stream().mapToInt(ward -> ward.worlds().size()).sum();
        Map<Node, Integer> seats = new LinkedHashMap<>();
        until.wards().forEach(ward -> add(least(states(ward)), seats));
        return new Eve(
                seats,
                sizeKnown ? OptionalInt.of(size) : OptionalInt.empty(),
                staying,
                until.whole(),
                until.whole() ? lastWhole() : Map.of(),
                up,
                Map.of());
    }

    /** A ward of which nothing is here although a seat of it is up for certain, where others of the council vote. */
    private List<Contest> unheardOf(Ward ward, Timeline.Until until) {
        boolean ordinary = today.stream().anyMatch(Contest::ordinary);
        int due = until.era()
                .filter(era -> ordinary)
                .map(era -> new Polled(era, day, today).upForCertain(ward))
                .orElse(0);
        Node area = ward.area().orElse(UNKNOWN);
        return due == 0 ? List.of() : List.of(new Eve.Asked(area, area, "", true, OptionalInt.of(due)).of(facts, day));
    }

    /** All seats of a ward are filled: they can be compared where the ward was one before, of as many seats. */
    private Eve.Up anew(Contest contest, Optional<Ward> before, boolean wardsKnown) {
        Optional<Ward> same = before.filter(ward -> ward.worlds().size() == contest.up());
        return new Eve.Up(
                number(contest.up()),
                same.flatMap(ward -> one(states(ward))),
                same.flatMap(ward -> winners(lastIn(contest.area()), contest.up())),
                wardsKnown && contest.up() > 0 && same.isEmpty());
    }

    /** Some seats of a ward are filled, by one contest or more; the others stay. */
    private void part(Ward ward, List<Contest> contests, Map<Node, Eve.Up> up, Map<Node, Integer> staying) {
        Set<Map<Node, Integer>> rests = new LinkedHashSet<>();
        Map<Contest, Set<Map<Node, Integer>>> held = new LinkedHashMap<>();
        Map<Contest, Set<Optional<Map<Node, Integer>>>> fought = new LinkedHashMap<>();
        for (List<Seat> world : ward.worlds().all()) {
            List<List<Seat>> left = List.of(world);
            for (Contest contest : contests) {
                List<List<Seat>> next = new ArrayList<>();
                for (List<Seat> seats : left) {
                    int filled = Math.min(Math.max(contest.up(), 1), seats.size());
                    for (List<Integer> chosen : chosen(contest, seats, filled)) {
                        List<Seat> taken = chosen.stream().map(seats::get).toList();
                        held.computeIfAbsent(contest, missing -> new HashSet<>())
                                .add(count(taken));
                        fought.computeIfAbsent(contest, missing -> new HashSet<>())
                                .add(wonBy(taken, contest.area()));
                        List<Seat> rest = new ArrayList<>();
                        for (int i = 0; i < seats.size(); i++) {
                            if (!chosen.contains(i)) {
                                rest.add(seats.get(i));
                            }
                        }
                        next.add(rest);
                    }
                }
                left = next;
            }
            left.forEach(rest -> rests.add(count(rest)));
        }
        for (Contest contest : contests) {
            up.put(
                    contest.contest(),
                    new Eve.Up(
                            number(contest.up()),
                            one(held.getOrDefault(contest, Set.of())),
                            agreed(fought.getOrDefault(contest, Set.of())),
                            false));
        }
        add(least(rests), staying);
    }

    private List<List<Integer>> chosen(Contest contest, List<Seat> seats, int filled) {
        return contest.ordinary()
                ? Retirement.choices(seats, filled, day)
                : Retirement.vacated(seats, filled, contest.vacancyEnds());
    }

    /** Who won seats when they were last filled at an ordinary election. */
    private Optional<Map<Node, Integer>> wonBy(List<Seat> seats, Node area) {
        Map<Node, Integer> won = new LinkedHashMap<>();
        for (Seat seat : seats) {
            Optional<Node> party = seat.elected()
                    .flatMap(on -> facts.contests().stream()
                            .filter(contest -> contest.ordinary()
                                    && contest.day().equals(on)
                                    && contest.area().equals(area))
                            .findFirst())
                    .flatMap(contest -> winner(contest, seat));
            if (party.isEmpty()) {
                return Optional.empty();
            }
            won.merge(party.get(), 1, Integer::sum);
        }
        return Optional.of(won);
    }

    /** Of several who were elected together it is the one who still holds the seat, or all were of one party. */
    private Optional<Node> winner(Contest contest, Seat seat) {
        if (contest.leavesSeatsVacant() && seat.occupant() instanceof Occupant.Vacant) {
            // Nobody won it, whoever won the others.
            return Optional.empty();
        }
        Set<Node> parties = new HashSet<>();
        contest.winners().forEach(winner -> parties.add(group.apply(winner.affiliation())));
        if (parties.size() == 1) {
            return parties.stream().findFirst();
        }
        return seat.occupant() instanceof Occupant.Holder holder
                        && contest.winners().stream()
                                .anyMatch(winner -> holder.candidacy().equals(Optional.of(winner.candidacy())))
                ? Optional.of(group.apply(holder.affiliation()))
                : Optional.empty();
    }

    private Optional<Contest> lastIn(Node area) {
        return facts.contests().stream()
                .filter(contest -> contest.ordinary()
                        && contest.area().equals(area)
                        && contest.day().isBefore(day))
                .reduce((first, second) -> second);
    }

    private Optional<Map<Node, Integer>> winners(Optional<Contest> contest, int seats) {
        return contest.filter(each -> each.winners().size() == seats).map(each -> {
            Map<Node, Integer> won = new LinkedHashMap<>();
            each.winners().forEach(winner -> won.merge(group.apply(winner.affiliation()), 1, Integer::sum));
            return won;
        });
    }

    private Map<Node, Integer> lastWhole() {
        TreeMap<LocalDate, List<Contest>> before = new TreeMap<>();
        facts.contests().stream()
                .filter(contest -> contest.ordinary() && contest.day().isBefore(day))
                .forEach(contest -> before.computeIfAbsent(contest.day(), missing -> new ArrayList<>())
                        .add(contest));
        Map<Node, Integer> won = new LinkedHashMap<>();
        Set<LocalDate> whole = new ElectionCycle(facts).wholeCouncilDays();
        if (before.isEmpty() || !whole.contains(before.lastKey())) {
            return won;
        }
        List<Contest> last = before.lastEntry().getValue();
        if (last.stream().anyMatch(contest -> contest.winners().isEmpty())) {
            return won;
        }
        last.forEach(contest ->
                contest.winners().forEach(winner -> won.merge(group.apply(winner.affiliation()), 1, Integer::sum)));
        return won;
    }

    private Set<Map<Node, Integer>> states(Ward ward) {
        Set<Map<Node, Integer>> states = new LinkedHashSet<>();
        ward.worlds().all().forEach(world -> states.add(count(world)));
        return states;
    }

    /** Seats by affiliation; those of which nothing is said are left out, so that the sum falls short of them. */
    private Map<Node, Integer> count(List<Seat> seats) {
        Map<Node, Integer> counted = new LinkedHashMap<>();
        for (Seat seat : seats) {
            if (seat.occupant() instanceof Occupant.Holder holder) {
                counted.merge(group.apply(holder.affiliation()), 1, Integer::sum);
            } else if (seat.occupant() instanceof Occupant.Vacant) {
                counted.merge(Eve.VACANT, 1, Integer::sum);
            } else {
                counted.merge(UNKNOWN, 1, Integer::sum);
            }
        }
        return counted;
    }
    /** What all ways agree on, where each seat is known. */
    private static Optional<Map<Node, Integer>> one(Set<Map<Node, Integer>> states) {
        return states.size() == 1
                ? states.stream().findFirst().filter(state -> !state.containsKey(UNKNOWN))
                : Optional.empty();
    }

    private static Optional<Map<Node, Integer>> agreed(Set<Optional<Map<Node, Integer>>> states) {
        return states.size() == 1 ? states.iterator().next() : Optional.empty();
    }

    /** How many seats each has at the least. */
    private static Map<Node, Integer> least(Set<Map<Node, Integer>> states) {
        Map<Node, Integer> least = new LinkedHashMap<>();
        if (!states.isEmpty()) {
            states.iterator().next().forEach((party, number) -> {
                int fewest = states.stream()
                        .mapToInt(state -> state.getOrDefault(party, 0))
                        .min()
                        .orElse(0);
                if (fewest > 0 && !party.equals(UNKNOWN)) {
                    least.put(party, fewest);
                }
            });
        }
        return least;
    }

    private static void add(Map<Node, Integer> some, Map<Node, Integer> to) {
        some.forEach((party, number) -> to.merge(party, number, Integer::sum));
    }

    private static OptionalInt number(int number) {
        return number > 0 ? OptionalInt.of(number) : OptionalInt.empty();
    }
}
