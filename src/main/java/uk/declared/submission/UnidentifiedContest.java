package uk.declared.submission;

import uk.declared.report.Place;

/**
 * A contest that something wrong kept from being identified, so that it is in no list of contests by their identifiers.
 *
 * @param place where it begins
 * @param name what its file calls it: the area, the day and the body, as far as they are given; may be empty
 */
public record UnidentifiedContest(Place place, String name) {}
