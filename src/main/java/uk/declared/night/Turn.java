package uk.declared.night;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a contest's result changed.
 *
 * @param gained how many seats each affiliation has more than before
 * @param lost how many each has fewer
 * @param workedOutBy who worked out what it is compared with; absent where it is compared with what was declared
 */
public record Turn(
        Kind kind, Since since, Map<String, Integer> gained, Map<String, Integer> lost, Optional<String> workedOutBy) {
    /** What became of the seats. */
    public enum Kind {
        /** Every affiliation has as many of them as before. */
        HOLD,
        /** Some affiliation has more of them than before. */
        GAIN,
        /** The ward is a new one, or has another number of seats, and nobody worked out whose they would have been. */
        NEW,
        /** It is not known here whose they were. */
        NOT_COMPARED
    }

    /** What it is compared with. */
    public enum Since {
        /** Who won the seats when they were last fought at an ordinary election. */
        FOUGHT,
        /** Who held them on the day before. */
        EVE,
        /** Who would have won them, as somebody reckons, had they been fought on the ward's new boundaries. */
        NOTIONAL
    }

    public Turn {
        gained = Map.copyOf(gained);
        lost = Map.copyOf(lost);
    }

    /** Nothing to compare with. */
    static Turn without(Kind kind) {
        return new Turn(kind, Since.EVE, Map.of(), Map.of(), Optional.empty());
    }

    static Turn between(Map<String, Integer> before, Map<String, Integer> won, Since since) {
        Map<String, Integer> difference = difference(before, won);
        Map<String, Integer> gained = new TreeMap<>();
        Map<String, Integer> lost = new TreeMap<>();
        difference.forEach((party, number) -> {
            if (number > 0) {
                gained.put(party, number);
            } else if (number < 0) {
                lost.put(party, -number);
            }
        });
        return new Turn(gained.isEmpty() ? Kind.HOLD : Kind.GAIN, since, gained, lost, Optional.empty());
    }

    /** Compared with what somebody worked out. */
    static Turn between(Map<String, Integer> before, Map<String, Integer> won, String workedOutBy) {
        Turn turn = between(before, won, Since.NOTIONAL);
        return new Turn(turn.kind, turn.since, turn.gained, turn.lost, Optional.of(workedOutBy));
    }

    static Map<String, Integer> difference(Map<String, Integer> before, Map<String, Integer> after) {
        Map<String, Integer> difference = new TreeMap<>(after);
        before.forEach((party, number) -> difference.merge(party, -number, Integer::sum));
        difference.values().removeIf(number -> number == 0);
        return difference;
    }
}
