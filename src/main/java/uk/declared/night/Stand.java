package uk.declared.night;

import java.util.OptionalInt;

/**
 * Somebody who stands in a contest.
 *
 * @param party the affiliation's key: the Electoral Commission's identifier, {@code independent}, {@code not-stated}, or
 *     {@code name-…} for a party that has a name alone
 * @param partyName as the source has it; empty where it has none
 * @param votes absent while they are not known, or where there was no poll
 */
public record Stand(String name, String party, String partyName, OptionalInt votes, boolean elected, boolean byLot) {}
