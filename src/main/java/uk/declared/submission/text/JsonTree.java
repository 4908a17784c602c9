package uk.declared.submission.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A value of a JSON document as maps, lists and texts, and where it stands: numbers and truths are texts as they are written, and
 * nothing is absent.
 *
 * @param pointer its JSON pointer (RFC 6901)
 */
public record JsonTree(Object value, String pointer) {
    /** More than any contest has. */
    private static final int MOST_VALUES = 200_000;

    /** Reads the value that a parser stands before; empty where it is larger than any contest. */
    public static Optional<JsonTree> read(JsonParser parser, String pointer) {
        int[] left = {MOST_VALUES};
        Object value = value(parser, parser.currentToken(), left);
        return left[0] < 0 ? Optional.empty() : Optional.of(new JsonTree(value, pointer));
    }

    private static Object value(JsonParser parser, JsonToken token, int[] left) {
        if (--left[0] < 0) {
            parser.skipChildren();
            return "";
        }
        if (token == JsonToken.START_OBJECT) {
            Map<String, Object> members = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                members.put(name, value(parser, parser.nextToken(), left));
            }
            return members;
        }
        if (token == JsonToken.START_ARRAY) {
            List<Object> members = new ArrayList<>();
            for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
                members.add(value(parser, next, left));
            }
            return members;
        }
        return token == JsonToken.VALUE_NULL ? "" : parser.getString();
    }

    /** The member of a path, such as {@code membership/person/id}; one with nothing in it where there is none. */
    public JsonTree at(String path) {
        Object found = value;
        for (String name : path.split("/")) {
            found = found instanceof Map<?, ?> members && members.containsKey(name) ? members.get(name) : "";
        }
        return new JsonTree(found, pointer + "/" + path);
    }

    /** The first of these members that has something in it, else the first of all. */
    public JsonTree firstOf(String... paths) {
        for (String path : paths) {
            if (!at(path).isEmpty()) {
                return at(path);
            }
        }
        return at(paths[0]);
    }

    /** The members of a list. */
    public List<JsonTree> members() {
        List<JsonTree> members = new ArrayList<>();
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                members.add(new JsonTree(list.get(i), pointer + "/" + i));
            }
        }
        return members;
    }

    /** Its text; empty for what is none. */
    public String text() {
        return value instanceof String text ? Texts.clean(text) : "";
    }

    public boolean isEmpty() {
        return value instanceof String text && text.isEmpty();
    }
}
