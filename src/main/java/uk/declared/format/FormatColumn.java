package uk.declared.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A column of a kind of table.
 *
 * @param described all that is said of it, in the terms of CSV on the Web
 */
public record FormatColumn(ObjectNode described) {
    /** What is said for the program alone. */
    private static final List<String> INTERNAL = List.of("virtual", "rdfs:seeAlso", "skos:hiddenLabel");

    public String name() {
        return described.path("name").asString();
    }

    /** What it holds, where the table's rows are candidacies. */
    public Optional<Column> column() {
        return Column.find(name());
    }

    /** Its headings, as tables have them: all titles but the last, which people read. */
    public List<String> headings() {
        List<String> titles = FormatFile.texts(described.at("/titles/en"));
        return titles.size() == 1 ? titles : titles.subList(0, titles.size() - 1);
    }

    /** The heading that we give it. */
    public String heading() {
        return headings().get(0);
    }

    /** Headings that other tables use for the same. */
    public List<String> usualHeadings() {
        return FormatFile.texts(described.path("skos:hiddenLabel"));
    }

    /** The title that people read. */
    public String label(Locale language) {
        List<String> titles = FormatFile.texts(described.path("titles").path(language.getLanguage()));
        return titles.isEmpty() ? heading() : titles.get(titles.size() - 1);
    }

    /** What it holds, in a sentence. */
    public String text(Locale language) {
        return Format.text(described.path("dc:description"), language).orElse("");
    }

    /** What the form calls it in which results are keyed; absent where the form does not ask for it. */
    public Optional<String> keyed(Locale language) {
        return Format.text(described.path(FormatFile.TERMS + "keyed"), language);
    }

    /** What the cells hold, in the words of CSV on the Web. */
    public String type() {
        JsonNode datatype = described.path("datatype");
        if (!datatype.isObject()) {
            return datatype.asString("string");
        }
        String format = datatype.path("format").asString("");
        return (datatype.path("base").asString("string") + " " + format).strip();
    }

    public boolean isRequired() {
        return described.path("required").asBoolean(false);
    }

    /** Whether what is handed out has it, and what is sent does not. */
    public boolean isVirtual() {
        return described.path("virtual").asBoolean(false);
    }

    /** Whether it holds a figure of a contest. */
    boolean isFigure() {
        return column().filter(column -> column.scope() == Column.Scope.CONTEST)
                .filter(column -> column.type() == Column.Type.INTEGER || column.type() == Column.Type.DECIMAL)
                .isPresent();
    }

    /** What a description that is handed out says of it, for readers to change. */
    public ObjectNode published() {
        ObjectNode copy = described.deepCopy();
        copy.remove(INTERNAL);
        copy.propertyNames().stream()
                .filter(property -> property.startsWith(FormatFile.TERMS))
                .toList()
                .forEach(copy::remove);
        List<String> headings = headings();
        if (headings.size() > 1) {
            // Readers take back the other headings; what is handed out has the first.
            JsonNode label = copy.at("/titles/en/" + headings.size());
            copy.at("/titles").asObject().putArray("en").add(heading()).add(label.asString());
        }
        return copy;
    }
}
