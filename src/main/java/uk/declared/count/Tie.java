package uk.declared.count;

import java.util.List;

/**
 * Candidates between whom only a lot can decide.
 *
 * @param stage the stage that cannot begin before it is drawn, counted from 1
 * @param decision what the lot decides
 * @param candidates counted from 0, in their order
 */
public record Tie(int stage, Decision decision, List<Integer> candidates) {
    /** What a lot can decide. */
    public enum Decision {
        /** Whose surplus is transferred first. */
        SURPLUS,
        /** Who is excluded. */
        EXCLUSION
    }

    public Tie {
        candidates = List.copyOf(candidates);
    }
}
