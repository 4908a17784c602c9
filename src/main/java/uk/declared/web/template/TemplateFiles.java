package uk.declared.web.template;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import uk.declared.format.Format;
import uk.declared.format.FormatColumn;
import uk.declared.ground.Json;

/** The template's files, made from the description of its format. */
final class TemplateFiles {
    static final String CSV = "declared-template.csv";
    static final String METADATA = CSV + "-metadata.json";

    /** What a file that is filled in has no columns for to tell its statements apart by. */
    private static final List<String> STATEMENTS = List.of("aboutUrl", "propertyUrl", "valueUrl");

    private TemplateFiles() {}

    /** The headings, and no rows. */
    static byte[] csv() {
        String headings =
                Format.TEMPLATE.sent().stream().map(FormatColumn::heading).collect(Collectors.joining(",", "", "\n"));
        return headings.getBytes(StandardCharsets.UTF_8);
    }

    /** What the columns are, for programs that check tables. */
    static byte[] metadata() {
        ObjectNode root = Format.TEMPLATE.described();
        ArrayNode columns = root.putObject("tableSchema").putArray("columns");
        for (FormatColumn column : Format.TEMPLATE.sent()) {
            ObjectNode described = column.published();
            described.remove(STATEMENTS);
            columns.add(described);
        }
        return Json.INDENTED.writeValueAsString(root).getBytes(StandardCharsets.UTF_8);
    }
}
