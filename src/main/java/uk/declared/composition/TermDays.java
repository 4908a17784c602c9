package uk.declared.composition;

import java.time.LocalDate;
import java.util.Optional;
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

    private final boolean scottish;

    TermDays(Optional<String> governs) {
        this.scottish = governs.filter(code -> code.startsWith("S")).isPresent();
    }

    LocalDate start(LocalDate polling) {
        return polling.plusDays(DAYS);
    }

    /** Whether the law names that day. */
    boolean startIsLaw() {
        return !scottish;
    }

    /** The last day of a term that ends with the ordinary election of a year. */
    static LocalDate end(int year) {
        return OrdinaryDay.of(year).plusDays(DAYS);
    }
}
