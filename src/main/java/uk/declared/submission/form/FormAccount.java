package uk.declared.submission.form;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import uk.declared.submission.Cell;
import uk.declared.submission.workbook.SheetCell;

/**
 * Reads the figures of a form:
 *
 * <ol>
 *   <li>counts, in whatever way they are written,
 *   <li>a blank is 0 where a total that the form gives is made up without it; else it is absent,
 *   <li>the turnout, for which papers and electors decide whether 0.4 is a fraction.
 * </ol>
 *
 * Figures that do not agree with one another are kept as they are, and said.
 */
final class FormAccount {
    private static final List<FormField> COUNTS = List.of(
            FormField.SEATS,
            FormField.ELECTORATE,
            FormField.VALID,
            FormField.CAST,
            FormField.STATIONS,
            FormField.POSTAL,
            FormField.REJECTED,
            FormField.REJECTED_IN_PART,
            FormField.OFFICIAL_MARK,
            FormField.TOO_MANY,
            FormField.IDENTIFICATION,
            FormField.UNMARKED);

    private static final List<FormField> GROUNDS =
            List.of(FormField.OFFICIAL_MARK, FormField.TOO_MANY, FormField.IDENTIFICATION, FormField.UNMARKED);

    private static final List<FormField> PAPERS = List.of(FormField.STATIONS, FormField.POSTAL);

    private final Form form;
    private final FormFindings findings;
    private final Map<FormField, Cell> cells = new EnumMap<>(FormField.class);

    FormAccount(Form form, FormFindings findings) {
        this.form = form;
        this.findings = findings;
    }

    /** The figures that have a label on the form, blank ones included. */
    Map<FormField, Cell> read() {
        COUNTS.forEach(field -> form.cell(field).ifPresent(cell -> cells.put(field, count(cell))));
        fillBlanks(FormField.REJECTED, GROUNDS);
        fillBlanks(FormField.VALID, PAPERS);
        compare();
        form.cell(FormField.TURNOUT).ifPresent(cell -> cells.put(FormField.TURNOUT, turnout(cell)));
        sayDiffering();
        return cells;
    }

    /** The figure of a field, where it is one. */
    OptionalInt figure(FormField field) {
        Cell cell = cells.get(field);
        return cell == null ? OptionalInt.empty() : figure(cell);
    }

    static OptionalInt figure(Cell cell) {
        return cell.text().matches("\\d{1,9}") ? OptionalInt.of(Integer.parseInt(cell.text())) : OptionalInt.empty();
    }

    private Cell count(Cell cell) {
        return reading(cell, FormReadings.count(cell.text()), findings);
    }

    /** A cell read as another text, which is said. */
    static Cell reading(Cell cell, String read, FormFindings findings) {
        if (read.equals(cell.text())) {
            return cell;
        }
        Cell as = new Cell(cell.place(), read, cell.given());
        findings.interpretation(read.isEmpty() ? "I077" : "I065", as, Map.of("read", read));
        return as;
    }

    private void fillBlanks(FormField total, List<FormField> parts) {
        OptionalInt whole = figure(total);
        List<FormField> blank = parts.stream()
                .filter(part -> Optional.ofNullable(cells.get(part))
                        .filter(Cell::isBlank)
                        .isPresent())
                .toList();
        boolean othersRead = parts.stream()
                .allMatch(part -> blank.contains(part) || figure(part).isPresent());
        if (whole.isPresent() && othersRead && sum(parts) == whole.getAsInt()) {
            blank.forEach(part -> cells.put(part, zero(cells.getOrDefault(part, blank()), total)));
        }
    }

    private Cell zero(Cell cell, FormField total) {
        Cell zero = new Cell(cell.place(), "0", "");
        findings.interpretation(
                "I067", zero, Map.of("total", String.valueOf(figure(total).orElse(0)), "label", label(total)));
        return zero;
    }

    private int sum(List<FormField> parts) {
        return parts.stream().mapToInt(part -> figure(part).orElse(0)).sum();
    }

    private void compare() {
        OptionalInt rejected = figure(FormField.REJECTED);
        int inPart = figure(FormField.REJECTED_IN_PART).orElse(0);
        if (rejected.isPresent() && inPart > 0 && sum(GROUNDS) + inPart == rejected.getAsInt()) {
            findings.warning(
                    "W073",
                    cells.getOrDefault(FormField.REJECTED, blank()),
                    Map.of("inPart", Integer.toString(inPart), "grounds", Integer.toString(sum(GROUNDS))));
        }
        OptionalInt valid = figure(FormField.VALID);
        boolean both = PAPERS.stream().allMatch(part -> figure(part).isPresent());
        if (valid.isPresent() && both && sum(PAPERS) != valid.getAsInt()) {
            findings.warning(
                    "W070",
                    cells.getOrDefault(FormField.VALID, blank()),
                    Map.of(
                            "sum",
                            Integer.toString(sum(PAPERS)),
                            "station",
                            text(FormField.STATIONS),
                            "postal",
                            text(FormField.POSTAL)));
        }
    }

    private Cell blank() {
        return new Cell(form.sheet().place(), "");
    }

    private String text(FormField field) {
        return cells.getOrDefault(field, blank()).text();
    }

    private String label(FormField field) {
        return Optional.ofNullable(form.labels().found().get(field))
                .map(found -> found.label().text())
                .orElse("");
    }

    private Cell turnout(Cell cell) {
        if (cell.isBlank()) {
            return cell;
        }
        SheetCell.Kind kind = form.filled(FormField.TURNOUT)
                .flatMap(FormLabels.Found::value)
                .map(FormCell::kind)
                .orElse(SheetCell.Kind.TEXT);
        String read = FormReadings.turnout(cell.text(), kind, expected());
        Cell as = new Cell(cell.place(), read, cell.given());
        boolean shown = kind == SheetCell.Kind.PERCENTAGE && cell.text().equals(read + "%");
        if (!read.equals(cell.text()) && !shown) {
            findings.interpretation(read.isEmpty() ? "I077" : "I066", as, Map.of("read", read));
        }
        return as;
    }

    /** Papers by electors in per cent: valid ones, else those of polling stations and post. */
    private OptionalDouble expected() {
        int papers = figure(FormField.CAST).orElse(figure(FormField.VALID).orElse(sum(PAPERS)));
        int electors = figure(FormField.ELECTORATE).orElse(0);
        return papers > 0 && electors > 0 ? OptionalDouble.of(100.0 * papers / electors) : OptionalDouble.empty();
    }

    private void sayDiffering() {
        for (FormLabels.Found again : form.labels().differing()) {
            Optional<Cell> first = form.cell(again.field());
            String one = first.map(cell -> FormReadings.count(cell.text())).orElse("");
            if (!one.equals(FormReadings.count(again.text()))) {
                findings.warning(
                        "W071",
                        form.cell(again),
                        Map.of(
                                "label",
                                again.label().text(),
                                "first",
                                first.map(Cell::text).orElse("")));
            }
        }
    }
}
