package uk.declared.submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes mappings of columns as JSON: see docs/formats/mapping.md. */
public final class ColumnMappings {
    private static final long LARGEST = 1024L * 1024;
    private static final Set<String> KEYS = Set.of("title", "council", "columns", "values");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ColumnMappings() {}

    /**
     * Reads a mapping.
     *
     * @throws IOException where it cannot be read or is none, with a sentence that says why
     */
    public static ColumnMapping read(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException(file + " is larger than any mapping of columns.");
        }
        return read(Files.readString(file), file.getFileName().toString());
    }

    /** The same from a text; the name is used in what is said and as the title where there is none. */
    public static ColumnMapping read(String json, String name) throws IOException {
        try {
            JsonNode root = JSON.readTree(json);
            if (!root.isObject()) {
                throw new IOException(name + " is no JSON object.");
            }
            for (String key : root.propertyNames()) {
                if (!KEYS.contains(key)) {
                    throw new IOException(name + ": “" + key + "” is none of title, council, columns, values.");
                }
            }
            return new ColumnMapping(
                    root.path("title").asString(name),
                    Optional.of(root.path("council").asString("")).filter(slug -> !slug.isBlank()),
                    texts(root.path("columns"), name),
                    texts(root.path("values"), name));
        } catch (JacksonException e) {
            throw new IOException(name + " is not JSON: " + e.getOriginalMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new IOException(name + ": " + e.getMessage(), e);
        }
    }

    /** Headings that are mapped to nothing stand with an empty text, so that an officer sees that they are left out. */
    private static Map<String, String> texts(JsonNode object, String name) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            if (!entry.getValue().isValueNode()) {
                throw new IOException(name + ": “" + entry.getKey() + "” must be a text.");
            }
            String text = entry.getValue().asString("").strip();
            if (!text.isEmpty()) {
                texts.put(entry.getKey(), text);
            }
        }
        return texts;
    }

    /** Writes a mapping; headings that are left out can be named, so that nobody has to look them up. */
    public static String write(ColumnMapping mapping, Iterable<String> leftOut) {
        ObjectNode root = JSON.createObjectNode();
        root.put("title", mapping.title());
        mapping.council().ifPresent(slug -> root.put("council", slug));
        ObjectNode columns = root.putObject("columns");
        mapping.columns().forEach(columns::put);
        leftOut.forEach(heading -> columns.put(heading, ""));
        ObjectNode values = root.putObject("values");
        mapping.values().forEach(values::put);
        return JSON.writeValueAsString(root) + System.lineSeparator();
    }
}
