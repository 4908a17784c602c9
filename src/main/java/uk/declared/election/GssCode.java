package uk.declared.election;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A nine-character code of a statistical geography, such as {@code E05000819}, from the coding system that the Office
 * for National Statistics keeps (Government Statistical Service, GSS). The first three characters name the kind of
 * area.
 */
public record GssCode(String value) implements Comparable<GssCode> {
    private static final Pattern FORM = Pattern.compile("[EJKLMNSW]\\d{8}");

    /** @throws IllegalArgumentException where the value has not the form of a code */
    public GssCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a GSS code: " + value);
        }
    }

    /** The code, where the text has the form of one. */
    public static Optional<GssCode> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new GssCode(text)) : Optional.empty();
    }

    /** The kind of area: the first three characters, such as {@code E05} for an English ward. */
    public String entity() {
        return value.substring(0, 3);
    }

    /** The nation that the code belongs to, where its letter tells. */
    public Optional<Nation> nation() {
        return switch (value.charAt(0)) {
            case 'E' -> Optional.of(Nation.ENGLAND);
            case 'W' -> Optional.of(Nation.WALES);
            case 'S' -> Optional.of(Nation.SCOTLAND);
            case 'N' -> Optional.of(Nation.NORTHERN_IRELAND);
            default -> Optional.empty();
        };
    }

    @Override
    public int compareTo(GssCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
