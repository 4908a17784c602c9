package uk.declared.submission.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uk.declared.election.ContestType;
import uk.declared.format.Column;
import uk.declared.report.Place;
import uk.declared.report.Severity;
import uk.declared.submission.Cell;
import uk.declared.submission.row.SerialDay;
import uk.declared.submission.row.TableRow;
import uk.declared.submission.text.Texts;

/** Reads one form as the rows of a table would say it, so that what is common to all formats is done in one place. */
public final class FormReader {
    /** What spreadsheet programs call sheets, and what some cut names short with. */
    private static final Pattern NO_WARD =
            Pattern.compile("(?i)(sheet|ward|table|taflen|dalen)?\\s*\\(?\\d*\\)?|.*(\\.\\.\\.|\u2026)");

    private static final Pattern BY_ELECTION = Pattern.compile("(?i).*\\bby[- ]?election\\b.*|.*\\bisetholiad\\b.*");

    private final Form form;
    private final FormDefaults defaults;
    private final FormFindings findings;

    public FormReader(Form form, FormDefaults defaults, FormFindings findings) {
        this.form = form;
        this.defaults = defaults;
        this.findings = findings;
    }

    /** The candidates, each with all that the form says of the contest; none where the form cannot be read. */
    public List<TableRow> rows() {
        if (!isReadable()) {
            return List.of();
        }
        FormTable table = form.table().orElseThrow();
        Map<Column, Cell> contest = new TreeMap<>();
        FormAccount account = new FormAccount(form, findings);
        account.read().forEach((field, cell) -> field.column().ifPresent(column -> contest.put(column, cell)));
        contest.put(Column.AREA_NAME, ward());
        contest.put(Column.POLLING_DATE, day());
        Optional<Cell> council = council();
        council.ifPresent(cell -> contest.put(Column.COUNCIL, cell));
        byElection(table).ifPresent(cell -> contest.put(Column.CONTEST_TYPE, cell));
        List<Map<Column, Cell>> candidates = new FormCandidates(form, table, findings).read(account);
        sayUnread(table);
        if (council.isEmpty() && !defaults.hasCouncil()) {
            return List.of();
        }
        List<TableRow> rows = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            Map<Column, Cell> cells = new TreeMap<>(contest);
            cells.putAll(candidates.get(i));
            rows.add(FormLayout.row(sheet(), table.candidates().get(i), cells));
        }
        return rows;
    }

    /** The polling day beside its label, as the text that a table would have. */
    static Optional<Cell> writtenDay(Form form) {
        return form.cell(FormField.POLLING_DATE).filter(cell -> !cell.isBlank()).map(cell -> {
            Optional<LocalDate> day = cell.text().matches("\\d{5}") ? SerialDay.parse(cell.text()) : Optional.empty();
            return day.map(on -> new Cell(cell.place(), on.toString(), cell.given()))
                    .orElse(cell);
        });
    }

    private Place sheet() {
        return form.sheet().place();
    }

    private boolean isReadable() {
        if (!form.sheet().isWhole()) {
            findings.about("F074", Severity.VIOLATION, sheet(), Map.of());
            return false;
        }
        if (!form.hasCandidates()) {
            return sayEmpty();
        }
        FormTable table = form.table().orElseThrow();
        form.furtherTables().forEach(row -> findings.about("F070", Severity.VIOLATION, sheet().atRow(row), Map.of()));
        table.nameless().forEach(row -> findings.about("F072", Severity.VIOLATION, sheet().atRow(row), Map.of()));
        return form.furtherTables().isEmpty() && table.nameless().isEmpty();
    }

    private boolean sayEmpty() {
        if (form.table().isEmpty()) {
            findings.about("F069", Severity.VIOLATION, sheet(), Map.of());
        } else if (form.hasFigures()) {
            findings.about("F071", Severity.VIOLATION, sheet(), Map.of());
        } else {
            Optional<Cell> ward = form.cell(FormField.WARD).filter(cell -> !cell.isBlank());
            ward.ifPresentOrElse(
                    cell -> findings.warning("W069", cell, Map.of()),
                    () -> findings.about("I064", Severity.INTERPRETATION, sheet(), Map.of()));
        }
        return false;
    }

    /** The ward beside its label; where that was left blank, the sheet's name, if a program did not make it up. */
    private Cell ward() {
        Cell cell = form.cell(FormField.WARD).orElseGet(() -> new Cell(sheet(), ""));
        String name = Texts.clean(sheet().sheet().orElse(""));
        if (!cell.isBlank() || NO_WARD.matcher(name).matches()) {
            return cell;
        }
        Cell read = new Cell(cell.place(), name, "");
        findings.warning("W068", read, Map.of("read", name));
        return read;
    }

    private Cell day() {
        Optional<Cell> written = writtenDay(form);
        if (written.isPresent()) {
            Cell cell = written.get();
            if (!cell.text().equals(cell.given())) {
                findings.interpretation("I065", cell, Map.of("read", cell.text()));
            }
            return cell;
        }
        Cell blank = form.cell(FormField.POLLING_DATE).orElseGet(() -> new Cell(sheet(), ""));
        return defaults.day().map(day -> shared(blank, day)).orElse(blank);
    }

    private Optional<Cell> council() {
        Optional<Cell> found = FormCouncil.find(form, defaults.day().map(LocalDate::parse));
        Optional<Cell> council = found.or(() -> defaults.council()
                .map(name -> shared(form.cell(FormField.COUNCIL).orElseGet(() -> new Cell(sheet(), "")), name)));
        if (council.isEmpty() && !defaults.hasCouncil() && findings.isFirst("F068")) {
            findings.about("F068", Severity.VIOLATION, sheet(), Map.of());
        }
        return council;
    }

    /** What this sheet leaves blank and all others agree on. */
    private Cell shared(Cell blank, String text) {
        Cell read = new Cell(blank.place(), text, "");
        findings.interpretation("I070", read, Map.of("read", text));
        return read;
    }

    private Optional<Cell> byElection(FormTable table) {
        return form.sheet().above(table.headingRow()).stream()
                .filter(cell -> BY_ELECTION.matcher(cell.text()).matches())
                .findFirst()
                .map(cell -> {
                    Cell read = new Cell(form.sheet().place(cell, ""), ContestType.BY_ELECTION.notation(), cell.text());
                    findings.interpretation("I065", read, Map.of("read", read.text()));
                    return read;
                });
    }

    /** Numbers beside labels that are not known, notes, and columns that are not read. */
    private void sayUnread(FormTable table) {
        form.labels().unknown().stream()
                .filter(cell -> cell.row() < table.headingRow())
                .forEach(cell ->
                        findings.interpretation("I071", new Cell(form.sheet().place(cell, ""), cell.text()), Map.of()));
        Set<Integer> labelled = form.labels().found().values().stream()
                .map(found -> found.label().row())
                .collect(Collectors.toSet());
        Map<Integer, List<FormCell>> notes = table.notes().stream()
                .filter(cell -> !labelled.contains(cell.row()) && !cell.isFormCode() && !cell.isOrdinal())
                .collect(Collectors.groupingBy(FormCell::row));
        new java.util.TreeMap<>(notes).values().forEach(cells -> {
            String text = cells.stream().map(FormCell::text).collect(Collectors.joining(" "));
            findings.interpretation("I071", new Cell(form.sheet().place(cells.get(0), ""), text), Map.of());
        });
        Map<Integer, FormColumn> read = new HashMap<>();
        table.headings().forEach((column, cell) -> {
            if (column.column().isPresent()) {
                read.put(cell.column(), column);
            }
        });
        form.sheet().row(table.headingRow()).stream()
                .filter(cell -> !read.containsKey(cell.column()) && isFilled(table, cell))
                .forEach(cell -> findings.onceInterpretation(
                        "I072", new Cell(form.sheet().place(cell, cell.text()), cell.text()), Map.of()));
    }

    private boolean isFilled(FormTable table, FormCell heading) {
        return table.candidates().stream()
                .anyMatch(row -> form.sheet().at(row, heading.column()).isPresent());
    }
}
