package uk.declared.submission;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import uk.declared.election.Candidacy;
import uk.declared.election.Slug;
import uk.declared.election.Standing;
import uk.declared.report.Finding;
import uk.declared.report.Severity;

/** Reads the candidacies of one contest, a row each. */
final class CandidacyReader {
    private final CellReader cells;
    private final StandingReader standings;
    private final Consumer<Finding> findings;

    CandidacyReader(CellReader cells, Consumer<Finding> findings) {
        this.cells = cells;
        this.standings = new StandingReader(cells, findings);
        this.findings = findings;
    }

    List<Candidacy> read(List<TableRow> rows) {
        List<Candidacy> candidacies = rows.stream().map(this::candidacy).toList();
        reportMissingVotes(rows, candidacies);
        reportDoubles(rows, candidacies);
        return candidacies;
    }

    private Candidacy candidacy(TableRow row) {
        Optional<String> given = cells.text(row.cell(Column.GIVEN_NAME));
        Optional<String> family = cells.text(row.cell(Column.FAMILY_NAME));
        Optional<String> commonGiven = cells.text(row.cell(Column.COMMONLY_USED_GIVEN_NAME));
        Optional<String> commonFamily = cells.text(row.cell(Column.COMMONLY_USED_FAMILY_NAME));
        String printed = cells.text(row.cell(Column.NAME_ON_BALLOT_PAPER))
                .orElseGet(() -> join(commonGiven.or(() -> given), commonFamily.or(() -> family)));
        return new Candidacy(
                printed,
                given,
                family,
                commonGiven,
                commonFamily,
                standings.read(row),
                cells.text(row.cell(Column.DESCRIPTION)),
                cells.count(row.cell(Column.VOTES)),
                cells.yesOrNo(row.cell(Column.ELECTED)),
                cells.yesOrNo(row.cell(Column.DECIDED_BY_LOT)).orElse(false));
    }

    private static String join(Optional<String> given, Optional<String> family) {
        return (given.orElse("") + " " + family.orElse("")).strip();
    }

    /** Blank votes say that nobody voted only where they are blank for all, in an uncontested ward. */
    private void reportMissingVotes(List<TableRow> rows, List<Candidacy> candidacies) {
        boolean polled = rows.stream().anyMatch(row -> row.has(Column.VOTES));
        for (int i = 0; i < rows.size(); i++) {
            if (polled && !rows.get(i).has(Column.VOTES)) {
                report("F302", Severity.VIOLATION, rows.get(i).cell(Column.VOTES), candidacies.get(i), Map.of());
            }
        }
    }

    private void reportDoubles(List<TableRow> rows, List<Candidacy> candidacies) {
        Map<String, List<Integer>> byName = new HashMap<>();
        for (int i = 0; i < candidacies.size(); i++) {
            String name = Slug.of(candidacies.get(i).nameOnBallotPaper());
            List<Integer> before = byName.computeIfAbsent(name, key -> new ArrayList<>());
            if (!name.isEmpty() && !before.isEmpty()) {
                reportDouble(rows, candidacies, before, i);
            }
            before.add(i);
        }
    }

    private void reportDouble(List<TableRow> rows, List<Candidacy> candidacies, List<Integer> before, int index) {
        Candidacy candidacy = candidacies.get(index);
        Optional<Integer> same = before.stream()
                .filter(other -> sameStanding(candidacies.get(other).standing(), candidacy.standing()))
                .findFirst();
        int other = same.orElse(before.get(0));
        report(
                same.isPresent() ? "F203" : "W204",
                same.isPresent() ? Severity.VIOLATION : Severity.WARNING,
                nameCell(rows.get(index)),
                candidacy,
                Map.of("row", Integer.toString(rows.get(other).number())));
    }

    /** Parties are the same where their identifiers are, however they are spelt. */
    private static boolean sameStanding(Standing one, Standing other) {
        if (one instanceof Standing.ForParty first
                && other instanceof Standing.ForParty second
                && first.party().id().isPresent()) {
            return first.party().id().equals(second.party().id());
        }
        return one.equals(other);
    }

    private static Cell nameCell(TableRow row) {
        return row.has(Column.NAME_ON_BALLOT_PAPER)
                ? row.cell(Column.NAME_ON_BALLOT_PAPER)
                : row.cell(Column.FAMILY_NAME);
    }

    private void report(String rule, Severity severity, Cell cell, Candidacy candidacy, Map<String, String> more) {
        Map<String, String> details = new HashMap<>(more);
        details.put("candidate", candidacy.nameOnBallotPaper());
        findings.accept(new Finding(rule, severity, cell.place(), Optional.empty(), Optional.of(cell.text()), details));
    }
}
