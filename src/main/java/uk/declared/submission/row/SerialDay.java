package uk.declared.submission.row;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The day that a spreadsheet holds as the number of days since the end of 1899, from 2000 to 2099. */
public final class SerialDay {
    private static final int FIRST_SERIAL = 36_526;
    private static final int LAST_SERIAL = 73_050;
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
    private static final Pattern SERIAL = Pattern.compile("(\\d{5})(\\.0*)?");

    private SerialDay() {}

    /** The day, absent where the text is no such number. */
    public static Optional<LocalDate> parse(String text) {
        Matcher matcher = SERIAL.matcher(text);
        return matcher.matches()
                ? Optional.of(Integer.parseInt(matcher.group(1)))
                        .filter(days -> days >= FIRST_SERIAL && days <= LAST_SERIAL)
                        .map(EPOCH::plusDays)
                : Optional.empty();
    }
}
