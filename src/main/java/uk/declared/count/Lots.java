package uk.declared.count;

import java.util.Optional;

/** Decides by lot between candidates who had equal votes at every stage: rules 50(3) and 52(3). */
public interface Lots {
    /** No lot has been drawn: the count stops where one is needed. */
    Lots NONE = tie -> Optional.empty();

    /** The candidate whom the lot falls on, one of the tie's: transferred from first, or excluded. */
    Optional<Integer> draw(Tie tie);
}
