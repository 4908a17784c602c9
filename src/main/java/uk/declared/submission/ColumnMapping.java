package uk.declared.submission;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a council's own table is read: which heading stands for which column of Declared's template, and what is so for every
 * row. Officers make one for the export of their election management system, and use it from then on.
 *
 * @param title what people call the table
 * @param council the slug of the council whose table it is, which then need not be said beside the file
 * @param columns the template's column of each heading that is read; other headings are passed over
 * @param values the value of each of the template's columns that is the same for all rows
 */
public record ColumnMapping(
        String title, Optional<String> council, Map<String, String> columns, Map<String, String> values) {
    /** The name of the format in options and reports. */
    static final String NAME = "mapping";

    /**
     * @throws IllegalArgumentException where a column is not the template's, stands twice, or too few are given to tell
     *     candidates and areas, with a sentence that says which
     */
    public ColumnMapping {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        Map<Column, String> said = new EnumMap<>(Column.class);
        columns.forEach((heading, column) -> requireNew(said, column, "the heading “" + heading + "”"));
        values.keySet().forEach(column -> requireNew(said, column, "the values"));
        require(said.containsKey(Column.AREA_NAME), "Nothing is mapped to area_name.");
        require(
                said.containsKey(Column.NAME_ON_BALLOT_PAPER) || said.containsKey(Column.FAMILY_NAME),
                "Nothing is mapped to name_on_ballot_paper or family_name.");
    }

    private static void requireNew(Map<Column, String> said, String column, String by) {
        Column known = TableFormats.TEMPLATE.headings().get(column);
        require(
                known != null,
                "“" + column + "”, given by " + by + ", is no column of the template"
                        + Likeliest.of(column, TableFormats.TEMPLATE.headings().keySet(), name -> name)
                                .map(likely -> "; did you mean " + likely + "?")
                                .orElse("."));
        String before = known == null ? "" : said.put(known, by);
        require(before == null, "“" + column + "” is given by " + by + " and by " + before + ".");
    }

    private static void require(boolean so, String fault) {
        if (!so) {
            throw new IllegalArgumentException(fault);
        }
    }

    /** The template's columns, in its order: what headings can be mapped to. */
    public static List<String> templateColumns() {
        return List.copyOf(TableFormats.TEMPLATE.headings().keySet());
    }

    /** The table that it describes. All its headings must be there: a table without one has been changed since. */
    TableFormat format() {
        Map<String, Column> headings = new LinkedHashMap<>();
        columns.forEach((heading, column) ->
                headings.put(heading, TableFormats.TEMPLATE.headings().get(column)));
        Map<Column, String> fixed = new EnumMap<>(Column.class);
        council.ifPresent(slug -> fixed.put(Column.COUNCIL, slug));
        values.forEach(
                (column, value) -> fixed.put(TableFormats.TEMPLATE.headings().get(column), value));
        if (headings.containsValue(Column.COUNCIL)) {
            fixed.remove(Column.COUNCIL);
        }
        return new TableFormat(
                NAME, title, headings, List.copyOf(columns.keySet()), List.of(), false, Map.copyOf(fixed));
    }
}
