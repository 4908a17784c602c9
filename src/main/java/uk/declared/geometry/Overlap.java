package uk.declared.geometry;

/**
 * How much two areas share.
 *
 * @param one the code of the one
 * @param other the code of the other, which comes after it in the order of codes
 * @param shareOfOne how much of the one lies in the other, from 0 to 1
 * @param shareOfOther how much of the other lies in the one, from 0 to 1
 */
public record Overlap(String one, String other, double shareOfOne, double shareOfOther) {}
