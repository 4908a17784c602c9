package uk.declared.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import uk.declared.election.Candidacy;
import uk.declared.election.ContestResult;
import uk.declared.submission.WorkbookFile.SheetBuilder;

/** A form of the GLA as it was handed out, filled in for one ward, to be varied by tests. */
abstract class GlaForm {
    static final ReadOptions CROYDON = new ReadOptions(Optional.empty(), Optional.of("croydon"), Optional.empty());
    final WorkbookFile file = new WorkbookFile();
    final SheetBuilder sheet = form(file.sheet("Old Town"));

    /** A form as it was handed out, filled in for a ward with four candidates. */
    static SheetBuilder form(SheetBuilder sheet) {
        sheet.cell("A1", "Report of Election for the Greater London Authority");
        sheet.cell("A3", "Croydon");
        sheet.cell("A4", "Date of election").cell("G4", "7 May 2026");
        sheet.cell("A5", "Ward").cell("G5", "Old Town").cell("I5", "00ABFX");
        sheet.cell("A6", "Number of Councillors to be elected").cell("G6", "2");
        sheet.cell("A7", "Number of local government electors entitled to vote in this election")
                .cell("G7", 1000);
        sheet.cell("A8", "Number of valid ballot papers").cell("G8", 400);
        sheet.cell("B9", "Ballot papers from polling stations").cell("G9", 250);
        sheet.cell("B10", "Ballot papers from postal votes").cell("G10", 150);
        sheet.cell("B11", "Turnout").formatted("G11", 0.4, 2);
        sheet.cell("A12", "Total number of rejected ballot papers").cell("G12", 8);
        sheet.cell("B13", "a\u00A0\u00A0Want of official mark.").cell("G13", 0);
        sheet.cell("B14", "b\u00A0\u00A0Voting for more candidates than voter is entitled.")
                .cell("G14", 3);
        sheet.cell("B15", "c\u00A0\u00A0Writing or mark by which the voter could be identified.")
                .cell("G15", 0);
        sheet.cell("B16", "d\u00A0\u00A0Unmarked or wholly void for uncertainty.")
                .cell("G16", 5);
        sheet.cell("A17", "Number rejected in part").cell("G17", 0);
        sheet.cell("B18", "Result of the election");
        sheet.row(
                19,
                "",
                "Candidate surname",
                "First name",
                "Whether Female (if known)",
                "Party",
                "Votes recorded",
                "If candidate was elected, mark with an 'X'");
        sheet.row(20, 1, "ADAMS", "Ann", "", "Green Party", 310, "X", "00ABFX1");
        sheet.row(21, 2, "BAKER", "Bob", "", "Labour Party", "250", "x", "00ABFX2");
        sheet.row(22, 3, "COLE", "Cy", "", "Reform UK", "120 ", "", "00ABFX3");
        sheet.row(23, 4, "DEAN", "Di", "", "Independent", 80, "", "00ABFX4");
        return sheet.cell("A24", 5).cell("H24", "00ABFX5");
    }

    static ContestResult only(Reading reading) {
        assertThat(reading.contests()).hasSize(1);
        return reading.contests().get(0).result();
    }

    static List<Integer> votes(ContestResult result) {
        return result.candidacies().stream().map(one -> one.votes().orElse(-1)).toList();
    }

    static List<String> elected(ContestResult result) {
        return result.candidacies().stream()
                .filter(one -> one.elected().orElse(false))
                .map(Candidacy::nameOnBallotPaper)
                .toList();
    }
}
