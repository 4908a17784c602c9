package uk.declared.reference;

import java.util.List;
import java.util.Optional;

/** Which columns a table of notional results has, by the shipped list of headings {@code declared/notional-columns.csv}. */
final class NotionalColumns {
    private static final TableColumns.Known<Column> KNOWN =
            new TableColumns.Known<>(Column.class, "/declared/notional-columns.csv");

    /** What a column holds. */
    enum Column implements TableColumns.Usual {
        COUNCIL("Council"),
        COUNCIL_CODE("Council Code"),
        POLLING_DAY("Polling Day"),
        EARLIER_DAY("Notional For"),
        WARD("Ward Name"),
        WARD_CODE("Ward Code"),
        PARTY("Party Name"),
        PARTY_ID("Electoral Commission Party Code"),
        SEATS("Seats"),
        VOTES("Votes"),
        SOURCE("Source"),
        SOURCE_URL("Source URL"),
        PUBLISHED("Published");

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

    private NotionalColumns(TableColumns<Column> columns) {
        this.columns = columns;
    }

    /** Whether a table can be one of notional results, whole or not. */
    static boolean recognises(ReferenceTable table) {
        return KNOWN.anyIn(table);
    }

    /**
     * The columns of a table.
     *
     * @throws UnreadableReferenceException where one that is needed is not there, or stands twice
     */
    static NotionalColumns of(ReferenceTable table) throws UnreadableReferenceException {
        TableColumns<Column> found = KNOWN.of(table);
        found.require(table, Column.COUNCIL, List.of(Column.COUNCIL_CODE));
        found.require(table, Column.WARD, List.of(Column.WARD_CODE));
        found.require(table, Column.PARTY, List.of(Column.PARTY_ID));
        for (Column column : List.of(Column.POLLING_DAY, Column.EARLIER_DAY, Column.SEATS, Column.SOURCE)) {
            found.require(table, column, List.of());
        }
        return new NotionalColumns(found);
    }

    /** The columns that say nothing that is read. */
    List<String> unknown() {
        return columns.unknown();
    }

    boolean has(Column column) {
        return columns.heading(column).isPresent();
    }

    /** The text of a row in a column; absent where either is. */
    Optional<String> text(ReferenceTable.Row row, Column column) {
        return columns.text(row, column);
    }

    /** The heading of a column, as rows know it; the usual one where the table does not have it. */
    String heading(Column column) {
        return columns.heading(column).orElse(column.usual);
    }
}
