package uk.declared.submission.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import uk.declared.format.Column;
import uk.declared.report.Finding;
import uk.declared.report.Severity;
import uk.declared.submission.Cell;
import uk.declared.submission.column.StageColumn;
import uk.declared.submission.text.BallotName;
import uk.declared.submission.text.Texts;

/**
 * Makes the rows of a stage table into rows that say everything themselves:
 *
 * <ol>
 *   <li>the identifier of the election tells office and day,
 *   <li>whether a poll was held is brought to the codes of the vocabulary,
 *   <li>first preferences with decimal places of nothing but 0 become whole numbers,
 *   <li>a row of votes that can no longer be transferred is no candidate's: its figures join those of the stages.
 * </ol>
 */
final class ElectionRows {
    private static final Pattern WHOLE_WITH_PLACES = Pattern.compile("\\d{1,9}\\.0+");
    private static final Pattern NON_TRANSFERABLE = Pattern.compile("nontransfer+able(votes?|papers?)?|exhausted");

    private final CellReader cells;
    private final Consumer<Finding> findings;
    private boolean saidPlaces;

    ElectionRows(Consumer<Finding> findings) {
        this.cells = new CellReader(findings);
        this.findings = findings;
    }

    /** The rows of the candidates, unless nothing names their election; which is reported. */
    Optional<List<TableRow>> prepare(List<TableRow> rows) {
        List<TableRow> candidates = new ArrayList<>();
        Optional<TableRow> lost = Optional.empty();
        for (TableRow row : rows) {
            if (NON_TRANSFERABLE
                    .matcher(Texts.plain(row.text(Column.NAME_ON_BALLOT_PAPER)))
                    .matches()) {
                lost = Optional.of(row);
            } else {
                candidates.add(row);
            }
        }
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        TableRow first = candidates.get(0);
        Optional<BallotName> name = BallotName.parse(first.text(Column.ELECTION_ID));
        if (name.isEmpty() || name.get().office().isEmpty()) {
            report("F029", Severity.VIOLATION, first.cell(Column.ELECTION_ID), Map.of());
            return Optional.empty();
        }
        Map<Column, String> derived = new TreeMap<>();
        Map<Column, Column> origins = new TreeMap<>();
        derive(derived, origins, Column.OFFICE, name.get().office().get().notation(), Column.ELECTION_ID);
        derive(derived, origins, Column.POLLING_DATE, name.get().day().toString(), Column.ELECTION_ID);
        derive(derived, origins, Column.CONTEST_TYPE, name.get().type().notation(), Column.ELECTION_ID);
        if (!first.has(Column.COUNCIL) && !first.has(Column.BODY_NAME)) {
            name.get().body().ifPresent(body -> derive(derived, origins, Column.BODY_NAME, body, Column.ELECTION_ID));
        }
        contested(first).ifPresent(status -> derive(derived, origins, Column.CONTEST_STATUS, status, Column.CONTESTED));
        compareNumber(first, candidates.size());
        Optional<TableRow> withFigures = lost;
        return Optional.of(candidates.stream()
                .map(row -> whole(row.with(derived, origins)))
                .map(row -> withFigures.map(figures -> withLost(row, figures)).orElse(row))
                .toList());
    }

    private static void derive(
            Map<Column, String> derived, Map<Column, Column> origins, Column column, String text, Column origin) {
        derived.put(column, text);
        origins.put(column, origin);
    }

    /** Seats that nobody contested have candidates and no votes. */
    private Optional<String> contested(TableRow row) {
        Cell cell = row.cell(Column.CONTESTED);
        return cells.yesOrNo(cell).map(was -> was ? "contested" : "uncontested");
    }

    private void compareNumber(TableRow row, int found) {
        Cell stated = row.cell(Column.CANDIDATES);
        cells.count(stated).ifPresent(number -> {
            if (number != found) {
                report("W056", Severity.WARNING, stated, Map.of("found", Integer.toString(found)));
            }
        });
    }

    private TableRow whole(TableRow row) {
        String votes = row.text(Column.VOTES);
        if (!WHOLE_WITH_PLACES.matcher(votes).matches()) {
            return row;
        }
        if (!saidPlaces) {
            saidPlaces = true;
            report("I057", Severity.INTERPRETATION, row.cell(Column.VOTES), Map.of());
        }
        String number = votes.substring(0, votes.indexOf('.'));
        return row.with(Map.of(Column.VOTES, number), Map.of(Column.VOTES, Column.VOTES));
    }

    private static TableRow withLost(TableRow row, TableRow lost) {
        Map<StageColumn, String> stages = new TreeMap<>(row.stages());
        lost.stages().forEach((column, text) -> {
            if (column.kind() == StageColumn.Kind.TOTAL) {
                stages.put(new StageColumn(StageColumn.Kind.NON_TRANSFERABLE, column.number()), text);
            }
        });
        return new TableRow(row.layout(), row.number(), row.values(), stages);
    }

    private void report(String rule, Severity severity, Cell cell, Map<String, String> details) {
        findings.accept(new Finding(rule, severity, cell.place(), Optional.empty(), Optional.of(cell.text()), details));
    }
}
