package uk.declared.format;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A kind of table, as its file under {@code declared/formats} describes it.
 *
 * @param id the name by which options and addresses know it
 * @param title the name that messages use
 * @param columns its columns in their order, those among them that only what is handed out has
 * @param required the names of groups of columns, of each of which a table needs one at least
 * @param namesEveryColumn whether a table usually has all columns, so that one without some is worth a word
 * @param isCollected whether others than councils collect results in it
 */
public record Format(
        String id,
        String title,
        List<FormatColumn> columns,
        List<List<String>> required,
        boolean namesEveryColumn,
        boolean isCollected) {
    /** Those whose rows are candidacies, or add to contests. */
    static final List<String> OF_CANDIDACIES =
            List.of("template", "supplement", "lga", "democracy-club", "stv-stages", "collected", "parts");

    private static final Map<String, FormatFile> FILES = FormatFile.all();

    /** Declared's own template. */
    public static final Format TEMPLATE = of("template");

    /** The template with the votes of counting areas beside the whole. */
    public static final Format PARTS = of("parts");

    /** The columns of a stage of a count, whose headings end in its number. */
    public static final Format STAGES = of("stages");

    /** The format of a name. */
    public static Format of(String id) {
        FormatFile file = Objects.requireNonNull(FILES.get(id), id);
        ObjectNode root = file.root();
        return new Format(
                id,
                root.path("dc:alternative").asString(""),
                file.columns().stream().map(FormatColumn::new).toList(),
                required(file),
                root.path(FormatFile.TERMS + "everyColumn").asBoolean(false),
                root.path(FormatFile.TERMS + "collected").asBoolean(false));
    }

    /** The format of a name, where a file describes it. */
    public static Optional<Format> find(String id) {
        return FILES.containsKey(id) ? Optional.of(of(id)) : Optional.empty();
    }

    private static List<List<String>> required(FormatFile file) {
        List<List<String>> required = FormatFile.texts(file.root().path(FormatFile.TERMS + "requires")).stream()
                .map(group -> List.of(group.split("\\|")))
                .collect(Collectors.toList());
        if (file.root().path(FormatFile.TERMS + "requiresFigure").asBoolean(false)) {
            required.add(file.columns().stream()
                    .map(FormatColumn::new)
                    .filter(FormatColumn::isFigure)
                    .map(FormatColumn::name)
                    .toList());
        }
        return List.copyOf(required);
    }

    /** The columns that are read. */
    public List<FormatColumn> sent() {
        return columns.stream().filter(column -> !column.isVirtual()).toList();
    }

    /** The column that a table has under this heading. */
    public Optional<FormatColumn> ofHeading(String heading) {
        return columns.stream()
                .filter(column -> column.heading().equals(heading))
                .findFirst();
    }

    /** What is said of the whole in a language. */
    public Optional<String> text(String property, Locale language) {
        return text(Objects.requireNonNull(FILES.get(id), id).root().path(property), language);
    }

    /** The file's own statements about the table, without those about columns. */
    public ObjectNode described() {
        ObjectNode root = Objects.requireNonNull(FILES.get(id), id).root().deepCopy();
        root.remove(List.of("tableSchema"));
        root.propertyNames().stream()
                .filter(name -> name.startsWith(FormatFile.TERMS))
                .toList()
                .forEach(root::remove);
        return root;
    }

    static Optional<String> text(JsonNode texts, Locale language) {
        return texts.valueStream()
                .filter(text -> text.path("@language").asString("").equals(language.getLanguage()))
                .map(text -> text.path("@value").asString(""))
                .findFirst();
    }
}
