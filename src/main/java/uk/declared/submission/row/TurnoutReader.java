package uk.declared.submission.row;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.declared.format.Column;
import uk.declared.report.Finding;
import uk.declared.report.Severity;
import uk.declared.submission.Cell;

/**
 * Reads a turnout that does not say whether it is a count of papers, a percentage or a fraction. It is read where the
 * contest's other figures leave one meaning only, which is said; else it is left out, which is said too.
 */
final class TurnoutReader {
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,9}|\\d{1,3}(?:,\\d{3}){1,2})(\\.\\d{1,60})?\\s*(%?)");

    private final Consumer<Finding> findings;

    TurnoutReader(Consumer<Finding> findings) {
        this.findings = findings;
    }

    /** Reads the turnout of a contest's rows into what is derived for them. */
    void read(List<TableRow> rows, BallotRows.Derived derived) {
        TurnoutFigures figures =
                TurnoutFigures.of(rows.stream().map(TableRow::values).toList());
        for (Column column : List.of(Column.TURNOUT_COUNT, Column.TURNOUT)) {
            Cell cell = derived.row().cell(column);
            if (!cell.isBlank()) {
                read(cell, column, figures, derived);
            }
        }
    }

    private void read(Cell cell, Column column, TurnoutFigures figures, BallotRows.Derived derived) {
        Matcher number = NUMBER.matcher(cell.text());
        if (!number.matches()) {
            leftOut(cell, "number");
            return;
        }
        String digits = number.group(1).replace(",", "");
        boolean whole = number.group(2) == null || number.group(2).matches("\\.0+");
        BigDecimal value = new BigDecimal(digits + (whole ? "" : number.group(2)));
        boolean percentage = figures.mayBePercentage(value);
        boolean fraction = figures.mayBePercentage(value.movePointRight(2)) && value.compareTo(BigDecimal.ONE) <= 0;
        boolean count = whole && figures.mayBeCount(value);
        if (!number.group(3).isEmpty() || (figures.polled() && percentage && !fraction && !count)) {
            reading(cell, Column.TURNOUT_PERCENTAGE, value, "percentage", column, derived);
        } else if (figures.polled() && fraction && !percentage && !count) {
            reading(cell, Column.TURNOUT_PERCENTAGE, value.movePointRight(2), "fraction", column, derived);
        } else if (figures.polled() && count && !percentage && !fraction) {
            readCount(cell, value, figures, column, derived);
        } else {
            leftOut(cell, "unproved");
        }
    }

    private void readCount(
            Cell cell, BigDecimal value, TurnoutFigures figures, Column column, BallotRows.Derived derived) {
        if (figures.countsVotes(value)) {
            leftOut(cell, "votes");
        } else if (figures.provesPapers(value)) {
            reading(cell, Column.BALLOT_PAPERS_CAST, value, "papers", column, derived);
        } else if (column == Column.TURNOUT_COUNT) {
            // The format itself says that papers are counted: nothing was interpreted.
            derived.putIfBlank(Column.BALLOT_PAPERS_CAST, value.toPlainString(), column);
        } else {
            leftOut(cell, "unproved");
        }
    }

    private void reading(
            Cell cell, Column as, BigDecimal value, String reading, Column column, BallotRows.Derived derived) {
        if (!derived.text(as).isEmpty()) {
            return;
        }
        derived.put(as, value.toPlainString(), column);
        if (as == Column.BALLOT_PAPERS_CAST && column == Column.TURNOUT_COUNT) {
            return;
        }
        findings.accept(new Finding(
                "I085",
                Severity.INTERPRETATION,
                cell.place(),
                Optional.empty(),
                Optional.of(cell.text()),
                Map.of("read", value.toPlainString(), "reading", reading)));
    }

    private void leftOut(Cell cell, String why) {
        findings.accept(new Finding(
                "W086",
                Severity.WARNING,
                cell.place(),
                Optional.empty(),
                Optional.of(cell.text()),
                Map.of("why", why, "instead", "figure")));
    }
}
