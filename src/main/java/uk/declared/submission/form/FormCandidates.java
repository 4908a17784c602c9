package uk.declared.submission.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uk.declared.format.Column;
import uk.declared.submission.Cell;
import uk.declared.submission.form.FormReadings.Mark;
import uk.declared.submission.text.Texts;

/**
 * Reads the candidates of a form:
 *
 * <ol>
 *   <li>names, party and votes of each row,
 *   <li>a blank for votes is 0 where the form's sum of votes, or in a ward of one seat its valid papers, are made up
 *       without it,
 *   <li>who is marked is elected, and who is not is not; where nobody is marked, the form leaves only one reading: as many
 *       as there are seats, those with the most votes, provided that votes tell them apart.
 * </ol>
 */
final class FormCandidates {
    private static final Pattern TURNED_ROUND = Pattern.compile("([^,]+),\\s*([^,]+)");

    private final Form form;
    private final FormTable table;
    private final FormFindings findings;

    FormCandidates(Form form, FormTable table, FormFindings findings) {
        this.form = form;
        this.table = table;
        this.findings = findings;
    }

    /** The cells of every candidate, in the order of {@link FormTable#candidates}. */
    List<Map<Column, Cell>> read(FormAccount account) {
        List<Map<Column, Cell>> rows = new ArrayList<>();
        table.candidates().forEach(row -> rows.add(candidate(row)));
        fillVotes(rows, account);
        readMarks(rows, account);
        return rows;
    }

    private Map<Column, Cell> candidate(int row) {
        Map<Column, Cell> cells = new TreeMap<>();
        for (FormColumn column : table.headings().keySet()) {
            column.column().ifPresent(is -> cells.put(is, cell(row, column)));
        }
        name(cells);
        party(row, cells);
        Cell votes = cells.getOrDefault(Column.VOTES, blank(row));
        cells.put(
                Column.VOTES,
                FormReadings.isUnopposed(votes.text()) || saysElected(votes)
                        ? votes
                        : FormAccount.reading(votes, FormReadings.count(votes.text()), findings));
        return cells;
    }

    private Cell cell(int row, FormColumn column) {
        FormCell heading = Objects.requireNonNull(table.headings().get(column));
        String text = form.sheet().at(row, heading.column()).map(FormCell::text).orElse("");
        return new Cell(form.sheet().place().atCell(row, heading.column(), heading.text()), text);
    }

    private Cell blank(int row) {
        return new Cell(form.sheet().place().atRow(row), "");
    }

    /** “Surname, Forename” in one cell, and a column called “Name” beside one for surnames. */
    private void name(Map<Column, Cell> cells) {
        Cell whole = cells.get(Column.NAME_ON_BALLOT_PAPER);
        if (whole == null) {
            return;
        }
        if (cells.containsKey(Column.FAMILY_NAME)) {
            cells.remove(Column.NAME_ON_BALLOT_PAPER);
            cells.putIfAbsent(Column.GIVEN_NAME, whole);
            return;
        }
        Matcher turned = TURNED_ROUND.matcher(whole.text());
        if (turned.matches()) {
            String given = turned.group(2).strip();
            String family = turned.group(1).strip();
            Cell read = new Cell(whole.place(), given + " " + family, whole.given());
            findings.interpretation("I065", read, Map.of("read", read.text()));
            cells.put(Column.NAME_ON_BALLOT_PAPER, read);
            cells.put(Column.GIVEN_NAME, new Cell(whole.place(), given, whole.given()));
            cells.put(Column.FAMILY_NAME, new Cell(whole.place(), family, whole.given()));
        }
    }

    /** A party's cell is often merged over all its candidates. */
    private void party(int row, Map<Column, Cell> cells) {
        Cell party = cells.get(Column.PARTY_NAME);
        FormCell heading = table.headings().get(FormColumn.PARTY);
        if (party != null && heading != null && party.isBlank()) {
            form.sheet().mergedAbove(row, heading.column()).ifPresent(above -> {
                Cell read = new Cell(party.place(), above.text(), "");
                findings.interpretation("I076", read, Map.of("read", above.text()));
                cells.put(Column.PARTY_NAME, read);
            });
        }
    }

    private static boolean saysElected(Cell votes) {
        return !votes.text().chars().anyMatch(Character::isDigit)
                && Texts.plain(votes.text()).equals("elected");
    }

    private void fillVotes(List<Map<Column, Cell>> rows, FormAccount account) {
        List<Map<Column, Cell>> blank =
                rows.stream().filter(row -> votes(row).isBlank()).toList();
        boolean othersRead = rows.stream()
                .allMatch(row ->
                        blank.contains(row) || FormAccount.figure(votes(row)).isPresent());
        int sum = rows.stream()
                .mapToInt(row -> FormAccount.figure(votes(row)).orElse(0))
                .sum();
        OptionalInt total = table.sum()
                .map(cell -> new Cell(form.sheet().place(cell, ""), FormReadings.count(cell.text()), cell.text()))
                .map(FormAccount::figure)
                .orElse(OptionalInt.empty());
        if (total.isPresent() && othersRead && total.getAsInt() != sum) {
            table.sum()
                    .ifPresent(cell -> findings.warning(
                            "W072",
                            new Cell(form.sheet().place(cell, ""), cell.text()),
                            Map.of("sum", Integer.toString(sum))));
        }
        boolean oneSeat = account.figure(FormField.SEATS).equals(OptionalInt.of(1));
        OptionalInt whole = total.isPresent() || !oneSeat ? total : account.figure(FormField.VALID);
        if (sum > 0 && othersRead && whole.equals(OptionalInt.of(sum))) {
            blank.forEach(row -> {
                Cell zero = new Cell(votes(row).place(), "0", "");
                findings.interpretation("I078", zero, Map.of("total", Integer.toString(sum)));
                row.put(Column.VOTES, zero);
            });
        }
    }

    private static Cell votes(Map<Column, Cell> row) {
        return Objects.requireNonNull(row.get(Column.VOTES));
    }

    private void readMarks(List<Map<Column, Cell>> rows, FormAccount account) {
        List<Cell> marks = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            marks.add(mark(table.candidates().get(i), rows.get(i)));
        }
        boolean anyMark = marks.stream().anyMatch(mark -> !mark.isBlank());
        if (!anyMark) {
            derive(rows, account);
            return;
        }
        for (int i = 0; i < rows.size(); i++) {
            Cell mark = marks.get(i);
            boolean byLot = mark.text().equals("lot");
            rows.get(i)
                    .put(
                            Column.ELECTED,
                            new Cell(mark.place(), mark.isBlank() ? "no" : byLot ? "yes" : mark.text(), mark.given()));
            if (byLot) {
                rows.get(i).put(Column.DECIDED_BY_LOT, new Cell(mark.place(), "yes", mark.given()));
            }
        }
    }

    /** The mark of a row as yes, no or lot; one that is not known stays as it is, and is a violation further on. */
    private Cell mark(int row, Map<Column, Cell> cells) {
        Cell votes = votes(cells);
        if (FormReadings.isUnopposed(votes.text()) || saysElected(votes)) {
            findings.interpretation("I079", votes, Map.of());
            cells.put(Column.VOTES, new Cell(votes.place(), "", votes.given()));
            return new Cell(votes.place(), "yes", votes.given());
        }
        Optional<FormCell> inColumn = table.at(form.sheet(), row, FormColumn.ELECTED);
        Optional<FormCell> said = inColumn.or(() -> elsewhere(row));
        if (said.isEmpty()) {
            return cells.getOrDefault(Column.ELECTED, blank(row));
        }
        FormCell cell = said.get();
        String heading = Optional.ofNullable(table.headings().get(FormColumn.ELECTED))
                .map(FormCell::text)
                .orElse("");
        Cell given = new Cell(form.sheet().place(cell, heading), cell.text());
        Optional<Mark> mark = FormReadings.mark(cell);
        if (mark.isEmpty()) {
            return given;
        }
        String read = switch (mark.get()) {
            case PLAIN, OTHER -> "yes";
            case BY_LOT -> "lot";
            case NOT_ELECTED -> "no";
        };
        Cell as = new Cell(given.place(), read, given.given());
        if (mark.get() == Mark.OTHER || mark.get() == Mark.BY_LOT || inColumn.isEmpty()) {
            findings.interpretation(mark.get() == Mark.BY_LOT ? "I075" : "I074", as, Map.of());
        }
        return as;
    }

    /** “Elected” in a cell of the row that no heading stands over, or behind the votes. */
    private Optional<FormCell> elsewhere(int row) {
        return form.sheet().row(row).stream()
                .filter(cell -> cell.text().toLowerCase(Locale.ROOT).contains("elected"))
                .filter(cell -> table.headings().entrySet().stream()
                        .noneMatch(heading -> heading.getKey() != FormColumn.VOTES
                                && heading.getValue().column() == cell.column()))
                .findFirst();
    }

    private void derive(List<Map<Column, Cell>> rows, FormAccount account) {
        int seats = account.figure(FormField.SEATS).orElse(0);
        boolean polled =
                rows.stream().allMatch(row -> FormAccount.figure(votes(row)).isPresent());
        if (seats < 1 || seats >= rows.size() || !polled) {
            return;
        }
        List<Map<Column, Cell>> ranked = rows.stream()
                .sorted(Comparator.comparingInt((Map<Column, Cell> row) ->
                        -FormAccount.figure(votes(row)).orElse(0)))
                .toList();
        if (votes(ranked.get(seats - 1)).text().equals(votes(ranked.get(seats)).text())) {
            return;
        }
        List<Map<Column, Cell>> first = ranked.subList(0, seats);
        String names = first.stream().map(FormCandidates::printed).collect(Collectors.joining(", "));
        Cell at = cells(rows.get(0), Column.ELECTED, Column.VOTES);
        findings.interpretation(
                "I068", new Cell(at.place(), ""), Map.of("seats", Integer.toString(seats), "names", names));
        for (Map<Column, Cell> row : rows) {
            Cell place = cells(row, Column.ELECTED, Column.VOTES);
            boolean elected = first.stream().anyMatch(one -> one == row);
            row.put(Column.ELECTED, new Cell(place.place(), elected ? "yes" : "no", ""));
        }
    }

    private static Cell cells(Map<Column, Cell> row, Column column, Column other) {
        return Optional.ofNullable(row.get(column))
                .or(() -> Optional.ofNullable(row.get(other)))
                .orElseThrow();
    }

    private static String printed(Map<Column, Cell> row) {
        return List.of(Column.NAME_ON_BALLOT_PAPER, Column.GIVEN_NAME, Column.FAMILY_NAME).stream()
                .filter(row::containsKey)
                .filter(column ->
                        column == Column.NAME_ON_BALLOT_PAPER || !row.containsKey(Column.NAME_ON_BALLOT_PAPER))
                .map(column ->
                        Optional.ofNullable(row.get(column)).map(Cell::text).orElse(""))
                .collect(Collectors.joining(" "))
                .strip();
    }
}
