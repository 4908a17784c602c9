package uk.declared.query;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How an answer is drawn as a flow (a Sankey diagram): one band for each row.
 *
 * @param from the column that names where a band begins
 * @param to the column that names where it ends
 * @param value the column that says how wide it is
 */
public record Flow(String from, String to, String value) {
    private static final Pattern WORDS = Pattern.compile("([a-z_]+) ([a-z_]+) ([a-z_]+)");

    /** Reads {@code FROM TO VALUE}; absent where the text is not that. */
    static Optional<Flow> parse(String text) {
        Matcher matcher = WORDS.matcher(text);
        return matcher.matches()
                ? Optional.of(new Flow(matcher.group(1), matcher.group(2), matcher.group(3)))
                : Optional.empty();
    }
}
