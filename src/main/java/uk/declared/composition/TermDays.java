package uk.declared.composition;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import uk.declared.reference.OrdinaryDay;

/**
 * When terms of office begin and end. Newly elected councillors come into office, and those before them retire, on the
 * fourth day after the ordinary day of election: in England by the Local Government Act 1972, section 7, and for London
 * boroughs Schedule 2, paragraph 6; in Wales by its section 26; in Northern Ireland by the Electoral Law Act (Northern
 * Ireland) 1962, section 11(2). The Acts name no day for by-elections; the same is taken. Of Scotland it is only taken that
 * councillors are in office by then.
 */
final class TermDays {
    private static final int DAYS = 4;

    private static final int YEARS = 4;

    private final Optional<String> governs;
    private final boolean scottish;

    TermDays(Optional<String> governs) {
        this.governs = governs;
        this.scottish = governs.filter(code -> code.startsWith("S")).isPresent();
    }

    LocalDate start(LocalDate polling) {
        return polling.plusDays(DAYS);
    }

    /** Whether the law names that day. */
    boolean startIsLaw() {
        return !scottish;
    }

    /**
     * Until when somebody sits for certain of whose seat it is not known when it is next up: until the next election of
     * the whole council where the law fixes the year; else for four years from the election of all (Local Government Act
     * 1972, section 7(3)) or from the own one; else until the next ordinary day of election, at which any seat may be up.
     *
     * @param known the last day on which the seat is known to be held: of the poll, or of a table
     * @param elected the polling day of the own ordinary election, or the last one of the whole council
     */
    LocalDate certainUntil(LocalDate known, Optional<LocalDate> elected) {
        OptionalInt fixed =
                CouncilKinds.shipped().nextElection(governs, known.getYear() - (isBeforePoll(known) ? 1 : 0));
        if (fixed.isPresent()) {
            return end(fixed.getAsInt());
        }
        return elected.map(day -> end(day.getYear() + YEARS))
                .filter(known::isBefore)
                .orElseGet(() -> end(isBeforePoll(known) ? known.getYear() : known.getYear() + 1));
    }

    private static boolean isBeforePoll(LocalDate day) {
        return day.isBefore(OrdinaryDay.of(day.getYear()));
    }

    /** The last day of a term that ends with the ordinary election of a year. */
    static LocalDate end(int year) {
        return OrdinaryDay.of(year).plusDays(DAYS);
    }
}
