package uk.declared.night;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A line of the ticker.
 *
 * @param sequence the number of the record's entry that it tells of
 * @param number of the line among those of the entry: 0 for the contest, 1 for the council
 * @param poll the contest as it then was
 * @param turn what the contest's result changed; absent unless it was declared
 * @param council what became of the control of the council, where that was certain first with this entry
 */
public record NightLine(
        long sequence,
        int number,
        Instant time,
        Kind kind,
        Poll poll,
        Optional<Turn> turn,
        Optional<CouncilNight> council) {
    /** What it tells. */
    public enum Kind {
        DECLARED,
        PROVISIONAL,
        CORRECTED,
        WITHDRAWN,
        /** A poll that is not held on the day. */
        PUT_OFF,
        /** The control of the council. */
        CONTROL,
        /** What had been certain of a council's control is so no more, since a result was corrected or withdrawn. */
        CONTROL_REOPENED
    }

    /** What kind of news it is, as filters name it: {@code gain}, {@code hold}, {@code lost}, {@code corrected} … */
    public String news() {
        return switch (kind) {
            case CONTROL -> council.map(CouncilNight::news).orElse("open");
            case CONTROL_REOPENED -> "open";
            case CORRECTED -> "corrected";
            case PROVISIONAL -> "provisional";
            case WITHDRAWN -> "withdrawn";
            case PUT_OFF -> "put-off";
            case DECLARED ->
                turn.map(what -> switch (what.kind()) {
                            case HOLD -> "hold";
                            case GAIN -> "gain";
                            case NEW -> "new";
                            case NOT_COMPARED -> "elected";
                        })
                        .orElse("elected");
        };
    }

    /** The keys of the parties that it concerns: those that won or lost seats, or that have or had the council. */
    public Set<String> parties(Parties names) {
        if (council.isPresent()) {
            return council.get().parties();
        }
        Set<String> keys = new TreeSet<>();
        poll.won().keySet().forEach(party -> keys.add(names.counted(party)));
        turn.ifPresent(what -> keys.addAll(what.lost().keySet()));
        return keys;
    }

    /** Names the line for good. */
    public String id() {
        return "e" + sequence + (number == 0 ? "" : "-" + number);
    }
}
