package uk.declared.ground;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How JSON is read and written. The mappers are made once: they are safe for many threads and dear to make. */
public final class Json {
    /** One line. */
    public static final JsonMapper PLAIN = JsonMapper.builder().build();

    /** Indented, for files that people read. */
    public static final JsonMapper INDENTED =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Json() {}
}
