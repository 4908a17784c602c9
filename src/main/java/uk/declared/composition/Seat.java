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
    private static final int MONTHS_PUT_OFF = 10;

    static final Seat NOT_KNOWN =
            new Seat(Occupant.UNKNOWN, Optional.empty(), OptionalInt.empty(), OptionalInt.empty());

    /** The same seat with somebody else in it for the rest of the term. */
    Seat with(Occupant other) {
        return new Seat(other, elected, votes, due);
    }

    /** A seat that was up at a poll, of which it is not known who was elected. */
    static Seat awaiting(LocalDate poll) {
        return new Seat(Occupant.UNKNOWN, Optional.of(poll), OptionalInt.empty(), OptionalInt.empty());
    }

    /** Whether it may be what a poll fills that was put off: it was up within the months before, and is open since. */
    boolean awaits(LocalDate poll) {
        return occupant.equals(Occupant.UNKNOWN)
                && elected.filter(poll.minusMonths(MONTHS_PUT_OFF)::isBefore)
                        .filter(poll::isAfter)
                        .isPresent();
    }

    boolean isDue(int year) {
        return due.isPresent() && due.getAsInt() <= year;
    }
}
