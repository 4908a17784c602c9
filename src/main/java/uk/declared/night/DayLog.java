package uk.declared.night;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import uk.declared.election.BallotId;

/** Every version of every contest of one polling day, in the order of the record. It only grows. */
public final class DayLog {
    private final LocalDate day;
    private final List<Poll> all = new ArrayList<>();
    private final Map<BallotId, Poll> latest = new LinkedHashMap<>();
    private final Map<String, Map<BallotId, Known>> known = new HashMap<>();
    private final Parties parties = new Parties();

    /**
     * A contest as far as all its versions tell.
     *
     * @param seats the most that any of them has
     */
    record Known(BallotId contest, String area, String name, boolean byElection, OptionalInt seats) {
        private static Known of(Poll poll) {
            return new Known(poll.contest(), poll.area(), poll.areaName(), poll.byElection(), poll.up());
        }

        private Known and(Known later) {
            return new Known(
                    contest,
                    later.area.isEmpty() ? area : later.area,
                    later.area.isEmpty() ? name : later.name,
                    later.byElection,
                    later.seats.orElse(0) > seats.orElse(0) ? later.seats : seats);
        }
    }

    DayLog(LocalDate day) {
        this.day = day;
    }

    synchronized void add(Poll poll) {
        all.add(poll);
        latest.put(poll.contest(), poll);
        poll.council()
                .ifPresent(council -> known.computeIfAbsent(council, missing -> new LinkedHashMap<>())
                        .merge(poll.contest(), Known.of(poll), Known::and));
        parties.note(poll.stands());
    }

    synchronized Optional<Poll> latest(BallotId contest) {
        return Optional.ofNullable(latest.get(contest));
    }

    /** The contests that a council has or had on the day. */
    synchronized List<Known> of(String council) {
        return List.copyOf(known.getOrDefault(council, Map.of()).values());
    }

    synchronized boolean isEmpty() {
        return all.isEmpty();
    }

    LocalDate day() {
        return day;
    }

    /** Which affiliations are counted as one. */
    public Parties parties() {
        return parties;
    }

    /** All versions, in the order of the record. */
    public synchronized List<Poll> all() {
        return List.copyOf(all);
    }

    /** The versions that had been accepted by a moment. */
    public synchronized List<Poll> until(Instant moment) {
        return all.stream().filter(poll -> !poll.time().isAfter(moment)).toList();
    }

    /** How many versions there are: it changes with every declaration. */
    public synchronized int size() {
        return all.size();
    }
}
