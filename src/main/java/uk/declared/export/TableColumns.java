package uk.declared.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the columns of tables hold, as the Metadata Vocabulary for Tabular Data says it. Those of the template are described
 * beside it; here is added what they mean in our vocabulary.
 */
final class TableColumns {
    static final String ABOUT = "about";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TEMPLATE = "declared/template/declared-template.csv-metadata.json";
    private static final Pattern OF_STAGE = Pattern.compile("([a-z_]+)_(\\d+)");

    private final JsonNode described = JSON.readTree(ExportQueries.bytes("columns.json"));
    private final Map<String, JsonNode> template = new HashMap<>();

    TableColumns() {
        try (InputStream in =
                Objects.requireNonNull(TableColumns.class.getClassLoader().getResourceAsStream(TEMPLATE), TEMPLATE)) {
            JSON.readTree(in)
                    .at("/tableSchema/columns")
                    .forEach(column -> template.put(column.path("name").asString(), column));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The descriptions of columns, each with a further member that says what its values are about. */
    List<ObjectNode> of(String layout, List<String> headings) {
        return headings.stream().map(heading -> column(layout, heading)).toList();
    }

    private ObjectNode column(String layout, String heading) {
        JsonNode known = described.path(layout);
        if (known.isObject() && known.has(heading)) {
            // The columns that a table has beyond those of the template are described where all of them are.
            ObjectNode column = template.getOrDefault(heading, known.get(heading))
                    .deepCopy()
                    .asObject();
            known.get(heading).properties().forEach(entry -> column.set(entry.getKey(), entry.getValue()));
            return column;
        }
        for (JsonNode column : known) {
            if (column.path("name").asString("").equals(heading)) {
                return column.deepCopy().asObject();
            }
        }
        return ofStage(heading);
    }

    /** The columns of a stage are described once for all stages. */
    private ObjectNode ofStage(String heading) {
        Matcher name = OF_STAGE.matcher(heading);
        if (name.matches()) {
            for (JsonNode stage : described.path("stages")) {
                if (stage.path("name").asString("").equals(name.group(1))) {
                    return numbered(stage.deepCopy().asObject(), heading, name.group(2));
                }
            }
        }
        throw new IllegalStateException("Nothing describes the column " + heading);
    }

    private static ObjectNode numbered(ObjectNode stage, String heading, String number) {
        stage.put("name", heading);
        ObjectNode titles = stage.putObject("titles");
        titles.putArray("en").add(heading);
        ArrayNode welsh = titles.putArray("cy");
        welsh.add(heading.substring(0, heading.lastIndexOf('_')) + " " + number);
        return stage;
    }
}
