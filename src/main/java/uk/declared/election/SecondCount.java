package uk.declared.election;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * The second count of the supplementary vote, in which second choices are added for the two candidates who are left. Its
 * totals stand in the account of ballot papers.
 *
 * @param rejected papers whose second choice was rejected on each ground that the source gives a figure for
 * @param candidacies what the candidacies gained, by their index; those who were out by then have no entry
 */
public record SecondCount(Map<RejectionGround, Integer> rejected, Map<Integer, Votes> candidacies) {
    /**
     * The votes of one candidacy.
     *
     * @param added second choices added
     * @param total first preferences and second choices together
     */
    public record Votes(OptionalInt added, OptionalInt total) {}

    public SecondCount {
        EnumMap<RejectionGround, Integer> byGround = new EnumMap<>(RejectionGround.class);
        byGround.putAll(rejected);
        rejected = Collections.unmodifiableMap(byGround);
        candidacies = Collections.unmodifiableMap(new TreeMap<>(candidacies));
    }
}
