package uk.declared.web.template;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.declared.format.Format;

/** What the page of the template shows. */
record TemplateView(Optional<String> description, List<Column> columns) {
    /**
     * A column.
     *
     * @param type what its cells hold
     */
    record Column(String name, String title, String description, String type, boolean required) {}

    static TemplateView of(Format format, Locale language) {
        return new TemplateView(
                format.text("dc:description", language),
                format.sent().stream()
                        .map(column -> new Column(
                                column.heading(),
                                column.label(language),
                                column.text(language),
                                column.type(),
                                column.isRequired()))
                        .toList());
    }
}
