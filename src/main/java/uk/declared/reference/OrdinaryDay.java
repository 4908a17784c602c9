package uk.declared.reference;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** The ordinary day of local elections (Representation of the People Act 1983, section 37). */
public final class OrdinaryDay {
    private OrdinaryDay() {}

    /** The first Thursday in May of a year. An order of the Secretary of State may have fixed another day. */
    public static LocalDate of(int year) {
        return LocalDate.of(year, 5, 1).with(TemporalAdjusters.firstInMonth(DayOfWeek.THURSDAY));
    }
}
