package uk.declared.validation;

import uk.declared.reference.ReferenceData;

/**
 * What a contest is checked against beside itself.
 *
 * @param reference what codes and parties are looked up in
 * @param earlier what was published before
 */
public record Surroundings(ReferenceData reference, EarlierContests earlier) {
    /** Nothing is known beside the contest. */
    public static final Surroundings NONE = new Surroundings(ReferenceData.NONE, EarlierContests.NONE);
}
