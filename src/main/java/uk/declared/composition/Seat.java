package uk.declared.composition;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One seat of a ward at one time.
 *
 * @param elected the last ordinary polling day on which it was filled; whoever fills it at a by-election takes the place of
 *     the one before (Local Government Act 1972, section 90)
 * @param votes of whoever won it that day
 * @param due the year in which it is next up
 */
record Seat(Occupant occupant, Optional<LocalDate> elected, OptionalInt votes, OptionalInt due) {
    static final Seat NOT_KNOWN =
            new Seat(Occupant.UNKNOWN, Optional.empty(), OptionalInt.empty(), OptionalInt.empty());

    /** The same seat with somebody else in it for the rest of the term. */
    Seat with(Occupant other) {
        return new Seat(other, elected, votes, due);
    }

    boolean isDue(int year) {
        return due.isPresent() && due.getAsInt() <= year;
    }
}
