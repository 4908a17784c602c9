package uk.declared.composition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import uk.declared.composition.CouncilFacts.Contest;
import uk.declared.composition.CouncilFacts.Entry;
import uk.declared.composition.CouncilFacts.Winner;
import uk.declared.election.Outcome;

/**
 * Goes through what is known of a council's seats, day by day:
 *
 * <ol>
 *   <li>a table of sitting councillors says who holds the seats of its wards on its day,
 *   <li>an election of the whole council ends every membership and begins those that were won,
 *   <li>another ordinary election, or a by-election, fills the seats that {@link Retirement} says may be up,
 *   <li>so does one of which nothing is here, where the council elects some of its members at a time and later ones are here;
 *       who was elected then is not known,
 *   <li>where a result is awaited, was taken back, or is not here although a seat of the ward was up, that seat is open.
 * </ol>
 *
 * <p>Before and after each polling day, and on the day of each table, the seats are counted.
 */
final class Timeline {
    private final CouncilFacts facts;
    private final JointParties joint;
    private final TermDays terms;
    private final Map<Node, Tenure> tenures = new LinkedHashMap<>();
    private final Map<Node, LastKnown> lastKnown = new HashMap<>();
    private final List<Counted> counted = new ArrayList<>();
    private Collection<Ward> wards = List.of();
    private boolean complete;

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
     * @param progress how many contests of the elections are decided, where some are not
     */
    record Counted(Strengths strengths, Set<Node> elections, boolean before, Optional<Progress> progress) {}

    /**
     * What is last known of somebody's seat.
     *
     * @param day the last on which it is known to be held: of the poll, or of a table
     * @param elected the polling day of the own ordinary election, or else of the whole council before
     */
    private record LastKnown(LocalDate day, Optional<LocalDate> elected) {}

    /** How many contests of a polling day have a result here, of how many. */
    record Progress(int decided, int all) {}

    /** Who held seats, and how they were counted. */
    record Seating(List<Tenure> tenures, List<Counted> counted) {}

    static Seating of(CouncilFacts facts, JointParties joint) {
        Timeline timeline = new Timeline(facts, joint);
        Era.of(facts).forEach(timeline::go);
        return new Seating(
                timeline.tenures.values().stream()
                        .map(timeline::untilWhenItIsCertain)
                        .toList(),
                timeline.counted);
    }

    /** A seat of which it is not known when it is next up is not held for ever. */
    private Tenure untilWhenItIsCertain(Tenure tenure) {
        LastKnown last = lastKnown.get(tenure.holder().membership());
        return tenure.isOver() || tenure.due().isPresent() || last == null
                ? tenure
                : tenure.perhapsOverBy(terms.certainUntil(last.day(), last.elected()));
    }

    /**
     * A council as it was before the polls of a day.
     *
     * @param wards as they were
     * @param era in which the day's contests are; absent where there is none yet
     * @param whole whether the day elects the whole council, in wards that may be new
     * @param complete whether these are known to be all wards
     */
    record Until(Collection<Ward> wards, Optional<Era> era, boolean whole, boolean complete) {}

    /** Goes as far as a polling day, the polls of which are left out, and with them all that came later. */
    static Until until(CouncilFacts facts, JointParties joint, LocalDate day) {
        Timeline timeline = new Timeline(facts, joint);
        Optional<Era> last = Optional.empty();
        for (Era era : Era.of(facts)) {
            Optional<LocalDate> start = era.wholeCouncil();
            if (start.equals(Optional.of(day))) {
                return new Until(timeline.wards, Optional.of(era), true, timeline.complete);
            }
            if (start.filter(from -> from.isAfter(day)).isPresent()) {
                break;
            }
            timeline.go(era, day);
            last = Optional.of(era);
        }
        return new Until(timeline.wards, last, false, timeline.complete);
    }

    private void go(Era era) {
        go(era, LocalDate.MAX);
    }

    /** @param until the polls of this day and of later ones are left out; a table of the day shows the council before it */
    private void go(Era era, LocalDate until) {
        Map<LocalDate, List<Contest>> contests = era.contests();
        Map<LocalDate, Map<Ward, List<Entry>>> tables = era.tables();
        if (era.wholeCouncil().isEmpty()) {
            wards = era.wards();
            complete = era.isComplete();
        }
        era.wholeCouncil().filter(start -> !contests.containsKey(start)).ifPresent(start -> renew(era, start, false));
        Set<LocalDate> unheard = era.unheard(until);
        Set<LocalDate> days = new TreeSet<>(contests.keySet());
        days.addAll(tables.keySet());
        days.addAll(unheard);
        for (LocalDate day : days) {
            if (day.isAfter(until)) {
                return;
            }
            if (tables.containsKey(day)) {
                Objects.requireNonNull(tables.get(day)).forEach((ward, entries) -> table(era, day, ward, entries));
                counted.add(new Counted(strengths(day), Set.of(), false, Optional.empty()));
            }
            if (unheard.contains(day)) {
                unheard(era, day);
            }
            if (contests.containsKey(day) && day.isBefore(until)) {
                poll(era, day, Objects.requireNonNull(contests.get(day)));
            }
        }
    }

    /** A polling day of which nothing is here: whose seat may have been up may have lost it. */
    private void unheard(Era era, LocalDate day) {
        Polled polled = new Polled(era, day, List.of());
        for (Ward ward : wards) {
            if (polled.mayHaveVoted(ward)) {
                change(ward, terms.start(day), polled.isUpForCertain(ward), () -> polled.open(ward));
            }
        }
    }

    private Strengths strengths(LocalDate day) {
        return Strengths.of(wards, complete, day, joint);
    }

    private void poll(Era era, LocalDate day, List<Contest> contests) {
        Set<Node> elections = new LinkedHashSet<>();
        contests.stream()
                .filter(contest -> contest.outcome() == Outcome.FILLED)
                .forEach(contest -> elections.add(contest.election()));
        Strengths eve = strengths(day.minusDays(1));
        if (!elections.isEmpty() && !eve.isEmpty()) {
            counted.add(new Counted(eve, elections, true, Optional.empty()));
        }
        boolean whole = era.wholeCouncil().equals(Optional.of(day));
        if (whole) {
            renew(era, day, true);
        }
        Polled polled = new Polled(era, day, contests);
        List<Ward> missing = polled.missing();
        Optional<Progress> progress = polled.progress();
        for (Contest contest : contests) {
            Ward ward = era.ward(contest);
            begin(era, contest, ward);
            boolean certain = contest.outcome() == Outcome.FILLED || contest.outcome() == Outcome.AWAITED;
            if (contest.ordinary()) {
                change(ward, terms.start(day), certain, () -> polled.elect(contest, ward));
            } else {
                change(ward, day, false, () -> polled.fill(contest, ward));
            }
        }
        for (Ward ward : missing) {
            change(ward, terms.start(day), polled.isUpForCertain(ward), () -> polled.open(ward));
        }
        if (!elections.isEmpty()) {
            counted.add(new Counted(strengths(day.plusDays(1)), elections, false, progress));
        }
    }

    /**
     * Ends every membership with the wards that there were.
     *
     * @param polled whether it is the polling day; else it is known only that it was by then, for the new wards are there
     */
    private void renew(Era era, LocalDate day, boolean polled) {
        wards.forEach(ward -> change(
                ward,
                terms.start(day),
                polled,
                () -> ward.worlds().become(Collections.nCopies(ward.worlds().size(), Seat.NOT_KNOWN))));
        wards = era.wards();
        complete = era.isComplete();
    }

    private void begin(Era era, Contest contest, Ward ward) {
        for (Winner winner : contest.winners()) {
            lastKnown.put(
                    Polled.membership(winner),
                    new LastKnown(contest.day(), contest.ordinary() ? Optional.of(contest.day()) : era.wholeCouncil()));
            tenures.put(
                    Polled.membership(winner),
                    Tenure.begun(
                            Polled.holder(winner),
                            ward,
                            terms.startIsLaw() ? Optional.of(terms.start(contest.day())) : Optional.empty(),
                            terms.startIsLaw() ? Optional.empty() : Optional.of(terms.start(contest.day()))));
        }
    }

    /** Sets a ward to what a table says of it. */
    private void table(Era era, LocalDate day, Ward ward, List<Entry> entries) {
        List<Seat> seats = new TableMatch(facts.council(), ward, entries).seats();
        change(ward, day, false, () -> ward.worlds().become(seats));
        ward.worlds().certain().forEach(holder -> {
            Tenure known = tenures.getOrDefault(
                    holder.membership(), Tenure.begun(holder, ward, Optional.empty(), Optional.of(day)));
            tenures.put(holder.membership(), known.by(holder).seenOn(day));
            LastKnown before = lastKnown.get(holder.membership());
            lastKnown.put(
                    holder.membership(), new LastKnown(day, before == null ? era.wholeCouncil() : before.elected()));
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
}
