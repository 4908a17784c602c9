package uk.declared.composition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import uk.declared.composition.CouncilFacts.Contest;
import uk.declared.composition.CouncilFacts.Entry;
import uk.declared.composition.CouncilFacts.Winner;
import uk.declared.linkeddata.Uris;

/**
 * Goes through what is known of a council's seats, day by day:
 *
 * <ol>
 *   <li>a table of sitting councillors says who holds the seats of its wards on its day,
 *   <li>an election of the whole council ends every membership and begins those that were won,
 *   <li>another ordinary election, or a by-election, fills the seats that {@link Retirement} says may be up.
 * </ol>
 *
 * <p>Before and after each polling day, and on the day of each table, the seats are counted.
 */
final class Timeline {
    private final CouncilFacts facts;
    private final JointParties joint;
    private final TermDays terms;
    private final Map<Node, Tenure> tenures = new LinkedHashMap<>();
    private final List<Counted> counted = new ArrayList<>();
    private Collection<Ward> wards = List.of();

    private Timeline(CouncilFacts facts, JointParties joint) {
        this.facts = facts;
        this.joint = joint;
        this.terms = new TermDays(facts.governs());
    }

    /**
     * The seats as they were counted.
     *
     * @param elections on the eve of which, or as which left them
     * @param before whether it is the eve
     */
    record Counted(Strengths strengths, Set<Node> elections, boolean before) {}

    /** Who held seats, and how they were counted. */
    record Seating(List<Tenure> tenures, List<Counted> counted) {}

    static Seating of(CouncilFacts facts, JointParties joint) {
        Timeline timeline = new Timeline(facts, joint);
        Era.of(facts).forEach(timeline::go);
        return new Seating(List.copyOf(timeline.tenures.values()), timeline.counted);
    }

    private void go(Era era) {
        Map<LocalDate, List<Contest>> contests = era.contests();
        Map<LocalDate, Map<Ward, List<Entry>>> tables = era.tables();
        if (era.wholeCouncil().isEmpty()) {
            wards = era.wards();
        }
        Set<LocalDate> days = new TreeSet<>(contests.keySet());
        days.addAll(tables.keySet());
        for (LocalDate day : days) {
            if (tables.containsKey(day)) {
                Objects.requireNonNull(tables.get(day)).forEach((ward, entries) -> table(day, ward, entries));
                counted.add(new Counted(Strengths.of(wards, day, joint), Set.of(), false));
            }
            List<Contest> decided = contests.getOrDefault(day, List.of()).stream()
                    .filter(contest -> !contest.winners().isEmpty())
                    .toList();
            if (!decided.isEmpty()) {
                poll(era, day, contests.getOrDefault(day, List.of()), decided);
            }
        }
    }

    private void poll(Era era, LocalDate day, List<Contest> all, List<Contest> decided) {
        Set<Node> elections = new LinkedHashSet<>();
        decided.forEach(contest -> elections.add(contest.election()));
        Strengths eve = Strengths.of(wards, day.minusDays(1), joint);
        if (!eve.isEmpty()) {
            counted.add(new Counted(eve, elections, true));
        }
        boolean whole = era.wholeCouncil().equals(Optional.of(day));
        if (whole) {
            wards.forEach(ward -> change(
                    ward,
                    terms.start(day),
                    true,
                    () -> ward.worlds().become(Collections.nCopies(ward.worlds().size(), Seat.NOT_KNOWN))));
            wards = era.wards();
        }
        for (Contest contest : whole ? all : decided) {
            Ward ward = era.ward(contest);
            if (contest.winners().isEmpty()) {
                continue;
            }
            begin(contest, ward);
            if (contest.ordinary()) {
                change(ward, terms.start(day), true, () -> elect(contest, ward));
            } else {
                change(ward, day, false, () -> fill(contest, ward));
            }
        }
        counted.add(new Counted(Strengths.of(wards, day.plusDays(1), joint), elections, false));
    }

    private void begin(Contest contest, Ward ward) {
        for (Winner winner : contest.winners()) {
            tenures.put(
                    membership(winner),
                    Tenure.begun(
                            holder(winner),
                            ward,
                            terms.startIsLaw() ? Optional.of(terms.start(contest.day())) : Optional.empty(),
                            terms.startIsLaw() ? Optional.empty() : Optional.of(terms.start(contest.day()))));
        }
    }

    /** Fills the seats that are up at an ordinary election. */
    private static void elect(Contest contest, Ward ward) {
        int year = contest.day().getYear();
        List<Seat> won = new ArrayList<>();
        contest.winners()
                .forEach(winner -> won.add(
                        new Seat(holder(winner), Optional.of(contest.day()), winner.votes(), OptionalInt.empty())));
        while (won.size() < contest.up()) {
            won.add(new Seat(Occupant.VACANT, Optional.of(contest.day()), OptionalInt.empty(), OptionalInt.empty()));
        }
        if (won.size() >= ward.worlds().size()) {
            ward.worlds().become(won);
            return;
        }
        ward.worlds()
                .step(
                        world -> Retirement.choices(world, won.size(), contest.day()).stream()
                                .map(chosen -> {
                                    List<Seat> next = new ArrayList<>(world);
                                    for (int i = 0; i < chosen.size(); i++) {
                                        next.set(chosen.get(i), renewed(world.get(chosen.get(i)), won.get(i), year, i));
                                    }
                                    return List.copyOf(next);
                                })
                                .toList(),
                        won);
    }

    /** A seat that was up by rotation is up again four years after it was due; a casual vacancy is, when it was due before. */
    private static Seat renewed(Seat before, Seat won, int year, int order) {
        if (order > 0 && !before.isDue(year)) {
            return before.with(won.occupant());
        }
        int due = before.isDue(year) ? before.due().orElse(year) : year;
        return new Seat(won.occupant(), won.elected(), OptionalInt.empty(), OptionalInt.of(due + 4));
    }

    /** Fills a vacancy for the rest of its term. */
    private static void fill(Contest contest, Ward ward) {
        List<Seat> won = contest.winners().stream()
                .map(winner -> Seat.NOT_KNOWN.with(holder(winner)))
                .toList();
        ward.worlds()
                .step(
                        world -> Retirement.vacated(world, won.size(), contest.vacancyEnds()).stream()
                                .map(chosen -> {
                                    List<Seat> next = new ArrayList<>(world);
                                    for (int i = 0; i < chosen.size(); i++) {
                                        next.set(
                                                chosen.get(i),
                                                world.get(chosen.get(i))
                                                        .with(won.get(i).occupant()));
                                    }
                                    return List.copyOf(next);
                                })
                                .toList(),
                        won);
    }

    /** Sets a ward to what a table says of it. */
    private void table(LocalDate day, Ward ward, List<Entry> entries) {
        List<Seat> seats = new TableMatch(facts.council(), ward, entries).seats();
        change(ward, day, false, () -> ward.worlds().become(seats));
        ward.worlds().certain().forEach(holder -> {
            Tenure known = tenures.getOrDefault(
                    holder.membership(), Tenure.begun(holder, ward, Optional.empty(), Optional.of(day)));
            tenures.put(holder.membership(), known.by(holder).seenOn(day));
        });
        note(ward);
    }

    /**
     * Carries out a change in a ward, and notes whose membership it ended or may have ended.
     *
     * @param day by which
     * @param isTheLast whether the day is the last of what ended for certain
     */
    private void change(Ward ward, LocalDate day, boolean isTheLast, Runnable change) {
        Set<Occupant.Holder> certain = ward.worlds().certain();
        Set<Occupant.Holder> possible = ward.worlds().possible();
        change.run();
        Set<Occupant.Holder> stillCertain = ward.worlds().certain();
        Set<Occupant.Holder> stillPossible = ward.worlds().possible();
        for (Occupant.Holder holder : possible) {
            Tenure before = Objects.requireNonNull(tenures.get(holder.membership()));
            if (!stillPossible.contains(holder)) {
                tenures.put(
                        holder.membership(),
                        isTheLast && certain.contains(holder) ? before.endsOn(day) : before.overBy(day));
            } else if (certain.contains(holder) && !stillCertain.contains(holder)) {
                tenures.put(holder.membership(), before.perhapsOverBy(day));
            }
        }
        note(ward);
    }

    /** Notes which seats are whose, as far as that is known now. */
    private void note(Ward ward) {
        ward.worlds()
                .possible()
                .forEach(holder -> tenures.computeIfPresent(
                        holder.membership(),
                        (membership, tenure) -> tenure.in(
                                ward.worlds().seatOf(holder), ward.worlds().dueOf(holder))));
    }

    private static Occupant.Holder holder(Winner winner) {
        return new Occupant.Holder(
                membership(winner),
                winner.name(),
                winner.affiliation(),
                Optional.of(winner.candidacy()),
                winner.person());
    }

    private static Node membership(Winner winner) {
        return Uris.partOf(winner.candidacy(), "membership");
    }
}
