package uk.declared.web.template;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.declared.format.Format;
import uk.declared.format.FormatColumn;

/**
 * What the page of the template shows.
 *
 * @param countingAreas the columns that are added where votes are declared by counting area too
 */
record TemplateView(Optional<String> description, List<Column> columns, List<Column> countingAreas) {
    /**
     * A column.
     *
     * @param type what its cells hold
     */
    record Column(String name, String title, String description, String type, boolean required) {}

    static TemplateView of(Locale language) {
        return new TemplateView(
                Format.TEMPLATE.text("dc:description", language),
                Format.TEMPLATE.sent().stream()
                        .map(column -> column(column, language))
                        .toList(),
                Format.PARTS.sent().stream()
                        .filter(column -> column.heading().startsWith("counting_area"))
                        .map(column -> column(column, language))
                        .toList());
    }

    private static Column column(FormatColumn column, Locale language) {
        return new Column(
                column.heading(), column.label(language), column.text(language), column.type(), column.isRequired());
    }
}
