package uk.declared.query;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How an answer is drawn: one bar for each row, beside the table.
 *
 * @param label the column that names a bar
 * @param value the column that says how long it is
 */
public record Chart(String label, String value) {
    private static final Pattern BARS = Pattern.compile("bar ([a-z_]+) ([a-z_]+)");

    /** Reads {@code bar LABEL VALUE}; absent where the text is not that. */
    static Optional<Chart> parse(String text) {
        Matcher matcher = BARS.matcher(text);
        return matcher.matches() ? Optional.of(new Chart(matcher.group(1), matcher.group(2))) : Optional.empty();
    }
}
