package uk.declared.reference;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Map;
import uk.declared.ground.Shipped;

/** The ordinary day of local elections (Representation of the People Act 1983, sections 37 and 37A). */
public final class OrdinaryDay {
    private static final String TABLE = "/declared/ordinary-days.csv";
    private static final Map<Integer, LocalDate> MOVED = load();

    private OrdinaryDay() {}

    /**
     * The first Thursday in May of a year, or the day that an Act or an order put in its place: {@code
     * declared/ordinary-days.csv}. The elections of 2020 were held in 2021.
     */
    public static LocalDate of(int year) {
        LocalDate moved = MOVED.get(year);
        return moved != null
                ? moved
                : LocalDate.of(year, 5, 1).with(TemporalAdjusters.firstInMonth(DayOfWeek.THURSDAY));
    }

    private static Map<Integer, LocalDate> load() {
        Map<Integer, LocalDate> moved = new HashMap<>();
        Shipped.rows(OrdinaryDay.class, TABLE)
                .forEach(
                        row -> moved.put(Integer.parseInt(row.getField("year")), LocalDate.parse(row.getField("day"))));
        return Map.copyOf(moved);
    }
}
