package uk.declared.report;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a submission holds.
 *
 * @param contests contests that could be read
 * @param candidacies their candidacies
 * @param elected how many of these are elected
 * @param votes their votes in all
 * @param seatsByParty seats won by the party's name as the source gives it
 */
public record Summary(int contests, int candidacies, int elected, long votes, Map<String, Integer> seatsByParty) {
    public Summary {
        seatsByParty = new TreeMap<>(seatsByParty);
    }
}
