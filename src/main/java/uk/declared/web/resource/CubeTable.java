package uk.declared.web.resource;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import uk.declared.ground.Json;
import uk.declared.submission.text.SpreadsheetText;

/**
 * Writes a table of figures as CSV, a row a figure with its URI, and says in CSV on the Web which statements the columns make:
 * area, time and codes by their URIs, the figure itself.
 */
final class CubeTable {
    private static final String ONS = "http://statistics.data.gov.uk/id/statistical-geography/";

    private final Cube cube;

    CubeTable(Cube cube) {
        this.cube = cube;
    }

    byte[] csv() {
        StringWriter text = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            List<String> headings = new ArrayList<>(List.of("area", "period"));
            for (Cube.Dimension dimension : cube.dimensions()) {
                headings.add(dimension.name());
                headings.add(dimension.name() + "_code");
            }
            headings.addAll(List.of("unit", "value", "uri"));
            csv.writeRecord(headings);
            cube.rows().forEach(row -> csv.writeRecord(cells(row)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private List<String> cells(Cube.Row row) {
        List<String> cells = new ArrayList<>(List.of(row.area(), row.period()));
        for (int i = 0; i < cube.dimensions().size(); i++) {
            cells.add(SpreadsheetText.safe(cube.label(i, row)));
            cells.add(Cube.fragment(row.codes().get(i)));
        }
        cells.addAll(List.of(
                SpreadsheetText.safe(row.unit()), row.value(), row.observation().getURI()));
        return cells;
    }

    /**
     * The description of the table.
     *
     * @param file the table's name, seen from its description
     * @param title what the table is called
     */
    byte[] description(String file, String title) {
        ObjectNode root = Json.INDENTED.createObjectNode();
        ArrayNode context = root.putArray("@context");
        context.add("http://www.w3.org/ns/csvw");
        context.addObject().put("@language", "en");
        root.put("url", file);
        root.put("dc:title", title);
        root.putObject("dc:source").put("@id", cube.node().getURI());
        ObjectNode schema = root.putObject("tableSchema");
        schema.put("aboutUrl", "{+uri}");
        ArrayNode columns = schema.putArray("columns");
        column(columns, "area", "string", Cube.REF_AREA).put("valueUrl", ONS + "{area}");
        column(columns, "period", isDate() ? "date" : "string", Cube.REF_PERIOD);
        for (Cube.Dimension dimension : cube.dimensions()) {
            columns.addObject()
                    .put("name", variable(dimension.name()))
                    .put("titles", dimension.name())
                    .put("suppressOutput", true);
            String code = variable(dimension.name() + "_code");
            String start = dimension.codes().keySet().stream()
                    .findFirst()
                    .map(one -> one.getURI()
                            .substring(
                                    0,
                                    one.getURI().length() - Cube.fragment(one).length()))
                    .orElse("");
            column(
                            columns,
                            dimension.name() + "_code",
                            "string",
                            dimension.property().getURI())
                    .put("valueUrl", start + "{+" + code + "}");
        }
        columns.addObject().put("name", "unit").put("titles", "unit").put("suppressOutput", true);
        column(columns, "value", "number", Cube.OBS_VALUE);
        columns.addObject().put("name", "uri").put("titles", "uri").put("suppressOutput", true);
        virtual(columns, "dataSet", Cube.QB + "dataSet", cube.node().getURI());
        virtual(columns, "type", "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", Cube.QB + "Observation");
        return Json.INDENTED.writeValueAsString(root).getBytes(StandardCharsets.UTF_8);
    }

    private boolean isDate() {
        return cube.rows().stream().allMatch(row -> row.period().matches("\\d{4}-\\d\\d-\\d\\d"));
    }

    private static void virtual(ArrayNode columns, String name, String property, String value) {
        columns.addObject()
                .put("name", name)
                .put("virtual", true)
                .put("propertyUrl", property)
                .put("valueUrl", value);
    }

    private static ObjectNode column(ArrayNode columns, String title, String type, String property) {
        return columns.addObject()
                .put("name", variable(title))
                .put("titles", title)
                .put("datatype", type)
                .put("propertyUrl", property);
    }

    /** A name that URI templates take: without hyphens (RFC 6570, section 2.3). */
    private static String variable(String name) {
        return name.replaceAll("[^A-Za-z0-9_]", "_");
    }
}
