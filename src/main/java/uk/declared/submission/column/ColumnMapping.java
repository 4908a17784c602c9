package uk.declared.submission.column;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import uk.declared.format.Column;
import uk.declared.submission.text.Likeliest;
import uk.declared.submission.text.Texts;

/**
 * How a council's own table is read: which heading stands for which column of Declared's template, and what is so for every
 * row. Officers make one for the export of their election management system, and use it from then on.
 *
 * @param title what people call the table
 * @param council the slug of the council whose table it is, which then need not be said beside the file
 * @param columns the template's column of each heading that is read; other headings are passed over
 * @param values the value of each of the template's columns that is the same for all rows; {@link #SHEET} and {@link #ABOVE}
 *     stand for what differs from one part of the file to another
 * @param translations by the template's columns, what each of the council's own values is read as
 */
public record ColumnMapping(
        String title,
        Optional<String> council,
        Map<String, String> columns,
        Map<String, String> values,
        Map<String, Map<String, String>> translations) {
    /** A value that stands for the name of the sheet that a row is on. */
    public static final String SHEET = "{sheet}";

    /** A value that stands for the text that stands alone on a row above. */
    public static final String ABOVE = "{above}";

    /** The name of the format in options and reports. */
    static final String NAME = "mapping";

    /** A mapping that translates nothing. */
    public ColumnMapping(
            String title, Optional<String> council, Map<String, String> columns, Map<String, String> values) {
        this(title, council, columns, values, Map.of());
    }

    /**
     * @throws IllegalArgumentException where a column is not the template's, stands twice, or too few are given to tell
     *     candidates and areas, with a sentence that says which
     */
    public ColumnMapping {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        Map<String, Map<String, String>> copies = new LinkedHashMap<>();
        translations.forEach((column, of) -> {
            require(
                    TableFormats.TEMPLATE.headings().containsKey(column),
                    "“" + column + "”, whose values are translated, is no column of the template.");
            copies.put(column, Collections.unmodifiableMap(new LinkedHashMap<>(of)));
        });
        translations = Collections.unmodifiableMap(copies);
        Map<Column, String> said = new TreeMap<>();
        columns.forEach((heading, column) -> requireNew(said, column, "the heading “" + heading + "”"));
        values.keySet().forEach(column -> requireNew(said, column, "the values"));
        require(said.containsKey(Column.AREA_NAME), "Nothing is mapped to area_name.");
        require(
                said.containsKey(Column.NAME_ON_BALLOT_PAPER) || said.containsKey(Column.FAMILY_NAME),
                "Nothing is mapped to name_on_ballot_paper or family_name.");
    }

    /** How values are compared: signs such as {@code *} count, case and spaces do not. */
    public static String key(String value) {
        String plain = Texts.plain(value);
        return plain.isEmpty() ? value.strip() : plain;
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
    public TableFormat format() {
        Map<String, Column> headings = new LinkedHashMap<>();
        columns.forEach((heading, column) ->
                headings.put(heading, TableFormats.TEMPLATE.headings().get(column)));
        Map<Column, String> fixed = new TreeMap<>();
        council.ifPresent(slug -> fixed.put(Column.COUNCIL, slug));
        values.forEach(
                (column, value) -> fixed.put(TableFormats.TEMPLATE.headings().get(column), value));
        if (headings.containsValue(Column.COUNCIL)) {
            fixed.remove(Column.COUNCIL);
        }
        return new TableFormat(
                NAME,
                title,
                headings,
                List.copyOf(columns.keySet()),
                List.of(),
                false,
                false,
                Map.copyOf(fixed),
                read());
    }

    private Map<Column, Map<String, String>> read() {
        Map<Column, Map<String, String>> read = new TreeMap<>();
        translations.forEach((column, of) -> {
            Map<String, String> byKey = new LinkedHashMap<>();
            of.forEach((from, to) -> byKey.put(key(from), to));
            read.put(TableFormats.TEMPLATE.headings().get(column), byKey);
        });
        return read;
    }
}
