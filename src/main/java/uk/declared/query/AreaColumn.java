package uk.declared.query;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which area each row of an answer is about, and what a map of them shows.
 *
 * @param code the column with the area's GSS code
 * @param value the column that a map shows, a party's identifier or a number; absent where no map is drawn
 */
public record AreaColumn(String code, Optional<String> value) {
    private static final Pattern WORDS = Pattern.compile("([a-z_]+)(?: ([a-z_]+))?");

    /** Reads {@code CODE} or {@code CODE VALUE}; absent where the text is neither. */
    static Optional<AreaColumn> parse(String text) {
        Matcher matcher = WORDS.matcher(text);
        return matcher.matches()
                ? Optional.of(new AreaColumn(matcher.group(1), Optional.ofNullable(matcher.group(2))))
                : Optional.empty();
    }
}
