package uk.declared.submission.handbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.declared.election.GssCode;
import uk.declared.format.Column;
import uk.declared.submission.UnreadableSubmissionException;
import uk.declared.submission.column.Headings;
import uk.declared.submission.table.Grid;
import uk.declared.submission.table.TableLayout;
import uk.declared.submission.text.HandbookText;
import uk.declared.submission.text.Texts;

/**
 * A sheet of a handbook whose columns are known by their headings. Where several headings say the same, the values decide: codes
 * of the Office for National Statistics before a compiler's own, and the longest names of parties before abbreviations.
 *
 * @param roles where each role stands, counted from 0
 * @param localCode where the compiler's own code of the area stands
 * @param title what stands above the headings
 * @param samples the first rows below them
 */
record HandbookSheet(
        Grid grid,
        Headings headings,
        Map<HandbookRole, Integer> roles,
        Optional<Integer> localCode,
        String title,
        List<List<String>> samples) {
    private static final int ROWS_LOOKED_AT = 30;
    private static final int SAMPLES = 60;
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)(?!\\d)");

    /** The sheet, by its row of headings that says most. */
    static Optional<HandbookSheet> of(Grid grid) throws IOException, UnreadableSubmissionException {
        List<Headings> rows = new ArrayList<>();
        grid.forEach((number, cells) -> {
            rows.add(Headings.of(number, cells));
            return rows.size() < ROWS_LOOKED_AT + SAMPLES;
        });
        Optional<Headings> best = rows.stream()
                .limit(ROWS_LOOKED_AT)
                .max(Comparator.comparingInt((Headings row) -> said(row).size())
                        .thenComparing(Comparator.comparingInt((Headings row) -> -row.row())))
                .filter(row -> said(row).size() >= 3);
        if (best.isEmpty()) {
            return Optional.empty();
        }
        Headings headings = best.get();
        StringBuilder title = new StringBuilder();
        rows.stream()
                .filter(row -> row.row() < headings.row())
                .forEach(row -> title.append(String.join(" ", row.texts())).append(' '));
        List<List<String>> samples = rows.stream()
                .filter(row -> row.row() > headings.row())
                .map(Headings::texts)
                .limit(SAMPLES)
                .toList();
        return Optional.of(assigned(grid, headings, title.toString(), samples));
    }

    private static Set<HandbookRole> said(Headings row) {
        Set<HandbookRole> said = new HashSet<>();
        row.texts()
                .forEach(text -> HandbookRole.of(text)
                        .filter(role -> role != HandbookRole.PASSED)
                        .ifPresent(said::add));
        return said;
    }

    private static HandbookSheet assigned(Grid grid, Headings headings, String title, List<List<String>> samples) {
        Map<HandbookRole, Integer> roles = new EnumMap<>(HandbookRole.class);
        Optional<Integer> local = Optional.empty();
        for (int i = 0; i < headings.texts().size(); i++) {
            int column = i;
            Optional<HandbookRole> found = HandbookRole.of(headings.texts().get(i));
            if (found.isEmpty() || found.get() == HandbookRole.PASSED) {
                continue;
            }
            HandbookRole role = found.get();
            boolean isCode = role == HandbookRole.AREA_CODE
                    || role == HandbookRole.COUNCIL_CODE
                    || role == HandbookRole.COUNTY_CODE;
            if (isCode && !hasCodes(samples, column)) {
                if (role == HandbookRole.AREA_CODE && local.isEmpty()) {
                    local = Optional.of(column);
                }
                continue;
            }
            if (role == HandbookRole.PARTY && roles.containsKey(role)) {
                int before = roles.get(role);
                roles.put(role, length(samples, column) > length(samples, before) ? column : before);
            } else {
                roles.putIfAbsent(role, column);
            }
        }
        return new HandbookSheet(grid, headings, roles, local, title, samples);
    }

    private static boolean hasCodes(List<List<String>> samples, int column) {
        List<String> given = given(samples, column);
        long codes =
                given.stream().filter(text -> GssCode.parse(text).isPresent()).count();
        return codes > 0 && codes * 2 > given.size();
    }

    private static int length(List<List<String>> samples, int column) {
        return given(samples, column).stream().mapToInt(String::length).sum();
    }

    private static List<String> given(List<List<String>> samples, int column) {
        return samples.stream()
                .filter(row -> row.size() > column)
                .map(row -> row.get(column))
                .filter(text -> !text.isEmpty() && !HandbookText.isMissing(text))
                .toList();
    }

    boolean has(HandbookRole role) {
        return roles.containsKey(role);
    }

    /** What a row has for a role; empty where it has nothing. */
    String text(List<String> cells, HandbookRole role) {
        return text(cells, Optional.ofNullable(roles.get(role)));
    }

    /** The compiler's own code of the area. */
    String localCode(List<String> cells) {
        return text(cells, localCode);
    }

    private static String text(List<String> cells, Optional<Integer> column) {
        String text = column.filter(index -> index < cells.size())
                .map(index -> Texts.clean(cells.get(index)))
                .orElse("");
        return HandbookText.isMissing(text) ? "" : text;
    }

    /** Whether it has candidates of wards of councils, with their votes. */
    boolean hasCandidates() {
        return (has(HandbookRole.NAME) || has(HandbookRole.SURNAME))
                && has(HandbookRole.VOTES)
                && has(HandbookRole.PARTY)
                && (has(HandbookRole.AREA_NAME) || has(HandbookRole.AREA_CODE))
                && namesAreas();
    }

    /** Whether it has figures of wards, and no candidates. */
    boolean hasWards() {
        return !has(HandbookRole.NAME)
                && !has(HandbookRole.SURNAME)
                && namesAreas()
                && (has(HandbookRole.ELECTORATE) || has(HandbookRole.TURNOUT) || has(HandbookRole.SEATS));
    }

    private boolean namesAreas() {
        boolean council = has(HandbookRole.COUNCIL_NAME)
                || has(HandbookRole.COUNCIL_CODE)
                || has(HandbookRole.COUNTY_NAME)
                || has(HandbookRole.COUNTY_CODE);
        return council && (has(HandbookRole.AREA_NAME) || has(HandbookRole.AREA_CODE) || localCode.isPresent());
    }

    /** The year that its rows, or else what stands above them, say that it is about. */
    Optional<Integer> year() {
        Optional<String> ofRows = samples.stream()
                .map(row -> text(row, HandbookRole.YEAR))
                .filter(text -> !text.isEmpty())
                .findFirst();
        return year(ofRows.orElse(title));
    }

    /** The one year that a text names. */
    static Optional<Integer> year(String text) {
        Matcher year = YEAR.matcher(text);
        return year.find() ? Optional.of(Integer.parseInt(year.group(1))) : Optional.empty();
    }

    /** Its headings that are not read. */
    List<String> unread() {
        List<String> unread = new ArrayList<>();
        for (int i = 0; i < headings.texts().size(); i++) {
            if (!isRead(i)
                    && localCode.filter(Integer.valueOf(i)::equals).isEmpty()
                    && !headings.texts().get(i).isEmpty()) {
                unread.add(headings.texts().get(i));
            }
        }
        return unread;
    }

    private boolean isRead(int column) {
        return roles.entrySet().stream().anyMatch(entry -> entry.getValue() == column);
    }

    /** The layout of its rows as a table of candidacies. */
    TableLayout layout() {
        Map<Column, Integer> indexes = new TreeMap<>();
        roles.forEach((role, index) -> role.column().ifPresent(column -> indexes.put(column, index)));
        Optional.ofNullable(roles.get(HandbookRole.AREA_CODE)).ifPresent(at -> indexes.put(Column.AREA_CODE, at));
        localCode.ifPresent(at -> indexes.put(Column.AREA_IDENTIFIER, at));
        return new TableLayout(grid.place(), headings.row(), headings.texts(), indexes, Map.of());
    }
}
