package uk.declared.night;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.jena.graph.Node;
import uk.declared.composition.Eve;
import uk.declared.composition.Notional;
import uk.declared.election.BallotId;
import uk.declared.election.Council;
import uk.declared.linkeddata.Uris;
import uk.declared.night.CouncilNight.Change;
import uk.declared.night.CouncilNight.Net;
import uk.declared.night.Turn.Since;

/**
 * Counts a council's seats at one moment of the night:
 *
 * <ol>
 *   <li>the seats that are not up stay whose they were on the eve,
 *   <li>those of declared contests are their winners'; all others that are up are open,
 *   <li>control is said where no open seat could alter it, and only where it is known which contests there are: once the
 *       council's nominations were published, or the day is over.
 * </ol>
 */
final class CouncilCount {
    private final Uris uris;
    private final Parties parties;

    CouncilCount(Uris uris, Parties parties) {
        this.uris = uris;
        this.parties = parties;
    }

    /** @param listed whether it is known which contests the council has on the day */
    CouncilNight count(String slug, Optional<Council> council, List<Poll> polls, Optional<Eve> known, boolean listed) {
        Eve eve = known.orElse(NOTHING);
        List<Poll> ordinary = polls.stream().filter(poll -> !poll.byElection()).toList();
        Map<String, Integer> won = new LinkedHashMap<>();
        ordinary.stream()
                .filter(Poll::isDeclared)
                .forEach(poll -> parties.counted(poll.won()).forEach((party, n) -> won.merge(party, n, Integer::sum)));
        Seats before = Seats.of(keys(eve.seats()), eve.size(), parties);
        Seats after = listed ? after(eve, polls) : Seats.UNKNOWN;
        Map<BallotId, Turn> turns = new LinkedHashMap<>();
        polls.stream().filter(Poll::isDeclared).forEach(poll -> turns.put(poll.contest(), turn(poll, eve)));
        Optional<CouncilControl> controlBefore = before.control();
        Optional<CouncilControl> controlAfter = after.control();
        boolean complete = !ordinary.isEmpty() && ordinary.stream().noneMatch(Poll::isAwaited);
        return new CouncilNight(
                slug,
                council,
                ordinary,
                polls.stream().filter(Poll::byElection).toList(),
                eve.whole(),
                won,
                before,
                after,
                controlBefore,
                controlAfter,
                change(controlBefore, controlAfter, after, parties),
                turns,
                net(ordinary, eve, complete, before, after, Since.EVE),
                net(
                        ordinary,
                        eve,
                        complete,
                        Seats.of(keys(eve.lastWhole()), sum(eve.lastWhole()), parties),
                        Seats.of(won, eve.whole() ? sum(won) : OptionalInt.empty(), parties),
                        Since.FOUGHT));
    }

    private static final Eve NOTHING =
            new Eve(Map.of(), OptionalInt.empty(), Map.of(), false, Map.of(), Map.of(), Map.of());

    private Seats after(Eve eve, List<Poll> polls) {
        Map<String, Integer> by = new HashMap<>(keys(eve.staying()));
        int total = 0;
        boolean known = true;
        for (Poll poll : polls) {
            OptionalInt up = poll.up();
            if (up.isEmpty()) {
                up = up(poll, eve).map(Eve.Up::seats).orElse(OptionalInt.empty());
            }
            if (eve.whole() && poll.byElection()) {
                continue;
            }
            known &= up.isPresent();
            total += up.orElse(0);
            if (poll.isDeclared()) {
                parties.counted(poll.won()).forEach((party, number) -> by.merge(party, number, Integer::sum));
                int unfilled = poll.stands().isEmpty() ? 0 : up.orElse(0) - poll.filled();
                if (unfilled > 0 && poll.filled() > 0) {
                    by.merge(Seats.VACANT, unfilled, Integer::sum);
                }
            }
        }
        // Where a part of the council is elected it keeps the size that it had.
        OptionalInt size = eve.whole() ? known ? OptionalInt.of(total) : OptionalInt.empty() : eve.size();
        return Seats.of(by, size, parties);
    }

    private Optional<Eve.Up> up(Poll poll, Eve eve) {
        return Optional.ofNullable(eve.up().get(uris.contest(poll.contest())));
    }

    private Turn turn(Poll poll, Eve eve) {
        Optional<Eve.Up> up = up(poll, eve).filter(each -> poll.filled() > 0);
        Map<String, Integer> won = parties.counted(poll.won());
        if (up.isEmpty() || won.containsKey(Parties.NOT_STATED)) {
            return Turn.without(Turn.Kind.NOT_COMPARED);
        }
        return comparable(up.get().fought(), poll)
                .filter(before -> !isVague(before, won))
                .map(before -> Turn.between(before, won, Since.FOUGHT))
                .or(() -> comparable(up.get().held(), poll)
                        .filter(before -> !isVague(before, won))
                        .map(before -> Turn.between(before, won, Since.EVE)))
                .or(() -> notional(poll, eve)
                        .flatMap(reckoned -> comparable(Optional.of(reckoned.seats()), poll)
                                .filter(before -> !isVague(before, won))
                                .map(before -> Turn.between(before, won, reckoned.by()))))
                .orElseGet(() -> Turn.without(up.get().anew() ? Turn.Kind.NEW : Turn.Kind.NOT_COMPARED));
    }

    /**
     * Whose the seats would have been, as somebody reckons; only where it is not known whose they were, since what was
     * declared goes before what was worked out.
     */
    private Optional<Notional> notional(Poll poll, Eve eve) {
        boolean known = up(poll, eve)
                .filter(up -> up.fought().isPresent() || up.held().isPresent())
                .isPresent();
        return known ? Optional.empty() : Optional.ofNullable(eve.notional().get(uris.contest(poll.contest())));
    }

    /** Whether somebody who has more, and somebody who has fewer, may be one party under two keys. */
    private boolean isVague(Map<String, Integer> before, Map<String, Integer> after) {
        Map<String, Integer> difference = Turn.difference(before, after);
        return difference.entrySet().stream()
                .anyMatch(more -> more.getValue() > 0
                        && difference.entrySet().stream()
                                .anyMatch(fewer ->
                                        fewer.getValue() < 0 && parties.mayBeOne(more.getKey(), fewer.getKey())));
    }

    /** What there was before, where it is known of as many seats as are filled. */
    private Optional<Map<String, Integer>> comparable(Optional<Map<Node, Integer>> before, Poll poll) {
        return before.map(this::keys)
                .filter(seats -> !seats.containsKey(Parties.NOT_STATED))
                .filter(seats ->
                        seats.values().stream().mapToInt(Integer::intValue).sum() == poll.filled());
    }

    /**
     * Seats more or fewer in declared contests of which it is known, or was worked out; where the whole council was elected in new wards, and
     * all is declared, in the whole of it.
     */
    private Net net(List<Poll> ordinary, Eve eve, boolean complete, Seats before, Seats after, Since since) {
        Map<String, Integer> by = new HashMap<>();
        int contests = 0;
        int declared = 0;
        for (Poll poll : ordinary) {
            if (!poll.isDeclared()) {
                continue;
            }
            declared++;
            Optional<Map<Node, Integer>> its = since == Since.EVE
                    ? up(poll, eve).flatMap(Eve.Up::held)
                    : up(poll, eve)
                            .flatMap(Eve.Up::fought)
                            .or(() -> notional(poll, eve).map(Notional::seats));
            Optional<Map<String, Integer>> was = comparable(its, poll);
            if (was.isPresent() && !isVague(was.get(), parties.counted(poll.won()))) {
                contests++;
                Turn.difference(was.get(), parties.counted(poll.won()))
                        .forEach((party, number) -> by.merge(party, number, Integer::sum));
            }
        }
        if (contests < declared
                && complete
                && eve.whole()
                && before.isComplete()
                && after.isComplete()
                && !isVague(before.by(), after.by())) {
            return new Net(declared, Turn.difference(before.by(), after.by()));
        }
        return new Net(contests, by);
    }

    private static Change change(
            Optional<CouncilControl> before, Optional<CouncilControl> after, Seats seats, Parties parties) {
        Optional<String> had = before.flatMap(CouncilControl::party);
        if (after.isEmpty()) {
            return had.filter(seats::cannotBeControlledBy).isPresent() ? Change.LOST : Change.OPEN;
        }
        Optional<String> has = after.get().party();
        boolean vague = had.isPresent() && has.isPresent() && parties.mayBeOne(had.get(), has.get());
        if (before.isEmpty() || vague) {
            return Change.NOT_COMPARED;
        }
        if (has.isPresent()) {
            return has.equals(had) ? Change.KEPT : Change.GAINED;
        }
        return had.isPresent() ? Change.LOST : Change.STILL_NONE;
    }

    private static OptionalInt sum(Map<?, Integer> seats) {
        return seats.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(
                        seats.values().stream().mapToInt(Integer::intValue).sum());
    }

    private Map<String, Integer> keys(Map<Node, Integer> seats) {
        Map<String, Integer> keys = new HashMap<>();
        seats.forEach((party, number) -> keys.merge(key(party), number, Integer::sum));
        return keys;
    }

    private String key(Node affiliation) {
        return affiliation.equals(Eve.VACANT) ? Seats.VACANT : parties.counted(Uris.lastPart(affiliation));
    }
}
