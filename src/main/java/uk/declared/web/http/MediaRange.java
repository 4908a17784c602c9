package uk.declared.web.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One element of an Accept header (RFC 9110, section 12.5.1). Parameters other than the weight make a range more
 * specific but are not asked for: every representation here is the only one of its media type.
 *
 * @param type such as {@code text}, or {@code *}
 * @param subtype such as {@code turtle}, or {@code *}
 * @param parameters how many parameters it has besides the weight
 * @param quality its weight, from 0 to 1; 0 means not acceptable
 */
record MediaRange(String type, String subtype, int parameters, double quality) {
    /** The range that an element states; absent where it has not the form of one. */
    static Optional<MediaRange> parse(String element) {
        List<String> parts = HeaderText.split(element, ';');
        String[] types = parts.get(0).strip().toLowerCase(Locale.ROOT).split("/", -1);
        if (types.length != 2 || types[0].isEmpty() || types[1].isEmpty() || (any(types[0]) && !any(types[1]))) {
            return Optional.empty();
        }
        double quality = 1;
        int parameters = 0;
        for (String parameter : parts.subList(1, parts.size())) {
            String text = parameter.strip().toLowerCase(Locale.ROOT);
            if (text.startsWith("q=")) {
                Optional<Double> weight = HeaderText.weight(text.substring(2));
                if (weight.isEmpty()) {
                    return Optional.empty();
                }
                quality = weight.get();
            } else if (!text.isEmpty()) {
                parameters++;
            }
        }
        return Optional.of(new MediaRange(types[0], types[1], parameters, quality));
    }

    boolean matches(String otherType, String otherSubtype) {
        return any(type) || (type.equals(otherType) && (any(subtype) || subtype.equals(otherSubtype)));
    }

    /** The more specific of two ranges that match decides: {@code type/subtype;parameter} before all others. */
    int specificity() {
        if (any(type)) {
            return 0;
        }
        return any(subtype) ? 1 : 2 + parameters;
    }

    private static boolean any(String text) {
        return text.equals("*");
    }
}
