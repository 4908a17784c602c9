package uk.declared.submission.row;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import uk.declared.election.Area;
import uk.declared.election.GssCode;
import uk.declared.election.PartialResult;
import uk.declared.election.Slug;
import uk.declared.format.Column;
import uk.declared.report.Finding;
import uk.declared.report.Severity;
import uk.declared.submission.text.Texts;

/**
 * Reads the results of counting areas. Their rows name one: votes and account are the area's there. Rows that name none are the
 * whole's, and where there are none nothing is known of the whole but who stands.
 */
final class PartReader {
    /** What tells candidates of one name apart, where both rows have it. */
    private static final List<Column> TELLING =
            List.of(Column.PARTY_ID, Column.PARTY_NAME, Column.DESCRIPTION, Column.PERSON_ID);

    /** What a candidate came to, which the row of one counting area does not say. */
    private static final Set<Column> WON = Set.of(Column.VOTES, Column.ELECTED, Column.DECIDED_BY_LOT);

    private final CellReader cells;
    private final BallotAccountReader accounts;
    private final Consumer<Finding> findings;

    PartReader(CellReader cells, BallotAccountReader accounts, Consumer<Finding> findings) {
        this.cells = cells;
        this.accounts = accounts;
        this.findings = findings;
    }

    private static boolean isOfPart(TableRow row) {
        return row.has(Column.COUNTING_AREA_CODE) || row.has(Column.COUNTING_AREA_NAME);
    }

    /** The rows of each counting area, in the source's order, by the area's code or else its name; none without one. */
    static Map<String, List<TableRow>> byArea(List<TableRow> rows) {
        Map<String, String> codes = new HashMap<>();
        Map<String, List<TableRow>> byArea = new LinkedHashMap<>();
        List<TableRow> parts = rows.stream().filter(PartReader::isOfPart).toList();
        parts.stream()
                .filter(row -> row.has(Column.COUNTING_AREA_CODE))
                .forEach(row -> codes.putIfAbsent(name(row), code(row)));
        for (TableRow row : parts) {
            String key = row.has(Column.COUNTING_AREA_CODE) ? code(row) : codes.getOrDefault(name(row), name(row));
            byArea.computeIfAbsent(key, missing -> new ArrayList<>()).add(row);
        }
        return byArea;
    }

    private static String code(TableRow row) {
        return Texts.lastPart(row.text(Column.COUNTING_AREA_CODE)).toUpperCase(Locale.ROOT);
    }

    private static String name(TableRow row) {
        return Slug.of(row.text(Column.COUNTING_AREA_NAME));
    }

    /** The rows of the whole; where there is none, one for every candidate of the parts, without figures. */
    static List<TableRow> whole(List<TableRow> rows) {
        List<TableRow> whole = rows.stream().filter(row -> !isOfPart(row)).toList();
        if (!whole.isEmpty()) {
            return whole;
        }
        List<TableRow> candidates = new ArrayList<>();
        for (TableRow row : rows) {
            if (!printed(row).isEmpty() && candidates.stream().noneMatch(known -> isSame(known, row))) {
                candidates.add(row);
            }
        }
        return (candidates.isEmpty() ? rows.subList(0, 1) : candidates)
                .stream().map(PartReader::withoutFigures).toList();
    }

    private static TableRow withoutFigures(TableRow row) {
        Map<Column, String> blank = new TreeMap<>();
        row.columns().stream()
                .filter(column -> column.isOfAccount() || WON.contains(column))
                .forEach(column -> blank.put(column, ""));
        return row.with(blank, Map.of());
    }

    /** @param whole the rows of the candidacies, in their order */
    List<PartialResult> read(Map<String, List<TableRow>> byArea, List<TableRow> whole) {
        return byArea.values().stream().map(rows -> part(rows, whole)).toList();
    }

    private PartialResult part(List<TableRow> rows, List<TableRow> whole) {
        TableRow first = rows.get(0);
        Optional<GssCode> code = rows.stream()
                .filter(row -> row.has(Column.COUNTING_AREA_CODE))
                .findFirst()
                .flatMap(row -> cells.code(row.cell(Column.COUNTING_AREA_CODE)));
        String name = rows.stream()
                .map(row -> row.text(Column.COUNTING_AREA_NAME))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElseGet(() -> code(first));
        Map<Integer, Integer> votes = new TreeMap<>();
        for (TableRow row : rows) {
            OptionalInt given = cells.count(row.cell(Column.VOTES));
            if (given.isPresent()) {
                candidate(row, whole, name)
                        .filter(index -> votes.putIfAbsent(index, given.getAsInt()) != null)
                        .ifPresent(index -> violation("F050", row, name));
            }
        }
        return new PartialResult(new Area(code, name), accounts.account(first), votes);
    }

    /** The candidacy that a row is of; where there is none, or no telling which, that is reported. */
    private Optional<Integer> candidate(TableRow row, List<TableRow> whole, String area) {
        List<Integer> same = IntStream.range(0, whole.size())
                .filter(index -> isSame(whole.get(index), row))
                .boxed()
                .toList();
        if (same.size() != 1) {
            violation("F052", row, area);
            return Optional.empty();
        }
        return Optional.of(same.get(0));
    }

    private static boolean isSame(TableRow one, TableRow other) {
        return printed(one).equals(printed(other))
                && TELLING.stream()
                        .filter(column -> one.has(column) && other.has(column))
                        .allMatch(column -> Texts.plain(one.text(column)).equals(Texts.plain(other.text(column))));
    }

    private static String printed(TableRow row) {
        return Texts.plain(
                row.has(Column.NAME_ON_BALLOT_PAPER)
                        ? row.text(Column.NAME_ON_BALLOT_PAPER)
                        : row.text(Column.GIVEN_NAME) + row.text(Column.FAMILY_NAME));
    }

    private void violation(String rule, TableRow row, String area) {
        Column named = row.has(Column.NAME_ON_BALLOT_PAPER) ? Column.NAME_ON_BALLOT_PAPER : Column.FAMILY_NAME;
        findings.accept(new Finding(
                rule,
                Severity.VIOLATION,
                row.cell(named).place(),
                Optional.empty(),
                Optional.of(row.text(named)),
                Map.of("countingarea", area)));
    }
}
