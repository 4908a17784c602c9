package uk.declared.election;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * The second count of the supplementary vote, in which second choices are added for the two candidates who are left.
 *
 * @param valid second choices added, for both together
 * @param rejected papers whose second choice was rejected
 * @param rejectedByGround these by ground, where the source gives figures
 * @param candidacies what the candidacies gained, by their index; those who were out by then have no entry
 */
public record SecondCount(
        OptionalInt valid,
        OptionalInt rejected,
        Map<Ground, Integer> rejectedByGround,
        Map<Integer, Votes> candidacies) {
    /** A ground on which a second choice is rejected. */
    public enum Ground {
        TOO_MANY_VOTES("too-many-votes"),
        UNMARKED("unmarked"),
        VOID_FOR_UNCERTAINTY("void-for-uncertainty");

        private final String notation;

        Ground(String notation) {
            this.notation = notation;
        }

        /** The notation in the vocabulary's code list {@code rejection-ground}. */
        public String notation() {
            return notation;
        }
    }

    /**
     * The votes of one candidacy.
     *
     * @param added second choices added
     * @param total first preferences and second choices together
     */
    public record Votes(OptionalInt added, OptionalInt total) {}

    public SecondCount {
        EnumMap<Ground, Integer> byGround = new EnumMap<>(Ground.class);
        byGround.putAll(rejectedByGround);
        rejectedByGround = Collections.unmodifiableMap(byGround);
        candidacies = Collections.unmodifiableMap(new TreeMap<>(candidacies));
    }
}
