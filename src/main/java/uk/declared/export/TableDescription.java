package uk.declared.export;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import uk.declared.format.Column;
import uk.declared.format.Format;
import uk.declared.format.FormatColumn;
import uk.declared.linkeddata.RightsStatements;
import uk.declared.linkeddata.Uris;

/**
 * Describes a table for programs (CSV on the Web: Metadata Vocabulary for Tabular Data): what each column is called, what it
 * holds, and which statement of the vocabulary it makes about what.
 */
public final class TableDescription {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final String CONTEST = "{+contest_uri}";
    private static final String PART = "{+part_uri}";
    private static final String LISTS = "{+uri}";
    private static final String CANDIDACY = "{+candidacy_uri}";
    private static final String ROW = "#row={_row}";
    private static final Pattern OF_STAGE = Pattern.compile("([a-z_]+)_(\\d+)");

    /** How a table of many contests tells them apart, where it has no column for their URIs. */
    private static final Map<String, String> CONTESTS = Map.of(
            CsvLayout.TEMPLATE.id(),
            CONTEST,
            CsvLayout.LGA.id(),
            "#contest={elected_body_name},{polling_date},{area_code},{area_name},{election_type}");

    private final String base;

    /** @param base where the deployment's URIs begin, without a slash at the end */
    public TableDescription(String base) {
        this.base = base;
    }

    /**
     * A table.
     *
     * @param url where it is, relative to its description
     * @param source the URI of what it is the table of
     * @param licences that its rows are under
     * @param unlicensed whether no licence is known of some of them
     * @param contest the URI of the only contest that it is about
     * @param layout the name under which the columns are described
     */
    public record Table(
            String url,
            String title,
            String source,
            List<String> licences,
            boolean unlicensed,
            Optional<String> contest,
            String layout,
            List<String> headings) {}

    /** The description, in UTF-8. */
    public byte[] write(Table table) {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode context = root.putArray("@context");
        context.add("http://www.w3.org/ns/csvw");
        context.addObject().put("@language", "en");
        root.put("url", table.url());
        root.put("dc:title", table.title());
        root.putObject("dc:source").put("@id", table.source());
        rights(table, root);
        ArrayNode notes = root.putArray("dc:description");
        note(
                notes,
                "en",
                "A blank cell says nothing; it does not mean 0. A text that a spreadsheet would take for a formula"
                        + " has an apostrophe before it.");
        note(
                notes,
                "cy",
                "Nid yw cell wag yn dweud dim; nid yw’n golygu 0. Mae collnod o flaen testun y byddai taenlen yn ei"
                        + " gymryd am fformiwla.");
        root.putObject("dialect").put("encoding", "utf-8").put("delimiter", ",").put("header", true);
        ArrayNode described = root.putObject("tableSchema").putArray("columns");
        Format format = Format.of(table.layout());
        for (String heading : table.headings()) {
            ObjectNode column =
                    format.ofHeading(heading).map(FormatColumn::published).orElseGet(() -> ofStage(heading));
            column.put("aboutUrl", about(heading, column.path("aboutUrl").asString(), table));
            if (column.path("valueUrl").asString("").startsWith("/")) {
                column.put("valueUrl", base + column.path("valueUrl").asString());
            }
            if (!column.has("propertyUrl")) {
                // What the vocabulary has no word for, or says otherwise, would else become a statement of the table's
                // own.
                column.put("suppressOutput", true);
            }
            described.add(column);
        }
        return JSON.writeValueAsString(root).getBytes(StandardCharsets.UTF_8);
    }

    /** One licence as an object, several as a list; and that none is known, where that is so. */
    private static void rights(Table table, ObjectNode root) {
        if (table.licences().size() == 1) {
            root.putObject("dc:license").put("@id", table.licences().get(0));
        } else if (!table.licences().isEmpty()) {
            ArrayNode licences = root.putArray("dc:license");
            table.licences().forEach(licence -> licences.addObject().put("@id", licence));
        }
        if (table.unlicensed()) {
            root.putObject("dc:rights").put("@id", RightsStatements.NOT_EVALUATED.getURI());
        }
    }

    /** A part of a contest, such as a rejection, is named below it. */
    private String about(String heading, String what, Table table) {
        if (table.layout().equals(CsvLayout.PARTS.id())) {
            boolean ofPart = Format.of(table.layout())
                    .ofHeading(heading)
                    .flatMap(FormatColumn::column)
                    .filter(Column::isOfAccount)
                    .isPresent();
            return ofPart ? what.replace(CONTEST, PART) : what;
        }
        if (what.startsWith(CONTEST)) {
            String contest = table.contest()
                    .orElseGet(() -> CONTESTS.getOrDefault(table.layout(), base + Uris.THINGS + "contest/{ballot_id}"));
            return contest + what.substring(CONTEST.length());
        }
        if (what.equals(LISTS)) {
            return LISTS;
        }
        return table.layout().equals(CsvLayout.TEMPLATE.id()) ? CANDIDACY : ROW;
    }

    /** The columns of a stage are described once for all stages. */
    private static ObjectNode ofStage(String heading) {
        Matcher name = OF_STAGE.matcher(heading);
        if (!name.matches()) {
            throw new IllegalStateException("Nothing describes the column " + heading);
        }
        ObjectNode stage = Format.STAGES.ofHeading(name.group(1)).orElseThrow().published();
        stage.put("name", heading);
        ObjectNode titles = stage.putObject("titles");
        titles.putArray("en").add(heading);
        titles.putArray("cy").add(heading).add(name.group(1) + " " + name.group(2));
        return stage;
    }

    private static void note(ArrayNode notes, String language, String text) {
        notes.addObject().put("@value", text).put("@language", language);
    }
}
