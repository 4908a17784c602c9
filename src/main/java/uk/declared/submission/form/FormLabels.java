package uk.declared.submission.form;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import uk.declared.submission.text.Texts;

/**
 * The labels of a form and the cells with what they ask for. A value stands
 *
 * <ol>
 *   <li>behind a colon in the label's own cell,
 *   <li>or to its right, in the first cell that is not blank, unless that is a label too,
 *   <li>or right below it, where the form is laid out across.
 * </ol>
 *
 * @param found the first label of each field that has a value, else the first without
 * @param differing labels that stand a second time with another value
 * @param unknown cells with a number beside a text that is no known label
 */
record FormLabels(Map<FormField, Found> found, List<Found> differing, List<FormCell> unknown) {
    /**
     * A label and what it asks for.
     *
     * @param value the cell of the value; absent where it was left blank
     * @param text the value, which may be a part of its cell
     */
    record Found(FormField field, FormCell label, Optional<FormCell> value, String text) {}

    /** @param candidates the rows that are candidates', in which nothing is a label */
    static FormLabels of(FormSheet sheet, Set<Integer> candidates, int headingRow) {
        Map<FormField, Found> found = new EnumMap<>(FormField.class);
        List<Found> differing = new ArrayList<>();
        List<FormCell> unknown = new ArrayList<>();
        Set<FormCell> values = new HashSet<>();
        sheet.rows().forEach((row, cells) -> {
            if (candidates.contains(row) || row == headingRow) {
                return;
            }
            for (FormCell cell : cells.values()) {
                Optional<Found> label = values.contains(cell) ? Optional.empty() : label(sheet, cell, candidates);
                if (label.isPresent()) {
                    label.get().value().ifPresent(values::add);
                    keep(found, differing, label.get());
                } else if (isUnknownLabel(cells, cell, values)) {
                    unknown.add(cell);
                }
            }
        });
        return new FormLabels(found, differing, unknown);
    }

    private static void keep(Map<FormField, Found> found, List<Found> differing, Found label) {
        Found before = found.get(label.field());
        if (before == null || before.value().isEmpty() && label.value().isPresent()) {
            found.put(label.field(), label);
        } else if (label.value().isPresent() && !Texts.plain(before.text()).equals(Texts.plain(label.text()))) {
            differing.add(label);
        }
    }

    private static Optional<Found> label(FormSheet sheet, FormCell cell, Set<Integer> candidates) {
        int colon = cell.text().indexOf(':');
        String behind = colon < 0 ? "" : Texts.clean(cell.text().substring(colon + 1));
        String label = behind.isEmpty() ? cell.text() : cell.text().substring(0, colon);
        return FormField.of(label).map(field -> {
            if (!behind.isEmpty()) {
                return new Found(field, cell, Optional.of(cell), behind);
            }
            Optional<FormCell> value = right(sheet, cell).or(() -> below(sheet, cell, field, candidates));
            return new Found(field, cell, value, value.map(FormCell::text).orElse(""));
        });
    }

    private static Optional<FormCell> right(FormSheet sheet, FormCell label) {
        return sheet.row(label.row()).stream()
                .filter(cell -> cell.column() > label.column() && !cell.isFormCode())
                .findFirst()
                .filter(cell -> FormField.of(FormTable.beforeColon(cell.text())).isEmpty());
    }

    /** Below a label stands its value only where it could not be the next label or note. */
    private static Optional<FormCell> below(FormSheet sheet, FormCell label, FormField field, Set<Integer> candidates) {
        boolean across = sheet.row(label.row()).stream()
                .anyMatch(cell -> cell.column() != label.column()
                        && FormField.of(cell.text()).isPresent());
        boolean isText = field == FormField.WARD || field == FormField.COUNCIL;
        return sheet.at(label.row() + 1, label.column())
                .filter(cell -> !candidates.contains(cell.row()) && !cell.isFormCode())
                .filter(cell -> FormField.of(FormTable.beforeColon(cell.text())).isEmpty())
                .filter(cell -> isText ? across && !cell.isOrdinal() : cell.hasDigit());
    }

    /** A text with a number to its right looks like a label whose words are not known. */
    private static boolean isUnknownLabel(NavigableMap<Integer, FormCell> row, FormCell cell, Set<FormCell> values) {
        Map.Entry<Integer, FormCell> next = row.higherEntry(cell.column());
        return !cell.hasDigit()
                && next != null
                && !values.contains(next.getValue())
                && next.getValue().hasDigit()
                && !next.getValue().isFormCode();
    }
}
