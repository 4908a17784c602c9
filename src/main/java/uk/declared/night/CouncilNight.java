package uk.declared.night;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import uk.declared.election.BallotId;
import uk.declared.election.Council;

/**
 * A council at one moment of the night.
 *
 * @param council as the shipped table has it; absent where that does not know it
 * @param contests ordinary contests of the day, each in its version of the moment
 * @param byElections of the day
 * @param before its seats on the eve
 * @param after its seats as they are with what is declared; nothing where that cannot be said
 * @param controlBefore absent where it is not known
 * @param controlAfter absent while it is not certain
 * @param turns what each declared contest changed
 * @param sinceEve seats more or fewer than on the day before, by affiliation, and of how many contests
 * @param sinceFought seats more or fewer than when the seats were last fought
 */
public record CouncilNight(
        String slug,
        Optional<Council> council,
        List<Poll> contests,
        List<Poll> byElections,
        boolean whole,
        Map<String, Integer> won,
        Seats before,
        Seats after,
        Optional<CouncilControl> controlBefore,
        Optional<CouncilControl> controlAfter,
        Change change,
        Map<BallotId, Turn> turns,
        Net sinceEve,
        Net sinceFought) {
    /** What became of the control of a council. */
    public enum Change {
        /** It is not certain, or it is not known whose it was and what it is. */
        OPEN,
        /** Who had the majority has it. */
        KEPT,
        /** Somebody else has a majority than before, or nobody had one. */
        GAINED,
        /** Who had the majority has it no more; nobody else need have it. */
        LOST,
        /** Nobody had a majority, and nobody has. */
        STILL_NONE,
        /** Who has the majority, or that nobody has, is certain; who had it before is not known. */
        NOT_COMPARED
    }

    /** How far the count is. */
    public enum State {
        NO_ELECTION,
        AWAITED,
        COUNTING,
        COMPLETE
    }

    /**
     * Seats more or fewer.
     *
     * @param contests how many contests it is of
     * @param by affiliation
     */
    public record Net(int contests, Map<String, Integer> by) {
        public Net {
            by = Map.copyOf(by);
        }
    }

    public CouncilNight {
        contests = List.copyOf(contests);
        byElections = List.copyOf(byElections);
        won = Map.copyOf(won);
        turns = Map.copyOf(turns);
    }

    /** Its contests, by-elections too. */
    public Stream<Poll> polls() {
        return Stream.concat(contests.stream(), byElections.stream());
    }

    public int declared() {
        return (int) contests.stream().filter(Poll::isDeclared).count();
    }

    /** From when until when the results that are still awaited are expected; absent where no council said so. */
    public Optional<Expected> expected() {
        List<Instant> times = contests.stream()
                .filter(Poll::isAwaited)
                .flatMap(poll -> poll.expected().stream())
                .sorted()
                .toList();
        return times.isEmpty()
                ? Optional.empty()
                : Optional.of(new Expected(times.get(0), times.get(times.size() - 1)));
    }

    /** The first and the last of several moments at which a result is expected. */
    public record Expected(Instant first, Instant last) {}

    /** How far the count of the ordinary contests is; polls that were put off are not waited for. */
    public State state() {
        if (contests.isEmpty()) {
            return State.NO_ELECTION;
        }
        if (contests.stream().noneMatch(Poll::isAwaited)) {
            return State.COMPLETE;
        }
        return declared() == 0 ? State.AWAITED : State.COUNTING;
    }

    /** How many seats are up, where every contest tells. */
    public OptionalInt up() {
        return contests.stream().allMatch(poll -> poll.up().isPresent())
                ? OptionalInt.of(
                        contests.stream().mapToInt(poll -> poll.up().orElse(0)).sum())
                : OptionalInt.empty();
    }

    /** Ballot papers in the declared wards by their electors, where each of them has both figures, in per cent. */
    public Optional<BigDecimal> turnout() {
        List<Poll> counted = contests.stream()
                .filter(poll -> poll.isDeclared() && !poll.isUncontested())
                .toList();
        if (counted.isEmpty()
                || counted.stream()
                        .anyMatch(poll ->
                                poll.papers().isEmpty() || poll.electorate().orElse(0) == 0)) {
            return Optional.empty();
        }
        long papers =
                counted.stream().mapToLong(poll -> poll.papers().getAsInt()).sum();
        long electors =
                counted.stream().mapToLong(poll -> poll.electorate().getAsInt()).sum();
        return Optional.of(
                BigDecimal.valueOf(papers * 100).divide(BigDecimal.valueOf(electors), 1, RoundingMode.HALF_UP));
    }

    /** What became of its control, as filters name it. */
    public String news() {
        return switch (change) {
            case KEPT -> "kept";
            case GAINED -> "gained";
            case LOST -> "lost";
            case STILL_NONE -> "still-none";
            case NOT_COMPARED -> "not-compared";
            case OPEN ->
                switch (state()) {
                    case AWAITED -> "awaited";
                    case COUNTING -> "counting";
                    case COMPLETE, NO_ELECTION -> "open";
                };
        };
    }

    /** The keys of the parties that it concerns: those that won or held something here, or have or had control. */
    public Set<String> parties() {
        Set<String> keys = new TreeSet<>(won.keySet());
        Stream.of(controlAfter, controlBefore)
                .flatMap(Optional::stream)
                .flatMap(control -> control.party().stream())
                .forEach(keys::add);
        return keys;
    }

    /** Its name: that of the place where the table has it, else its slug. */
    public String name() {
        return council.map(Council::name).orElse(slug);
    }
}
