package uk.declared.submission;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A format that is a table with a row for every candidacy: it differs from another in its headings alone.
 *
 * @param name the name by which options know it
 * @param title the name that people read
 * @param headings its headings, in their order, and what they hold
 * @param required headings that it cannot do without
 * @param oneOf groups of headings of each of which at least one must be there
 * @param namesEveryColumn whether a file usually has all columns, so that one without some is worth a word
 * @param fixed what is so for every row, and stands in no column
 */
record TableFormat(
        String name,
        String title,
        Map<String, Column> headings,
        List<String> required,
        List<List<String>> oneOf,
        boolean namesEveryColumn,
        Map<Column, String> fixed) {
    /** The name of the format that adds figures to what was declared before. */
    static final String SUPPLEMENT = "supplement";

    /** A format all of whose values stand in the table. */
    TableFormat(
            String name,
            String title,
            Map<String, Column> headings,
            List<String> required,
            List<List<String>> oneOf,
            boolean namesEveryColumn) {
        this(name, title, headings, required, oneOf, namesEveryColumn, Map.of());
    }

    /** What a heading holds. Case, spaces and punctuation make no difference. */
    Optional<Column> column(String heading) {
        String wanted = Texts.plain(heading);
        return headings.entrySet().stream()
                .filter(entry -> Texts.plain(entry.getKey()).equals(wanted))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Whether its rows name their contests by Democracy Club's identifiers; its columns then stand in any order. */
    boolean namesBallots() {
        return headings.containsValue(Column.BALLOT_ID);
    }

    /** Whether its rows are contests that add figures to what was declared before. */
    boolean isSupplement() {
        return name.equals(SUPPLEMENT);
    }

    /** Whether it can hold the stages of a count. */
    boolean hasStages() {
        return headings.containsValue(Column.OUTCOME);
    }

    /** Whether its rows name their election by Democracy Club's identifier, and their contest by it and the area. */
    boolean namesElections() {
        return headings.containsValue(Column.ELECTION_ID) && !namesBallots();
    }

    /** How many of the format's headings stand among these. */
    long matches(Collection<String> found) {
        return found.stream()
                .filter(heading -> column(heading).isPresent())
                .distinct()
                .count();
    }

    /** The heading of the format for a column. */
    String headingOf(Column column) {
        return headings.entrySet().stream()
                .filter(entry -> entry.getValue() == column)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> column.name().toLowerCase(Locale.ROOT));
    }
}
