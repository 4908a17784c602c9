package uk.declared.submission.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The table of candidates on a form:
 *
 * <ol>
 *   <li>its headings stand in the one row that has a heading for names and one for votes,
 *   <li>a row below is a candidate's where it has a name and something besides,
 *   <li>a row that gives a sum is kept apart, and what is neither is a note.
 * </ol>
 *
 * @param headingRow the row of headings
 * @param headings the heading cells, by what they stand over
 * @param candidates the numbers of the rows that are candidates'
 * @param nameless rows that have votes, a party or a mark and no name
 * @param notes the cells below the headings that are none of this
 * @param sum the sum of votes that the form gives
 */
record FormTable(
        int headingRow,
        Map<FormColumn, FormCell> headings,
        List<Integer> candidates,
        List<Integer> nameless,
        List<FormCell> notes,
        Optional<FormCell> sum) {
    private static final Set<String> SUM =
            Set.of("total", "total vote", "sum", "total vote cast", "total vote recorded");

    /** The rows that could be headings of a table of candidates. */
    static List<Integer> headingRows(FormSheet sheet) {
        return sheet.rows().keySet().stream()
                .filter(row -> isHeading(headings(sheet.row(row)).keySet()))
                .toList();
    }

    private static boolean isHeading(Set<FormColumn> found) {
        return found.contains(FormColumn.VOTES)
                && (found.contains(FormColumn.FAMILY_NAME) || found.contains(FormColumn.NAME));
    }

    /** The table below a row of headings. */
    static FormTable of(FormSheet sheet, int headingRow) {
        Map<FormColumn, FormCell> headings = headings(sheet.row(headingRow));
        List<Integer> candidates = new ArrayList<>();
        List<Integer> nameless = new ArrayList<>();
        List<FormCell> notes = new ArrayList<>();
        Optional<FormCell> sum = Optional.empty();
        for (int row : sheet.rows().tailMap(headingRow, false).keySet()) {
            Kind kind = kind(sheet, headings, row);
            switch (kind) {
                case CANDIDATE -> candidates.add(row);
                case NAMELESS -> nameless.add(row);
                case SUM -> sum = sum.or(() -> at(sheet, headings, row, FormColumn.VOTES));
                case NOTE -> notes.addAll(sheet.row(row));
                case BLANK -> {}
            }
        }
        return new FormTable(headingRow, headings, candidates, nameless, notes, sum);
    }

    private enum Kind {
        CANDIDATE,
        NAMELESS,
        SUM,
        NOTE,
        BLANK
    }

    private static Kind kind(FormSheet sheet, Map<FormColumn, FormCell> headings, int row) {
        Collection<FormCell> all = sheet.row(row);
        List<FormCell> written = all.stream()
                .filter(cell -> !cell.isFormCode() && !(cell.isOrdinal() && isBefore(headings, cell)))
                .toList();
        if (written.isEmpty()) {
            return Kind.BLANK;
        }
        boolean whole =
                has(sheet, headings, row, FormColumn.FAMILY_NAME) && has(sheet, headings, row, FormColumn.GIVEN_NAME);
        boolean hasVotes = has(sheet, headings, row, FormColumn.VOTES);
        if (!whole && written.stream().anyMatch(FormTable::saysSum)) {
            return hasVotes ? Kind.SUM : Kind.NOTE;
        }
        boolean more = whole || has(sheet, headings, row, FormColumn.PARTY);
        long labels = written.stream().filter(FormTable::isLabel).count();
        if (!more && labels > 0 || !whole && labels > 1 || isBelowLabels(sheet, headings, row)) {
            return Kind.NOTE;
        }
        boolean named = Stream.of(FormColumn.FAMILY_NAME, FormColumn.NAME, FormColumn.GIVEN_NAME)
                .flatMap(column -> at(sheet, headings, row, column).stream())
                .anyMatch(cell -> cell.text().chars().anyMatch(Character::isLetter));
        if (named && (more || hasVotes || has(sheet, headings, row, FormColumn.ELECTED))) {
            return Kind.CANDIDATE;
        }
        boolean givesVotes = at(sheet, headings, row, FormColumn.VOTES)
                .filter(FormCell::hasDigit)
                .isPresent();
        return !named && givesVotes ? Kind.NAMELESS : Kind.NOTE;
    }

    private static boolean saysSum(FormCell cell) {
        return SUM.contains(String.join(" ", FormField.words(beforeColon(cell.text()))));
    }

    private static boolean isLabel(FormCell cell) {
        return FormField.of(beforeColon(cell.text())).isPresent();
    }

    /** Whether the row holds the values of labels that stand side by side right above. */
    private static boolean isBelowLabels(FormSheet sheet, Map<FormColumn, FormCell> headings, int row) {
        boolean isFirst = headings.values().stream().anyMatch(heading -> heading.row() == row - 1);
        return !isFirst
                && sheet.row(row - 1).stream()
                                .filter(cell -> FormField.of(cell.text()).isPresent())
                                .count()
                        > 1;
    }

    /** Rows are numbered, and codes printed, in columns that have no heading. */
    private static boolean isBefore(Map<FormColumn, FormCell> headings, FormCell cell) {
        return headings.values().stream().noneMatch(heading -> heading.column() == cell.column());
    }

    static String beforeColon(String text) {
        int colon = text.indexOf(':');
        return colon > 0 ? text.substring(0, colon) : text;
    }

    private static boolean has(FormSheet sheet, Map<FormColumn, FormCell> headings, int row, FormColumn column) {
        return at(sheet, headings, row, column).isPresent();
    }

    private static Optional<FormCell> at(
            FormSheet sheet, Map<FormColumn, FormCell> headings, int row, FormColumn column) {
        return Optional.ofNullable(headings.get(column)).flatMap(heading -> sheet.at(row, heading.column()));
    }

    /** The cell of a candidate's row under a heading. */
    Optional<FormCell> at(FormSheet sheet, int row, FormColumn column) {
        return at(sheet, headings, row, column);
    }

    /** Where two headings could stand over the same, the first does. */
    private static Map<FormColumn, FormCell> headings(Collection<FormCell> row) {
        Map<FormColumn, FormCell> headings = new EnumMap<>(FormColumn.class);
        row.forEach(cell -> FormColumn.of(cell.text()).ifPresent(column -> headings.putIfAbsent(column, cell)));
        return headings;
    }
}
