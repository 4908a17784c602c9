package uk.declared.night;

import java.math.BigDecimal;

/**
 * The swing between the two parties with most votes in a contest.
 *
 * @param from the key of the party that votes swung from
 * @param to the key of the one that they swung to; where there was none, the two stand in the order of their votes
 * @param points of per cent, to one place; never below 0
 */
public record Swing(String from, String to, BigDecimal points) {}
