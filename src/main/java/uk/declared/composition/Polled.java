package uk.declared.composition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import uk.declared.composition.CouncilFacts.Contest;
import uk.declared.composition.CouncilFacts.Winner;
import uk.declared.composition.Timeline.Progress;
import uk.declared.election.Outcome;
import uk.declared.linkeddata.Uris;

/**
 * What one polling day does to the seats of the wards that voted, and to those of wards that should have voted of which
 * nothing is here:
 *
 * <ol>
 *   <li>a contest with a result fills the seats that {@link Retirement} says may be up,
 *   <li>one whose result is awaited leaves as many open; where it is not known how many were up, all of the ward,
 *   <li>one that was not held, or was taken back, may have done so or not: both are followed,
 *   <li>so may a ward without a contest in which a seat may have been up; where its seat was due for certain it is open.
 * </ol>
 */
final class Polled {
    /** A ward of three seats or more votes at every election by thirds (Local Government Act 1972, section 7(9)). */
    private static final int VOTES_EACH_TIME = 3;

    private final Era era;
    private final LocalDate day;
    private final List<Contest> contests;

    Polled(Era era, LocalDate day, List<Contest> contests) {
        this.era = era;
        this.day = day;
        this.contests = contests;
    }

    /** Fills the seats that are up at an ordinary election, or leaves them open. */
    void elect(Contest contest, Ward ward) {
        List<Seat> won = won(contest);
        OptionalInt up = up(contest, ward);
        if (up.isEmpty() || up.getAsInt() >= ward.worlds().size()) {
            all(contest, ward, won, up.isEmpty());
            return;
        }
        while (won.size() < up.getAsInt()) {
            won.add(contest.leavesSeatsVacant() ? vacant() : Seat.awaiting(day));
        }
        step(ward, won, isDoubtful(contest));
    }

    /** Fills a vacancy for the rest of its term. */
    void fill(Contest contest, Ward ward) {
        List<Occupant> won = new ArrayList<>();
        contest.winners().forEach(winner -> won.add(holder(winner)));
        while (won.size() < Math.max(1, contest.up())) {
            won.add(Occupant.UNKNOWN);
        }
        ward.worlds()
                .step(
                        world -> {
                            List<List<Seat>> next = new ArrayList<>();
                            if (isDoubtful(contest)) {
                                next.add(world);
                            }
                            for (List<Integer> chosen : Retirement.vacated(world, won.size(), contest.vacancyEnds())) {
                                List<Seat> filled = new ArrayList<>(world);
                                for (int i = 0; i < chosen.size(); i++) {
                                    int seat = chosen.get(i);
                                    filled.set(seat, world.get(seat).with(won.get(i)));
                                }
                                next.add(List.copyOf(filled));
                            }
                            return next;
                        },
                        won.stream().map(Seat.NOT_KNOWN::with).toList());
    }

    /** The wards of which nothing is here although a seat of theirs was, or may have been, up. */
    List<Ward> missing() {
        boolean anyDecided = contests.stream().anyMatch(contest -> contest.outcome() == Outcome.FILLED);
        if (!era.isForSome(day) || !anyDecided) {
            return List.of();
        }
        Set<Ward> voted = contests.stream().map(era::ward).collect(Collectors.toSet());
        return era.wards().stream()
                .filter(ward -> !voted.contains(ward))
                .filter(ward -> isUpForCertain(ward) || mayBeUp(ward))
                .toList();
    }

    /** Whether a seat of a ward is known to have been up. */
    boolean isUpForCertain(Ward ward) {
        return upForCertain(ward) > 0;
    }

    /** Whether a seat of a ward was, or may have been, up, where nothing at all is here of the day. */
    boolean mayHaveVoted(Ward ward) {
        return isUpForCertain(ward) || (isAnythingKnown(ward) && due(ward).isEmpty());
    }

    /** How many seats of a ward are known to have been up by the calendar; 0 where that is not known. */
    int upForCertain(Ward ward) {
        return due(ward).orElse(0);
    }

    /** Opens the seat of a ward of which nothing is here. */
    void open(Ward ward) {
        int up = Math.max(1, due(ward).orElse(1));
        step(ward, Collections.nCopies(Math.min(up, ward.worlds().size()), Seat.awaiting(day)), !isUpForCertain(ward));
    }

    /** How many contests are decided, where some are not. */
    Optional<Progress> progress() {
        Set<Node> decided = new LinkedHashSet<>();
        Set<Node> all = new LinkedHashSet<>();
        contests.forEach(contest -> {
            all.add(contest.contest());
            if (contest.outcome() == Outcome.FILLED) {
                decided.add(contest.contest());
            }
        });
        int missing = era.wholeCouncil().equals(Optional.of(day))
                ? (int) era.wards().stream()
                        .filter(ward -> contests.stream().noneMatch(contest -> era.ward(contest) == ward))
                        .count()
                : (int) missing().stream().filter(this::isUpForCertain).count();
        return decided.size() == all.size() + missing
                ? Optional.empty()
                : Optional.of(new Progress(decided.size(), all.size() + missing));
    }

    private boolean mayBeUp(Ward ward) {
        return isAnythingKnown(ward) && due(ward).isEmpty() && ward.worlds().size() >= VOTES_EACH_TIME;
    }

    private static boolean isAnythingKnown(Ward ward) {
        return ward.worlds().all().stream().flatMap(List::stream).anyMatch(seat -> !seat.equals(Seat.NOT_KNOWN));
    }

    /** How many seats of a ward were up by the calendar; absent where the years of some are not known. */
    private OptionalInt due(Ward ward) {
        boolean allKnown = ward.worlds().all().stream()
                .flatMap(List::stream)
                .allMatch(seat -> seat.due().isPresent());
        List<Long> counts = ward.worlds().all().stream()
                .map(world ->
                        world.stream().filter(seat -> seat.isDue(day.getYear())).count())
                .distinct()
                .toList();
        return allKnown && counts.size() == 1 ? OptionalInt.of(counts.get(0).intValue()) : OptionalInt.empty();
    }

    private OptionalInt up(Contest contest, Ward ward) {
        if (contest.outcome() == Outcome.FILLED || contest.seats().isPresent()) {
            return OptionalInt.of(contest.up());
        }
        OptionalInt due = due(ward);
        return due.orElse(0) > 0 ? due : OptionalInt.empty();
    }

    /**
     * All seats of the ward were up, or some that we do not know of.
     *
     * @param doubtful whether some may not have been up
     */
    private void all(Contest contest, Ward ward, List<Seat> won, boolean doubtful) {
        List<Seat> seats = new ArrayList<>(won);
        while (seats.size() < Math.max(contest.up(), ward.worlds().size())) {
            seats.add(contest.leavesSeatsVacant() && seats.size() < contest.up() ? vacant() : Seat.awaiting(day));
        }
        if (doubtful || isDoubtful(contest)) {
            ward.worlds().step(world -> List.of(world, seats), List.of());
        } else {
            ward.worlds().become(seats);
        }
    }

    private void step(Ward ward, List<Seat> won, boolean doubtful) {
        ward.worlds()
                .step(
                        world -> {
                            List<List<Seat>> next = new ArrayList<>();
                            if (doubtful) {
                                next.add(world);
                            }
                            for (List<Integer> chosen : Retirement.choices(world, won.size(), day)) {
                                List<Seat> filled = new ArrayList<>(world);
                                for (int i = 0; i < chosen.size(); i++) {
                                    int seat = chosen.get(i);
                                    filled.set(seat, renewed(world.get(seat), won.get(i), i));
                                }
                                next.add(List.copyOf(filled));
                            }
                            return next;
                        },
                        won);
    }

    /**
     * A seat that was up by rotation is up again four years after it was due; a casual vacancy is, when it was due before;
     * and one that a poll fills which was put off, when it would have been.
     */
    private Seat renewed(Seat before, Seat won, int order) {
        int year = day.getYear();
        if (before.awaits(day)) {
            return new Seat(won.occupant(), won.elected(), OptionalInt.empty(), before.due());
        }
        if (order > 0 && !before.isDue(year)) {
            return before.with(won.occupant());
        }
        int due = before.isDue(year) ? before.due().orElse(year) : year;
        return new Seat(won.occupant(), won.elected(), OptionalInt.empty(), OptionalInt.of(due + 4));
    }

    private List<Seat> won(Contest contest) {
        List<Seat> won = new ArrayList<>();
        contest.winners()
                .forEach(winner ->
                        won.add(new Seat(holder(winner), Optional.of(day), winner.votes(), OptionalInt.empty())));
        return won;
    }

    private Seat vacant() {
        return new Seat(Occupant.VACANT, Optional.of(day), OptionalInt.empty(), OptionalInt.empty());
    }

    private static boolean isDoubtful(Contest contest) {
        return contest.outcome() == Outcome.NOT_HELD || (contest.outcome() == Outcome.WITHDRAWN && !contest.ordinary());
    }

    static Occupant.Holder holder(Winner winner) {
        return new Occupant.Holder(
                membership(winner),
                winner.name(),
                winner.affiliation(),
                Optional.of(winner.candidacy()),
                winner.person());
    }

    static Node membership(Winner winner) {
        return Uris.partOf(winner.candidacy(), "membership");
    }
}
