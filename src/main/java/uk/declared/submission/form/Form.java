package uk.declared.submission.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.declared.submission.Cell;
import uk.declared.submission.text.Texts;

/**
 * A sheet that is a council's return for one ward.
 *
 * @param table its candidates; absent where no row looks like the headings of such a table
 * @param furtherTables the rows of headings of further tables of candidates
 */
public record Form(FormSheet sheet, Optional<FormTable> table, List<Integer> furtherTables, FormLabels labels) {
    /** How many labels tell a form that has a table of candidates, and one that has none. */
    private static final int FEWEST = 2;

    private static final int FEWEST_WITHOUT_TABLE = 5;

    private static final Set<FormField> FIGURES = Set.of(
            FormField.ELECTORATE,
            FormField.VALID,
            FormField.STATIONS,
            FormField.POSTAL,
            FormField.TURNOUT,
            FormField.REJECTED,
            FormField.UNMARKED);

    /** The form that a sheet is, where it is one. */
    public static Optional<Form> of(FormSheet sheet) {
        List<Integer> headings = FormTable.headingRows(sheet);
        Optional<FormTable> table = headings.stream().findFirst().map(row -> FormTable.of(sheet, row));
        Set<Integer> candidates = new HashSet<>(table.map(FormTable::candidates).orElse(List.of()));
        FormLabels labels = FormLabels.of(
                sheet, candidates, table.map(FormTable::headingRow).orElse(0));
        long rows = labels.found().values().stream()
                .map(found -> found.label().row())
                .distinct()
                .count();
        boolean isForm = table.isPresent() ? labels.found().size() >= FEWEST : rows >= FEWEST_WITHOUT_TABLE;
        List<Integer> further = headings.isEmpty() ? List.of() : headings.subList(1, headings.size());
        return isForm ? Optional.of(new Form(sheet, table, new ArrayList<>(further), labels)) : Optional.empty();
    }

    /** What stands beside a label, where it was filled in. */
    Optional<FormLabels.Found> filled(FormField field) {
        return Optional.ofNullable(labels.found().get(field))
                .filter(found -> found.value().isPresent());
    }

    /** Whether any figure of the count was filled in. */
    boolean hasFigures() {
        return FIGURES.stream().anyMatch(field -> filled(field).isPresent());
    }

    boolean hasCandidates() {
        return table.filter(
                        one -> !one.candidates().isEmpty() || !one.nameless().isEmpty())
                .isPresent();
    }

    /** The value beside a label, with its place and the label as its heading; blank at the label where it was left blank. */
    Optional<Cell> cell(FormField field) {
        return Optional.ofNullable(labels.found().get(field)).map(this::cell);
    }

    Cell cell(FormLabels.Found found) {
        FormCell at = found.value().orElse(found.label());
        return new Cell(sheet.place(at, Texts.clean(found.label().text())), found.text());
    }
}
