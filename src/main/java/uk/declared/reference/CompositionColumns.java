package uk.declared.reference;

import java.util.List;
import java.util.Optional;

/**
 * Which columns a table of sitting councillors has, by the shipped list of headings {@code
 * declared/composition-columns.csv}.
 */
final class CompositionColumns {
    private static final TableColumns.Known<Column> KNOWN =
            new TableColumns.Known<>(Column.class, "/declared/composition-columns.csv");

    /** What a column holds. */
    enum Column implements TableColumns.Usual {
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

        private final String usual;

        Column(String usual) {
            this.usual = usual;
        }

        @Override
        public String usual() {
            return usual;
        }
    }

    private final TableColumns<Column> columns;

    private CompositionColumns(TableColumns<Column> columns) {
        this.columns = columns;
    }

    /** Whether a table can be one of sitting councillors, whole or not. */
    static boolean recognises(ReferenceTable table) {
        return KNOWN.anyIn(table);
    }

    /**
     * The columns of a table.
     *
     * @throws UnreadableReferenceException where one that is needed is not there, or stands twice
     */
    static CompositionColumns of(ReferenceTable table) throws UnreadableReferenceException {
        CompositionColumns found = new CompositionColumns(KNOWN.of(table));
        found.require(table, Column.COUNCIL, Column.COUNCIL_CODE);
        found.require(table, Column.WARD, Column.WARD_CODE);
        found.require(table, Column.NAME, Column.FAMILY_NAME);
        found.require(table, Column.PARTY, Column.PARTY_ID);
        return found;
    }

    /** The columns that say nothing that is read. */
    List<String> unknown() {
        return columns.unknown();
    }

    /** The text of a row in a column; absent where either is. */
    Optional<String> text(ReferenceTable.Row row, Column column) {
        return columns.text(row, column);
    }

    /** The heading of a column, as rows know it. */
    Optional<String> heading(Column column) {
        return columns.heading(column);
    }

    private void require(ReferenceTable table, Column wanted, Column instead) throws UnreadableReferenceException {
        columns.require(table, wanted, List.of(instead));
    }
}
