package uk.declared.submission.form;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.declared.election.Council;
import uk.declared.election.Councils;
import uk.declared.submission.Cell;

/**
 * Finds the cell of a form that names the council:
 *
 * <ol>
 *   <li>what stands beside a label such as “Borough”,
 *   <li>else a text above the table of candidates that is a council's name, or ends in “for …” or “of …” and one,
 *   <li>else the text nearest above the first label, if it is no title and no instruction: an unknown council's name.
 * </ol>
 */
final class FormCouncil {
    private static final Pattern ENDING = Pattern.compile("(?i).*?\\b(?:for|of|in|[-\u2013:])\\s+(?:the\\s+)?(.+)");
    private static final Pattern NO_NAME =
            Pattern.compile("(?i).*(election|etholiad|return|result|please|form\\b|@|declaration|poll).*");
    private static final int LONGEST = 120;

    private FormCouncil() {}

    static Optional<Cell> find(Form form, Optional<LocalDate> day) {
        LocalDate on = day.orElse(LocalDate.EPOCH.plusYears(50));
        Optional<Cell> labelled = form.cell(FormField.COUNCIL).filter(cell -> !cell.isBlank());
        return labelled.or(() -> byName(form, on)).or(() -> nearest(form));
    }

    /** Whether the text names a council of the table. */
    static Optional<Council> known(String text, Optional<LocalDate> day) {
        LocalDate on = day.orElse(LocalDate.EPOCH.plusYears(50));
        Councils councils = Councils.shipped();
        return councils.byName(text, on).or(() -> councils.bySlug(text.toLowerCase(Locale.ROOT), on));
    }

    private static Optional<Cell> byName(Form form, LocalDate day) {
        List<FormCell> head = head(form);
        Optional<Cell> whole = head.stream()
                .filter(cell -> known(cell.text(), Optional.of(day)).isPresent())
                .findFirst()
                .map(cell -> cell(form, cell, cell.text()));
        return whole.or(() -> head.stream()
                .flatMap(cell -> ending(cell.text())
                        .filter(end -> known(end, Optional.of(day)).isPresent())
                        .map(end -> cell(form, cell, end))
                        .stream())
                .findFirst());
    }

    private static Optional<String> ending(String text) {
        String rest = text;
        for (Matcher matcher = ENDING.matcher(rest); matcher.matches(); matcher = ENDING.matcher(rest)) {
            rest = matcher.group(1);
            if (known(rest, Optional.empty()).isPresent()) {
                return Optional.of(rest);
            }
        }
        return Optional.empty();
    }

    private static Optional<Cell> nearest(Form form) {
        int first = form.labels().found().values().stream()
                .mapToInt(found -> found.label().row())
                .min()
                .orElse(0);
        return form.sheet().above(first).stream()
                .filter(cell -> isText(cell) && !NO_NAME.matcher(cell.text()).matches())
                .reduce((before, after) -> after)
                .map(cell -> cell(form, cell, cell.text()));
    }

    /** Texts above the candidates that are neither labels nor their values. */
    private static List<FormCell> head(Form form) {
        Predicate<FormCell> isValue = cell -> form.labels().found().values().stream()
                .anyMatch(found -> found.value().equals(Optional.of(cell)));
        return form.sheet().above(form.table().map(FormTable::headingRow).orElse(Integer.MAX_VALUE)).stream()
                .filter(cell -> isText(cell) && !isValue.test(cell))
                .toList();
    }

    private static boolean isText(FormCell cell) {
        return !cell.isFormCode()
                && cell.text().length() <= LONGEST
                && cell.text().chars().anyMatch(Character::isLetter)
                && FormField.of(cell.text()).isEmpty();
    }

    private static Cell cell(Form form, FormCell at, String text) {
        return new Cell(form.sheet().place(at, ""), text, at.text());
    }
}
