package uk.declared.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import uk.declared.ground.Json;
import uk.declared.ground.Shipped;

/**
 * A file that describes the columns of a kind of table (CSV on the Web: Metadata Vocabulary for Tabular Data). What is said of a
 * column once is not said again: a file that is based on another says of a column of the same name only what differs.
 *
 * @param root the file
 * @param columns all that is so of each column, what it takes from the other file included
 */
record FormatFile(ObjectNode root, List<ObjectNode> columns) {
    /** Names of what CSV on the Web has no words for. */
    static final String TERMS = "https://w3id.org/local-elections/format#";

    private static final String FOLDER = "declared/formats/";
    private static final String NAME = "name";
    private static final String VALUE_URL = "valueUrl";
    private static final String PROPERTY_URL = "propertyUrl";
    private static final String ABOUT_URL = "aboutUrl";

    /** What belongs to one kind of table alone, and is never taken from another. */
    private static final List<String> OWN = List.of("skos:hiddenLabel", TERMS + "keyed");

    /** In an order in which each stands after the one that it is based on. */
    private static final List<String> NAMES = List.of(
            "template",
            "supplement",
            "parts",
            "lga",
            "democracy-club",
            "stv-stages",
            "collected",
            "contests",
            "elections",
            "elections-of-party",
            "bodies",
            "stages");

    /** The files by their names. */
    static Map<String, FormatFile> all() {
        Map<String, FormatFile> all = new LinkedHashMap<>();
        for (String name : NAMES) {
            ObjectNode root = Json.PLAIN
                    .readTree(Shipped.bytes(FOLDER + name + ".csv-metadata.json"))
                    .asObject();
            String base = root.path(TERMS + "basedOn").asString("");
            List<ObjectNode> of = base.isEmpty()
                    ? List.of()
                    : Objects.requireNonNull(all.get(base), base).columns();
            List<ObjectNode> own = read(root, of);
            all.put(name, new FormatFile(root, root.has(TERMS + "without") ? joined(own, those(root, of)) : own));
        }
        return all;
    }

    /** The other file's columns about some things, without some of them. */
    private static List<ObjectNode> those(ObjectNode root, List<ObjectNode> base) {
        List<String> about = texts(root.path(TERMS + "about"));
        List<String> without = texts(root.path(TERMS + "without"));
        return base.stream()
                .filter(column -> about.stream().anyMatch(column.path(ABOUT_URL).asString("")::startsWith))
                .filter(column -> !without.contains(column.path(NAME).asString()))
                .toList();
    }

    /** All of another file's columns, or what the file itself says of them; those that it alone has stand first. */
    private static List<ObjectNode> joined(List<ObjectNode> own, List<ObjectNode> others) {
        Map<String, ObjectNode> all = new LinkedHashMap<>();
        Stream.of(own, others, own)
                .flatMap(List::stream)
                .forEach(column -> all.put(column.path(NAME).asString(), column));
        return List.copyOf(all.values());
    }

    private static List<ObjectNode> read(ObjectNode root, List<ObjectNode> base) {
        Map<String, ObjectNode> known = new LinkedHashMap<>();
        base.forEach(column -> known.put(column.path(NAME).asString(), column));
        JsonNode schema = root.path("tableSchema");
        List<ObjectNode> columns = new ArrayList<>();
        for (JsonNode said : schema.path("columns")) {
            ObjectNode column = said.deepCopy().asObject();
            ObjectNode other = known.get(said.path(NAME).asString());
            if (other != null) {
                inherit(column, other);
            }
            if (schema.has(ABOUT_URL)) {
                column.set(ABOUT_URL, schema.get(ABOUT_URL));
            }
            if (column.path("suppressOutput").asBoolean(false)) {
                column.remove(List.of(PROPERTY_URL, VALUE_URL));
            }
            columns.add(column);
        }
        return List.copyOf(columns);
    }

    /** A label comes with one in Welsh; where there is none, the titles are headings, and the labels are the other file's. */
    private static void inherit(ObjectNode column, ObjectNode other) {
        boolean ownValue = column.has(PROPERTY_URL);
        other.properties().forEach(entry -> {
            if (!column.has(entry.getKey())
                    && !OWN.contains(entry.getKey())
                    && !(ownValue && entry.getKey().equals(VALUE_URL))) {
                column.set(entry.getKey(), entry.getValue().deepCopy());
            }
        });
        ObjectNode titles = column.get("titles").asObject();
        if (!titles.has("cy")) {
            JsonNode english = other.at("/titles/en");
            titles.withArray("en").add(english.get(english.size() - 1).asString());
            titles.set("cy", other.at("/titles/cy").deepCopy());
        }
    }

    static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
