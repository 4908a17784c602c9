package uk.declared.submission.mapping;

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
import uk.declared.submission.column.ColumnMapping;

/** Reads and writes mappings of columns as JSON: see docs/formats/mapping.md. */
public final class ColumnMappings {
    private static final long LARGEST = 1024L * 1024;
    private static final Set<String> KEYS = Set.of("title", "council", "columns", "values", "translate");
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
                    throw new IOException(
                            name + ": “" + key + "” is none of title, council, columns, values, translate.");
                }
            }
            return new ColumnMapping(
                    root.path("title").asString(name),
                    Optional.of(root.path("council").asString("")).filter(slug -> !slug.isBlank()),
                    texts(root.path("columns"), name),
                    texts(root.path("values"), name),
                    translations(root.path("translate"), name));
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

    private static Map<String, Map<String, String>> translations(JsonNode object, String name) throws IOException {
        Map<String, Map<String, String>> translations = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            if (!entry.getValue().isObject()) {
                throw new IOException(name + ": “translate” holds an object for each column, such as"
                        + " {\"elected\": {\"Successful\": \"true\"}}.");
            }
            Map<String, String> of = texts(entry.getValue(), name);
            if (!of.isEmpty()) {
                translations.put(entry.getKey(), of);
            }
        }
        return translations;
    }

    /** Writes a mapping. */
    public static String write(ColumnMapping mapping) {
        return write(mapping.title(), mapping.council(), mapping.columns(), mapping.values(), mapping.translations());
    }

    /**
     * Writes what was found of a table, to be corrected and completed: headings that are not read and values that are still
     * needed stand with an empty text, so that nobody has to look them up.
     */
    public static String write(String title, Optional<String> council, ColumnSuggestions.Found found) {
        Map<String, String> columns = new LinkedHashMap<>();
        found.suggestions()
                .forEach(one -> columns.put(one.heading(), one.column().orElse("")));
        Map<String, String> values = new LinkedHashMap<>(found.values());
        found.missing().forEach(column -> values.put(column, ""));
        return write(title, council, columns, values, found.translations());
    }

    private static String write(
            String title,
            Optional<String> council,
            Map<String, String> columns,
            Map<String, String> values,
            Map<String, Map<String, String>> translations) {
        ObjectNode root = JSON.createObjectNode();
        root.put("title", title);
        council.ifPresent(slug -> root.put("council", slug));
        ObjectNode of = root.putObject("columns");
        columns.forEach(of::put);
        ObjectNode forAll = root.putObject("values");
        values.forEach(forAll::put);
        if (!translations.isEmpty()) {
            ObjectNode translate = root.putObject("translate");
            translations.forEach((column, words) -> {
                ObjectNode by = translate.putObject(column);
                words.forEach(by::put);
            });
        }
        return JSON.writeValueAsString(root) + System.lineSeparator();
    }
}
