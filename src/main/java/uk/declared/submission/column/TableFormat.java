package uk.declared.submission.column;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.declared.format.Column;
import uk.declared.format.Format;
import uk.declared.format.FormatColumn;
import uk.declared.submission.text.Texts;

/**
 * A format that is a table with a row for every candidacy: it differs from another in its headings alone.
 *
 * @param name the name by which options know it
 * @param title the name that people read
 * @param headings its headings, in their order, and what they hold
 * @param required headings that it cannot do without
 * @param oneOf groups of headings of each of which at least one must be there
 * @param isCollected whether others than councils collect results in it
 * @param namesEveryColumn whether a file usually has all columns, so that one without some is worth a word
 * @param fixed what is so for every row, and stands in no column
 * @param translations what a column's values are read as, by the values without case and punctuation
 * @param plain what its headings hold, by the headings without case and punctuation
 */
public record TableFormat(
        String name,
        String title,
        Map<String, Column> headings,
        List<String> required,
        List<List<String>> oneOf,
        boolean isCollected,
        boolean namesEveryColumn,
        Map<Column, String> fixed,
        Map<Column, Map<String, String>> translations,
        Map<String, Column> plain) {
    /** The name of the format that adds figures to what was declared before. */
    static final String SUPPLEMENT = "supplement";

    TableFormat(
            String name,
            String title,
            Map<String, Column> headings,
            List<String> required,
            List<List<String>> oneOf,
            boolean isCollected,
            boolean namesEveryColumn,
            Map<Column, String> fixed,
            Map<Column, Map<String, String>> translations) {
        this(
                name,
                title,
                headings,
                required,
                oneOf,
                isCollected,
                namesEveryColumn,
                fixed,
                translations,
                withoutPunctuation(headings));
    }

    /** A format all of whose values stand in the table. */
    public TableFormat(
            String name,
            String title,
            Map<String, Column> headings,
            List<String> required,
            List<List<String>> oneOf,
            boolean namesEveryColumn) {
        this(name, title, headings, required, oneOf, false, namesEveryColumn, Map.of(), Map.of());
    }

    /** A format without a file that describes it, in which others than councils collect results. */
    public static TableFormat collected(String name, String title, Map<String, Column> headings) {
        return new TableFormat(name, title, headings, List.of(), List.of(), true, false, Map.of(), Map.of());
    }

    /** The format that a file describes. */
    static TableFormat of(Format format) {
        Map<String, Column> headings = new LinkedHashMap<>();
        Map<String, String> first = new HashMap<>();
        for (FormatColumn column : format.sent()) {
            column.headings()
                    .forEach(heading -> headings.put(heading, column.column().orElseThrow()));
            first.put(column.name(), column.heading());
        }
        List<List<String>> required = format.required().stream()
                .map(group -> group.stream().map(first::get).toList())
                .toList();
        return new TableFormat(
                format.id(),
                format.title(),
                headings,
                required.stream()
                        .filter(group -> group.size() == 1)
                        .flatMap(List::stream)
                        .toList(),
                required.stream().filter(group -> group.size() > 1).toList(),
                format.isCollected(),
                format.namesEveryColumn(),
                Map.of(),
                Map.of());
    }

    /** What a heading holds. Case, spaces and punctuation make no difference. */
    public Optional<Column> column(String heading) {
        return Optional.ofNullable(plain.get(Texts.plain(heading)));
    }

    /** Of two headings that differ in case and punctuation alone the first counts. */
    private static Map<String, Column> withoutPunctuation(Map<String, Column> headings) {
        Map<String, Column> plain = new HashMap<>();
        headings.forEach((heading, column) -> plain.putIfAbsent(Texts.plain(heading), column));
        return plain;
    }

    /**
     * What each of a table's headings holds. A mapping knows its headings letter for letter, and only where none is so
     * without case and punctuation, so that two headings that differ in case are two; all others know theirs without.
     */
    public List<Optional<Column>> columns(List<String> found) {
        List<String> numbered = isMapping() ? Headings.numbered(found) : found;
        return numbered.stream()
                .map(heading -> {
                    Optional<Column> exact = Optional.ofNullable(isMapping() ? headings.get(heading) : null);
                    return exact.or(
                            () -> column(heading).filter(column -> !isMapping() || isOnlyOne(heading, numbered)));
                })
                .toList();
    }

    private boolean isOnlyOne(String heading, List<String> found) {
        String wanted = Texts.plain(heading);
        return found.stream().noneMatch(headings::containsKey)
                || found.stream()
                                .filter(other -> Texts.plain(other).equals(wanted))
                                .count()
                        == 1;
    }

    /** Whether an officer made it for a council's own table. */
    public boolean isMapping() {
        return name.equals(ColumnMapping.NAME);
    }

    /** The same with other values for every row. */
    public TableFormat withFixed(Map<Column, String> other) {
        return new TableFormat(
                name, title, headings, required, oneOf, isCollected, namesEveryColumn, other, translations, plain);
    }

    /** Whether its rows name their contests by Democracy Club's identifiers; its columns then stand in any order. */
    public boolean namesBallots() {
        return headings.containsValue(Column.BALLOT_ID);
    }

    /** Whether its rows are contests that add figures to what was declared before. */
    public boolean isSupplement() {
        return name.equals(SUPPLEMENT);
    }

    /** Whether it can hold the stages of a count. */
    public boolean hasStages() {
        return headings.containsValue(Column.OUTCOME);
    }

    /** Whether its rows name their election by Democracy Club's identifier, and their contest by it and the area. */
    public boolean namesElections() {
        return headings.containsValue(Column.ELECTION_ID) && !namesBallots();
    }

    /** How many of the format's headings stand among these. */
    public long matches(Collection<String> found) {
        return columns(List.copyOf(found)).stream()
                .flatMap(Optional::stream)
                .distinct()
                .count();
    }

    /** The heading of the format for a column. */
    public String headingOf(Column column) {
        return headings.entrySet().stream()
                .filter(entry -> entry.getValue() == column)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(column::name);
    }
}
