package uk.declared.web.template;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import uk.declared.ground.Json;
import uk.declared.web.page.Wording;
import uk.declared.web.template.TemplateView.Column;

/**
 * Reads the template's description (CSV on the Web: Metadata Vocabulary for Tabular Data), so that the page says what
 * the file says.
 */
final class TemplateReader {
    private final Wording wording;

    TemplateReader(Wording wording) {
        this.wording = wording;
    }

    TemplateView read(byte[] metadata) {
        JsonNode table = Json.PLAIN.readTree(metadata);
        List<Column> columns = table.path("tableSchema")
                .path("columns")
                .valueStream()
                .map(this::column)
                .toList();
        return new TemplateView(text(table.path("dc:description")), columns);
    }

    private Column column(JsonNode column) {
        String name = column.path("name").asString("");
        return new Column(
                name,
                title(column.path("titles")).orElse(name),
                text(column.path("dc:description")).orElse(""),
                type(column.path("datatype")),
                column.path("required").asBoolean(false));
    }

    /** The title that reads best is the last: the first in English is the heading itself. */
    private Optional<String> title(JsonNode titles) {
        return titles.path(wording.tag())
                .valueStream()
                .map(title -> title.asString(""))
                .reduce((first, second) -> second);
    }

    private Optional<String> text(JsonNode values) {
        return values.valueStream()
                .filter(value -> wording.tag().equals(value.path("@language").asString("")))
                .map(value -> value.path("@value").asString(""))
                .findFirst();
    }

    private static String type(JsonNode datatype) {
        return datatype.isObject()
                ? datatype.path("base").asString("string")
                        + Optional.of(datatype.path("format").asString(""))
                                .filter(format -> !format.isEmpty())
                                .map(format -> " " + format)
                                .orElse("")
                : datatype.asString("string");
    }
}
