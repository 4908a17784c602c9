package uk.declared.web.sparql;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a query string or of a form, in strict UTF-8. The container's own reading puts question marks in the place of
 * what it cannot read, and a query is answered only as it was meant.
 */
final class FormFields {
    private static final int MOST_FIELDS = 200;

    private final Map<String, List<String>> fields = new LinkedHashMap<>();

    private FormFields() {}

    /**
     * Reads texts of the type {@code application/x-www-form-urlencoded}.
     *
     * @throws QueryRefusedException where they are not UTF-8, or have more fields than any query needs
     */
    static FormFields of(String... texts) {
        FormFields read = new FormFields();
        int count = 0;
        for (String text : texts) {
            for (String field : text.split("&")) {
                if (field.isEmpty()) {
                    continue;
                }
                if (++count > MOST_FIELDS) {
                    throw new QueryRefusedException(Refusal.TOO_MANY_FIELDS, MOST_FIELDS);
                }
                int equals = field.indexOf('=');
                String name = decoded(equals < 0 ? field : field.substring(0, equals));
                String value = equals < 0 ? "" : decoded(field.substring(equals + 1));
                read.fields.computeIfAbsent(name, first -> new ArrayList<>()).add(value);
            }
        }
        return read;
    }

    /** The values of a field, in their order. */
    List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /** The first value of a field. */
    Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    private static String decoded(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '+') {
                bytes.write(' ');
            } else if (c == '%') {
                bytes.write(hexadecimal(text, i + 1) << 4 | hexadecimal(text, i + 2));
                i += 2;
            } else if (c <= 0xFF) {
                bytes.write(c);
            } else {
                throw new QueryRefusedException(Refusal.NOT_UTF8);
            }
        }
        return utf8(bytes.toByteArray());
    }

    private static int hexadecimal(String text, int at) {
        int digit = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
        if (digit < 0) {
            throw new QueryRefusedException(Refusal.NOT_UTF8);
        }
        return digit;
    }

    /** @throws QueryRefusedException where the bytes are not UTF-8 */
    static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new QueryRefusedException(Refusal.NOT_UTF8);
        }
    }
}
