package uk.declared.election;

import java.util.Collection;
import java.util.List;

/**
 * A ground on which a returning officer rejects a ballot paper: Local Elections (Principal Areas) (England and Wales)
 * Rules 2006, Schedule 2, rule 47. At elections of police and crime commissioners the last ground is counted in two parts
 * (Police and Crime Commissioner Elections Order 2012, Schedule 3, rule 53).
 */
public enum RejectionGround {
    OFFICIAL_MARK("official-mark"),
    TOO_MANY_VOTES("too-many-votes"),
    IDENTIFICATION("identification"),
    UNMARKED_OR_VOID("unmarked-or-void"),
    UNMARKED("unmarked"),
    VOID_FOR_UNCERTAINTY("void-for-uncertainty");

    private final String notation;

    RejectionGround(String notation) {
        this.notation = notation;
    }

    /** The notation in the vocabulary's code list {@code rejection-ground}. */
    public String notation() {
        return notation;
    }

    /** Whether papers rejected on these grounds, given by their notations, are all that were rejected wholly. */
    public static boolean areAll(Collection<String> notations) {
        boolean last = notations.contains(UNMARKED_OR_VOID.notation)
                || notations.containsAll(List.of(UNMARKED.notation, VOID_FOR_UNCERTAINTY.notation));
        return last
                && notations.containsAll(
                        List.of(OFFICIAL_MARK.notation, TOO_MANY_VOTES.notation, IDENTIFICATION.notation));
    }

    /** Whether a ground is part of another that has a figure too, and is not to be added again. */
    public static boolean isPartOf(String notation, Collection<String> others) {
        boolean part = notation.equals(UNMARKED.notation) || notation.equals(VOID_FOR_UNCERTAINTY.notation);
        return part && others.contains(UNMARKED_OR_VOID.notation);
    }
}
