package uk.declared.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import uk.declared.election.Distance;
import uk.declared.ground.Shipped;

/**
 * Which columns a table of sitting councillors has, by the shipped list of headings {@code
 * declared/composition-columns.csv}: in any order, whatever their case, spaces and punctuation, and with the year that
 * official headings such as {@code WD25CD} have.
 */
final class CompositionColumns {
    private static final String LIST = "/declared/composition-columns.csv";
    private static final Pattern YEAR_IN_HEADING = Pattern.compile("^(wd|lad)\\d{2}(cd|nm)$");
    private static final Map<String, Column> KNOWN = load();

    /** What a column holds. */
    enum Column {
        COUNCIL("Council"),
        COUNCIL_CODE("Council Code"),
        WARD("Ward Name"),
        WARD_CODE("Ward Code"),
        NAME("Councillor Name"),
        FAMILY_NAME("Surname"),
        GIVEN_NAME("Forenames"),
        PARTY("Party Name"),
        PARTY_ID("Electoral Commission Party Code"),
        NEXT_ELECTION("Next Election"),
        AS_AT("As At");

        /** The heading that a refusal asks for. */
        private final String usual;

        Column(String usual) {
            this.usual = usual;
        }
    }

    private final Map<Column, String> columns;
    private final List<String> unknown;

    private CompositionColumns(Map<Column, String> columns, List<String> unknown) {
        this.columns = columns;
        this.unknown = List.copyOf(unknown);
    }

    /** Whether a table can be one of sitting councillors, whole or not. */
    static boolean recognises(ReferenceTable table) {
        return table.headings().stream().anyMatch(heading -> column(heading).isPresent());
    }

    /**
     * The columns of a table.
     *
     * @throws UnreadableReferenceException where one that is needed is not there, or stands twice
     */
    static CompositionColumns of(ReferenceTable table) throws UnreadableReferenceException {
        Map<Column, String> columns = new EnumMap<>(Column.class);
        List<String> unknown = new ArrayList<>();
        for (int i = 0; i < table.headings().size(); i++) {
            String heading = table.headings().get(i);
            String original = table.originals().get(i);
            Optional<Column> column = column(heading);
            if (column.isEmpty()) {
                unknown.add(original);
            } else if (columns.putIfAbsent(column.get(), heading) != null) {
                throw new UnreadableReferenceException(table.part().label() + ": the column “" + original
                        + "” says what another column says too. Take one of them out, or give it another heading.");
            }
        }
        CompositionColumns found = new CompositionColumns(columns, unknown);
        found.require(table, Column.COUNCIL, Column.COUNCIL_CODE);
        found.require(table, Column.WARD, Column.WARD_CODE);
        found.require(table, Column.NAME, Column.FAMILY_NAME);
        found.require(table, Column.PARTY, Column.PARTY_ID);
        return found;
    }

    /** The columns that say nothing that is read. */
    List<String> unknown() {
        return unknown;
    }

    /** The text of a row in a column; absent where either is. */
    Optional<String> text(ReferenceTable.Row row, Column column) {
        return Optional.ofNullable(columns.get(column)).flatMap(row::given);
    }

    /** The heading of a column, as rows know it. */
    Optional<String> heading(Column column) {
        return Optional.ofNullable(columns.get(column));
    }

    private void require(ReferenceTable table, Column wanted, Column instead) throws UnreadableReferenceException {
        if (columns.containsKey(wanted) || columns.containsKey(instead)) {
            return;
        }
        String nearest = unknown.stream()
                .filter(heading -> !heading.isBlank())
                .min(Comparator.comparingInt(
                        heading -> Distance.between(ReferenceTable.plain(heading), ReferenceTable.plain(wanted.usual))))
                .map(heading -> " If “" + heading + "” is that column, call it so.")
                .orElse("");
        throw new UnreadableReferenceException(table.part().label() + " has no column “" + wanted.usual
                + "”. Add it, or one called “" + instead.usual + "”." + nearest);
    }

    private static Optional<Column> column(String heading) {
        return Optional.ofNullable(KNOWN.get(YEAR_IN_HEADING.matcher(heading).replaceFirst("$1$2")));
    }

    private static Map<String, Column> load() {
        Map<String, Column> known = new HashMap<>();
        Shipped.rows(CompositionColumns.class, LIST)
                .forEach(row -> known.put(
                        ReferenceTable.plain(row.getField("heading")),
                        Column.valueOf(row.getField("column").toUpperCase(Locale.ROOT))));
        return Map.copyOf(known);
    }
}
