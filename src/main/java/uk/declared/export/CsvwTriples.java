package uk.declared.export;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns a table into triples by its CSV on the Web description alone, as anybody's converter does (Generating RDF from Tabular Data on
 * the Web, section 4): each cell that is not blank says something of what {@code aboutUrl} names; in standard mode the table and its rows are
 * described too. What such
 * descriptions use is understood: {@code aboutUrl}, {@code propertyUrl}, {@code valueUrl}, datatypes, {@code suppressOutput}, virtual
 * columns, and titles by which columns are found. Cells that hold lists, foreign keys and several tables are not.
 */
public final class CsvwTriples {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\+?)([A-Za-z0-9_]+)\\}");
    private static final Map<String, XSDDatatype> DATATYPES = Map.ofEntries(
            Map.entry("string", XSDDatatype.XSDstring),
            Map.entry("integer", XSDDatatype.XSDinteger),
            Map.entry("decimal", XSDDatatype.XSDdecimal),
            Map.entry("number", XSDDatatype.XSDdouble),
            Map.entry("double", XSDDatatype.XSDdouble),
            Map.entry("boolean", XSDDatatype.XSDboolean),
            Map.entry("date", XSDDatatype.XSDdate),
            Map.entry("datetime", XSDDatatype.XSDdateTime),
            Map.entry("dateTime", XSDDatatype.XSDdateTime),
            Map.entry("gYear", XSDDatatype.XSDgYear),
            Map.entry("anyURI", XSDDatatype.XSDanyURI));

    private final List<Column> columns = new ArrayList<>();
    private final URI address;

    /** @param address of the table, which what it leaves relative is resolved against */
    private CsvwTriples(JsonNode metadata, URI address) {
        this.address = address;
        JsonNode schema = metadata.path("tableSchema");
        for (JsonNode column : schema.path("columns")) {
            columns.add(Column.of(column, schema));
        }
    }

    /** @param title the heading by which the column is found; that of a virtual column is empty */
    private record Column(
            String name,
            String title,
            String about,
            String property,
            String value,
            String datatype,
            String format,
            boolean suppressed) {
        private static Column of(JsonNode column, JsonNode schema) {
            JsonNode titles = column.path("titles");
            JsonNode first = titles.isObject() ? titles.path("en") : titles;
            JsonNode title = first.isArray() ? first.path(0) : first;
            JsonNode type = column.path("datatype");
            String name = column.path("name").asString("");
            return new Column(
                    name,
                    column.path("virtual").asBoolean(false) ? "" : title.asString(name),
                    column.path("aboutUrl").asString(schema.path("aboutUrl").asString("")),
                    column.path("propertyUrl").asString("#" + name),
                    column.path("valueUrl").asString(""),
                    type.isObject() ? type.path("base").asString("string") : type.asString("string"),
                    type.path("format").asString(""),
                    column.path("suppressOutput").asBoolean(false));
        }
    }

    /**
     * Reads a table.
     *
     * @param table in UTF-8, a row of headings first; not closed
     * @param metadata its description
     * @param address of the table
     * @param consumer gets each triple, row by row
     * @throws IOException where the table cannot be read, or lacks a column that the description has
     */
    public static void read(Reader table, InputStream metadata, URI address, Consumer<Triple> consumer)
            throws IOException {
        JsonNode description = description(metadata);
        CsvwTriples triples = new CsvwTriples(description, address);
        int row = 0;
        for (NamedCsvRecord record : CsvReader.builder().ofNamedCsvRecord(table)) {
            triples.row(record, ++row, consumer);
        }
    }

    /**
     * Reads a table in standard mode: the table and its rows are described beside what the cells say.
     *
     * @param table in UTF-8, a row of headings first; not closed
     * @param metadata its description
     * @param address of the table
     * @param consumer gets each triple, row by row
     * @throws IOException where the table cannot be read, or lacks a column that the description has
     */
    public static void readStandard(Reader table, InputStream metadata, URI address, Consumer<Triple> consumer)
            throws IOException {
        JsonNode description = description(metadata);
        CsvwTriples triples = new CsvwTriples(description, address);
        CsvwRows rows = new CsvwRows(description, address, consumer);
        int row = 0;
        for (NamedCsvRecord record : CsvReader.builder().ofNamedCsvRecord(table)) {
            triples.row(record, ++row, rows);
            rows.end(row, row + 1);
        }
    }

    private static JsonNode description(InputStream metadata) throws IOException {
        return JSON.readTree(new String(metadata.readAllBytes(), StandardCharsets.UTF_8));
    }

    private void row(NamedCsvRecord record, int row, Consumer<Triple> consumer) throws IOException {
        Map<String, String> cells = new HashMap<>();
        cells.put("_row", Integer.toString(row));
        cells.put("_sourceRow", Integer.toString(row + 1));
        for (Column column : columns) {
            if (!column.title().isEmpty()) {
                cells.put(
                        column.name(),
                        record.findField(column.title())
                                .orElseThrow(() -> new IOException("The table has no column “" + column.title()
                                        + "”, which its description names.")));
            }
        }
        for (Column column : columns) {
            String cell = column.title().isEmpty() ? "virtual" : cells.getOrDefault(column.name(), "");
            if (!cell.isEmpty() && !column.suppressed()) {
                consumer.accept(Triple.create(
                        uri(column.about(), cells), uri(column.property(), cells), value(column, cell, cells)));
            }
        }
    }

    private Node value(Column column, String cell, Map<String, String> cells) {
        if (!column.value().isEmpty()) {
            return uri(column.value(), cells);
        }
        String text = column.datatype().equals("boolean") && !column.format().isEmpty()
                ? Boolean.toString(cell.equals(column.format().split("\\|", 2)[0]))
                : cell;
        return NodeFactory.createLiteralDT(text, DATATYPES.getOrDefault(column.datatype(), XSDDatatype.XSDstring));
    }

    /** A template filled in (RFC 6570): with {@code +} as it is, else with what URIs reserve in percent signs. */
    private Node uri(String template, Map<String, String> cells) {
        String filled = VARIABLE.matcher(template).replaceAll(found -> {
            String cell = cells.getOrDefault(found.group(2), "");
            return Matcher.quoteReplacement(found.group(1).isEmpty() ? encoded(cell) : cell);
        });
        return NodeFactory.createURI(
                filled.matches("[a-zA-Z][a-zA-Z0-9+.-]*:.*")
                        ? filled
                        : address.resolve(filled.isEmpty() ? "#" : filled).toString());
    }

    private static String encoded(String cell) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : cell.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0);
            encoded.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
        }
        return encoded.toString();
    }
}
