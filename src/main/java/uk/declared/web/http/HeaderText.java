package uk.declared.web.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes header fields apart. */
final class HeaderText {
    private HeaderText() {}

    /** The parts between separators, those inside quoted strings left whole (RFC 9110, section 5.6.4). */
    static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '\\' && i + 1 < text.length()) {
                part.append(c).append(text.charAt(++i));
            } else if (c == separator && !quoted) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                quoted ^= c == '"';
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    /** A weight from 0 to 1 (RFC 9110, section 12.4.2); absent where the text is not one. */
    static Optional<Double> weight(String text) {
        String stripped = text.strip();
        return stripped.matches("0(\\.\\d{0,3})?|1(\\.0{0,3})?")
                ? Optional.of(Double.valueOf(stripped.endsWith(".") ? stripped + "0" : stripped))
                : Optional.empty();
    }
}
