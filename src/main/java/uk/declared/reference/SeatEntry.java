package uk.declared.reference;

import java.time.LocalDate;
import java.time.Year;
import java.util.Optional;
import uk.declared.election.GssCode;

/**
 * One row of a table of sitting councillors: a seat and who holds it, as the source says.
 *
 * @param number counted from 1 within the council
 * @param ward the name of the ward; empty where the source gives its code alone
 * @param member who holds the seat; absent where it is vacant
 * @param standing the notation of the code list {@code standing}
 * @param party the identifier at the Electoral Commission, or of two that stand together, where the source gives one
 * @param nextElection when the seat is next up
 */
record SeatEntry(
        int number,
        Optional<GssCode> code,
        String ward,
        Optional<String> member,
        String standing,
        Optional<String> party,
        Optional<String> partyName,
        Optional<NextElection> nextElection) {
    /** When a seat is next up: a year, or the very day. */
    record NextElection(Year year, Optional<LocalDate> day) {
        /** The earliest day that it can be: of a year, the day of its ordinary elections. */
        LocalDate earliest() {
            return day.orElseGet(() -> OrdinaryDay.of(year.getValue()));
        }
    }
}
