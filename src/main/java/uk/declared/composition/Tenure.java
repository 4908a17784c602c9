package uk.declared.composition;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How long somebody held a seat, as far as that is known.
 *
 * @param ward in which
 * @param seat its number within the ward, from 0, where it is known which it was
 * @param starts the first day of the term
 * @param heldOn a day on which it is known to have been held
 * @param due the year in which the seat is next up, as last known
 * @param ends the last day of the term
 * @param endedBy a day on which it is known to be over, where its last day is not
 * @param perhapsEndedBy a day on which it may be over: somebody took a seat of the ward, and it is not said which
 */
record Tenure(
        Occupant.Holder holder,
        Ward ward,
        OptionalInt seat,
        Optional<LocalDate> starts,
        Optional<LocalDate> heldOn,
        OptionalInt due,
        Optional<LocalDate> ends,
        Optional<LocalDate> endedBy,
        Optional<LocalDate> perhapsEndedBy) {
    static Tenure begun(Occupant.Holder holder, Ward ward, Optional<LocalDate> starts, Optional<LocalDate> heldOn) {
        return new Tenure(
                holder,
                ward,
                OptionalInt.empty(),
                starts,
                heldOn,
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    boolean isOver() {
        return ends.isPresent() || endedBy.isPresent();
    }

    Tenure by(Occupant.Holder known) {
        return new Tenure(known, ward, seat, starts, heldOn, due, ends, endedBy, perhapsEndedBy);
    }

    Tenure seenOn(LocalDate day) {
        return new Tenure(
                holder, ward, seat, starts, heldOn.or(() -> Optional.of(day)), due, ends, endedBy, Optional.empty());
    }

    Tenure in(OptionalInt number, OptionalInt year) {
        return new Tenure(holder, ward, number, starts, heldOn, year, ends, endedBy, perhapsEndedBy);
    }

    Tenure endsOn(LocalDate day) {
        return new Tenure(
                holder, ward, seat, starts, heldOn, due, Optional.of(day), Optional.empty(), Optional.empty());
    }

    Tenure overBy(LocalDate day) {
        return new Tenure(holder, ward, seat, starts, heldOn, due, ends, Optional.of(day), perhapsEndedBy);
    }

    Tenure perhapsOverBy(LocalDate day) {
        return new Tenure(
                holder, ward, seat, starts, heldOn, due, ends, endedBy, perhapsEndedBy.or(() -> Optional.of(day)));
    }
}
