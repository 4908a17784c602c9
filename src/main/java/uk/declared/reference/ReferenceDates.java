package uk.declared.reference;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the days of reference data, each day as one object however often it occurs: {@code 04/05/2023} (day first),
 * {@code 2023-05-04}, {@code 2023/05/04}, each with or without a time behind it, and {@code /Date(1683154800000)/}, in
 * milliseconds.
 */
final class ReferenceDates {
    private static final Pattern BRITISH = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})(?:[ T].*)?");
    private static final Pattern ISO = Pattern.compile("(\\d{4})[/-](\\d{1,2})[/-](\\d{1,2})(?:[ T].*)?");
    private static final Pattern MILLISECONDS = Pattern.compile("/Date\\((-?\\d{1,15})(?:[+-]\\d{4})?\\)/");
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Map<String, Optional<LocalDate>> known = new HashMap<>();

    /**
     * The day in a cell; absent where the cell is empty.
     *
     * @throws UnreadableReferenceException where it holds something else
     */
    Optional<LocalDate> read(ReferenceTable.Row row, String column) throws UnreadableReferenceException {
        String text = row.text(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<LocalDate> day = known.computeIfAbsent(text, ReferenceDates::parse);
        if (day.isEmpty()) {
            throw row.refusal("“" + text + "” in the column " + column
                    + " is not a day. Write days as 31/12/2023 or 2023-12-31, or fetch the file again.");
        }
        return day;
    }

    static Optional<LocalDate> parse(String text) {
        try {
            Matcher british = BRITISH.matcher(text);
            if (british.matches()) {
                return Optional.of(day(british.group(3), british.group(2), british.group(1)));
            }
            Matcher iso = ISO.matcher(text);
            if (iso.matches()) {
                return Optional.of(day(iso.group(1), iso.group(2), iso.group(3)));
            }
            Matcher milliseconds = MILLISECONDS.matcher(text);
            return milliseconds.matches()
                    ? Optional.of(
                            LocalDate.ofInstant(Instant.ofEpochMilli(Long.parseLong(milliseconds.group(1))), LONDON))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LocalDate day(String year, String month, String day) {
        return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    }
}
