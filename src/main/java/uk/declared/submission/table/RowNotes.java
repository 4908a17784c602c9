package uk.declared.submission.table;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.declared.format.Column;
import uk.declared.report.Finding;
import uk.declared.report.Severity;
import uk.declared.submission.Cell;
import uk.declared.submission.row.TableRow;
import uk.declared.submission.row.YesOrNo;
import uk.declared.submission.text.WrittenNumber;

/**
 * Tells rows that are no candidate's: sums below the candidates, and headings that stand again where a table was printed page
 * by page. They are passed over, which is said.
 */
final class RowNotes {
    private static final Pattern SUM = Pattern.compile(
            "(?iu)(?:grand |ward |sub-? ?)?totals?(?: (?:valid )?votes(?: cast)?)?:?|sum(?: of votes)?:?|cyfansymiau|cyfanswm.*");

    /** As spreadsheets name the sums of their groups: “Altrincham Total”. */
    private static final Pattern SUM_OF_GROUP = Pattern.compile("(?iu).*\\btotals?:?");

    private final TableLayout layout;
    private final Consumer<Finding> findings;
    private final Set<String> said = new HashSet<>();
    private long sinceSum;
    private long inAll;

    RowNotes(TableLayout layout, Consumer<Finding> findings) {
        this.layout = layout;
        this.findings = findings;
    }

    /** Whether a row is no candidate's, which is said. */
    boolean isPassedOver(TableRow row) {
        if (isSum(row)) {
            say("I044", row.cell(Column.VOTES), row.text(Column.VOTES));
            compare(row.cell(Column.VOTES));
            sinceSum = 0;
            return true;
        }
        long votes = votes(row.text(Column.VOTES)).orElse(0L);
        sinceSum += votes;
        inAll += votes;
        if (isHeadings(row)) {
            if (said.add("I045")) {
                say("I045", new Cell(row.place(), ""), "");
            }
            return true;
        }
        return false;
    }

    /** A sum is that of the candidates since the last one, or of all: another shows that a candidate or a vote is missing. */
    private void compare(Cell cell) {
        Optional<Long> given = votes(cell.text());
        if (given.isPresent() && given.get() != sinceSum && given.get() != inAll) {
            findings.accept(new Finding(
                    "W072",
                    Severity.WARNING,
                    cell.place(),
                    Optional.empty(),
                    Optional.of(cell.text()),
                    Map.of("sum", Long.toString(sinceSum))));
        }
    }

    private static Optional<Long> votes(String text) {
        return WrittenNumber.parse(text)
                .filter(number -> !number.isTooLarge())
                .map(number -> number.value().longValue());
    }

    /** A value that was read from the cell merged with a blank one: said once for a column. */
    void merged(Cell cell, String text) {
        if (said.add("I043 " + cell.place().columnLetters().orElse(""))) {
            say("I043", cell, text);
        }
    }

    private static boolean isSum(TableRow row) {
        String name = Stream.of(Column.NAME_ON_BALLOT_PAPER, Column.GIVEN_NAME, Column.FAMILY_NAME)
                .map(row::text)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
        if (YesOrNo.isYes(row.text(Column.ELECTED))) {
            return false;
        }
        return name.isEmpty()
                ? SUM_OF_GROUP.matcher(row.text(Column.AREA_NAME)).matches()
                        || SUM.matcher(row.text(Column.AREA_NAME)).matches()
                        || SUM.matcher(row.text(Column.PARTY_NAME)).matches()
                : SUM.matcher(name).matches();
    }

    private boolean isHeadings(TableRow row) {
        int equal = 0;
        for (Map.Entry<Column, String> cell : row.values().entrySet()) {
            if (!cell.getValue().isEmpty()) {
                Integer index = layout.indexes().get(cell.getKey());
                if (index == null
                        || !row.text(cell.getKey()).equals(layout.headings().get(index))) {
                    return false;
                }
                equal++;
            }
        }
        return equal > 1;
    }

    private void say(String rule, Cell cell, String value) {
        findings.accept(new Finding(
                rule,
                Severity.INTERPRETATION,
                cell.place(),
                Optional.empty(),
                Optional.of(value).filter(text -> !text.isEmpty()),
                Map.of()));
    }
}
