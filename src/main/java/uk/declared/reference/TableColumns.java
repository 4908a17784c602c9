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
 * Which columns a table has, by a shipped list of headings (columns {@code column} and {@code heading}): in any order, whatever
 * their case, spaces and punctuation, and with the year that official headings such as {@code WD25CD} have.
 */
final class TableColumns<C extends Enum<C> & TableColumns.Usual> {
    private static final Pattern YEAR_IN_HEADING = Pattern.compile("^(wd|lad)\\d{2}(cd|nm)$");

    private final Map<C, String> columns;
    private final List<String> unknown;

    private TableColumns(Map<C, String> columns, List<String> unknown) {
        this.columns = columns;
        this.unknown = List.copyOf(unknown);
    }

    /** The headings that a kind of table may have. */
    static final class Known<C extends Enum<C> & Usual> {
        private final Class<C> columns;
        private final Map<String, C> headings = new HashMap<>();

        /** @param list the name of the shipped list */
        Known(Class<C> columns, String list) {
            this.columns = columns;
            Shipped.rows(TableColumns.class, list)
                    .forEach(row -> headings.put(
                            ReferenceTable.plain(row.getField("heading")),
                            Enum.valueOf(columns, row.getField("column").toUpperCase(Locale.ROOT))));
        }

        private Optional<C> column(String heading) {
            return Optional.ofNullable(
                    headings.get(YEAR_IN_HEADING.matcher(heading).replaceFirst("$1$2")));
        }

        /** Whether a table has any of them. */
        boolean anyIn(ReferenceTable table) {
            return table.headings().stream().anyMatch(heading -> column(heading).isPresent());
        }

        /**
         * Those of a table.
         *
         * @throws UnreadableReferenceException where one stands twice
         */
        TableColumns<C> of(ReferenceTable table) throws UnreadableReferenceException {
            Map<C, String> found = new EnumMap<>(columns);
            List<String> unknown = new ArrayList<>();
            for (int i = 0; i < table.headings().size(); i++) {
                String heading = table.headings().get(i);
                String original = table.originals().get(i);
                Optional<C> column = column(heading);
                if (column.isEmpty()) {
                    unknown.add(original);
                } else if (found.putIfAbsent(column.get(), heading) != null) {
                    throw new UnreadableReferenceException(table.part().label() + ": the column “" + original
                            + "” says what another column says too. Take one of them out, or give it another heading.");
                }
            }
            return new TableColumns<>(found, unknown);
        }
    }

    /** The columns that say nothing that is read. */
    List<String> unknown() {
        return unknown;
    }

    /** The text of a row in a column; absent where either is. */
    Optional<String> text(ReferenceTable.Row row, C column) {
        return Optional.ofNullable(columns.get(column)).flatMap(row::given);
    }

    /** The heading of a column, as rows know it. */
    Optional<String> heading(C column) {
        return Optional.ofNullable(columns.get(column));
    }

    /**
     * Makes sure that one of the columns is there.
     *
     * @param instead what would do as well
     * @throws UnreadableReferenceException where it is not
     */
    void require(ReferenceTable table, C wanted, List<C> instead) throws UnreadableReferenceException {
        if (columns.containsKey(wanted) || instead.stream().anyMatch(columns::containsKey)) {
            return;
        }
        String nearest = unknown.stream()
                .filter(heading -> !heading.isBlank())
                .min(Comparator.comparingInt(heading ->
                        Distance.between(ReferenceTable.plain(heading), ReferenceTable.plain(wanted.usual()))))
                .map(heading -> " If “" + heading + "” is that column, call it so.")
                .orElse("");
        String others =
                instead.isEmpty() ? "" : ", or one called “" + instead.get(0).usual() + "”";
        throw new UnreadableReferenceException(
                table.part().label() + " has no column “" + wanted.usual() + "”. Add it" + others + "." + nearest);
    }

    /** A column with the heading that people usually give it, which a refusal asks for. */
    interface Usual {
        String usual();
    }
}
