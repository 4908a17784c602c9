package uk.declared.night;

import java.util.Optional;
import org.apache.jena.graph.Node;

/** Why the votes of a contest are not compared with those of an earlier one. */
public enum NotCompared {
    /** There was no poll then, or its votes are not known. */
    NO_VOTES_THEN,
    /** There is no poll now, or its votes are not known. */
    NO_VOTES_NOW,
    /** Of one of the two it is not known how votes were counted. */
    SYSTEM_NOT_KNOWN,
    /** Votes were counted by another system. */
    OTHER_SYSTEM,
    /** It is not said for whom everybody stood, or a party has a name alone in one of the two. */
    PARTY_NOT_STATED;

    /**
     * Of two contests; absent where their votes can be compared.
     *
     * @param system by which votes are counted now
     * @param before by which they were counted then
     */
    public static Optional<NotCompared> of(Votes<?> now, Votes<?> then, Optional<Node> system, Optional<Node> before) {
        if (then.all() == 0) {
            return Optional.of(NO_VOTES_THEN);
        }
        if (now.all() == 0) {
            return Optional.of(NO_VOTES_NOW);
        }
        if (system.isPresent() != before.isPresent()) {
            return Optional.of(SYSTEM_NOT_KNOWN);
        }
        if (!system.equals(before)) {
            return Optional.of(OTHER_SYSTEM);
        }
        boolean vague = now.has(Votes.NOT_STATED)
                || then.has(Votes.NOT_STATED)
                || !Votes.namesAlone(now).equals(Votes.namesAlone(then));
        return vague ? Optional.of(PARTY_NOT_STATED) : Optional.empty();
    }
}
