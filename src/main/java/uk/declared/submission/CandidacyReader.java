package uk.declared.submission;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import uk.declared.election.Candidacy;
import uk.declared.election.Nation;
import uk.declared.report.Finding;

/** Reads the candidacies of one contest, a row each. */
final class CandidacyReader {
    private final CellReader cells;
    private final StandingReader standings;

    CandidacyReader(CellReader cells, PartyFinder parties, Consumer<Finding> findings) {
        this.cells = cells;
        this.standings = new StandingReader(cells, parties, findings);
    }

    /** @param nation the nation that the contest is held in, where it is known */
    List<Candidacy> read(List<TableRow> rows, LocalDate day, Optional<Nation> nation) {
        return rows.stream().map(row -> candidacy(row, day, nation)).toList();
    }

    private Candidacy candidacy(TableRow row, LocalDate day, Optional<Nation> nation) {
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
                standings.read(row, day, nation),
                cells.text(row.cell(Column.DESCRIPTION)),
                cells.count(row.cell(Column.VOTES)),
                cells.yesOrNo(row.cell(Column.ELECTED)),
                cells.yesOrNo(row.cell(Column.DECIDED_BY_LOT)).orElse(false));
    }

    private static String join(Optional<String> given, Optional<String> family) {
        return (given.orElse("") + " " + family.orElse("")).strip();
    }
}
