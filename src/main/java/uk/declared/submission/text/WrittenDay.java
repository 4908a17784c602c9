package uk.declared.submission.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as people and spreadsheets write them: “Thursday 7th May 2026”, “Dydd Iau 7 Mai 2026”, “7-May-26”, “May 7, 2026”, “07/05/26”. */
public final class WrittenDay {
    private static final List<String> ENGLISH = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");
    private static final List<String> WELSH = List.of(
            "ionawr",
            "chwefror",
            "mawrth",
            "ebrill",
            "mai",
            "mehefin",
            "gorffennaf",
            "awst",
            "medi",
            "hydref",
            "tachwedd",
            "rhagfyr");
    private static final int SHORTEST = 3;

    private static final Map<String, Integer> MONTHS = months();

    private static final Pattern DAY_FIRST = Pattern.compile(
            "(?:\\p{L}+,?\\s+){0,2}(\\d{1,2})(?:\\p{L}{1,3})?[\\s-]+(?:of\\s+)?(\\p{L}{3,})\\.?,?[\\s-]+(\\d{4}|\\d{2})");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("(?:\\p{L}+,\\s+)?(\\p{L}{3,})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})");
    private static final Pattern SHORT_YEAR = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{2})");

    private WrittenDay() {}

    /** The day that a text names; a year of two digits is one of this century. */
    public static Optional<LocalDate> parse(String text) {
        Matcher dayFirst = DAY_FIRST.matcher(text);
        if (dayFirst.matches()) {
            return day(year(dayFirst.group(3)), month(dayFirst.group(2)), dayFirst.group(1));
        }
        Matcher monthFirst = MONTH_FIRST.matcher(text);
        if (monthFirst.matches()) {
            return day(monthFirst.group(3), month(monthFirst.group(1)), monthFirst.group(2));
        }
        Matcher shortYear = SHORT_YEAR.matcher(text);
        return shortYear.matches()
                ? day(year(shortYear.group(3)), Integer.parseInt(shortYear.group(2)), shortYear.group(1))
                : Optional.empty();
    }

    private static String year(String digits) {
        return digits.length() == 2 ? "20" + digits : digits;
    }

    private static int month(String name) {
        return MONTHS.getOrDefault(name.toLowerCase(Locale.ROOT), 0);
    }

    private static Optional<LocalDate> day(String year, int month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Names and their usual short forms; what could be two months is none. */
    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        for (List<String> names : List.of(WELSH, ENGLISH)) {
            for (int i = 0; i < names.size(); i++) {
                months.put(names.get(i), i + 1);
            }
        }
        for (int i = 0; i < ENGLISH.size(); i++) {
            months.put(ENGLISH.get(i).substring(0, SHORTEST), i + 1);
        }
        months.put("sept", 9);
        return Map.copyOf(months);
    }
}
