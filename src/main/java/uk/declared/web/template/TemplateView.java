package uk.declared.web.template;

import java.util.List;
import java.util.Optional;

/** What the page of the template shows. */
record TemplateView(Optional<String> description, List<Column> columns) {
    /**
     * A column.
     *
     * @param type what its cells hold
     */
    record Column(String name, String title, String description, String type, boolean required) {}
}
