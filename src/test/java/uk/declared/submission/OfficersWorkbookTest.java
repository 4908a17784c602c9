package uk.declared.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.declared.election.Candidacy;
import uk.declared.report.Finding;
import uk.declared.report.Severity;
import uk.declared.submission.WorkbookFile.SheetBuilder;

/** What officers' workbooks hold besides plain rows: merged and hidden cells, sums, formulas that nothing worked out. */
class OfficersWorkbookTest {
    private final WorkbookFile file = new WorkbookFile();
    private final SheetBuilder sheet = file.sheet("Results")
            .row(1, "council", "polling_date", "area_name", "electorate", "name_on_ballot_paper", "votes", "elected")
            .row(2, "trafford", "2024-05-02", "Hale", 8000, "Ann Adams", 1600, "yes")
            .row(3, "trafford", "2024-05-02", "Hale", 8000, "Bob Baker", 1400, "no");

    private static void assertHaleIsRead(Reading reading) {
        assertThat(reading.contests()).hasSize(1);
        assertThat(reading.contests().get(0).result().candidacies())
                .extracting(Candidacy::nameOnBallotPaper, Candidacy::votes)
                .containsExactly(tuple("Ann Adams", OptionalInt.of(1600)), tuple("Bob Baker", OptionalInt.of(1400)));
        assertThat(reading.findings()).noneMatch(finding -> finding.severity() == Severity.VIOLATION);
    }

    @Test
    void aMergedCellHoldsForAllItsRows() {
        for (String column : new String[] {"A", "B", "C", "D"}) {
            sheet.blank(column + "3").merge(column + "2:" + column + "3");
        }

        Reading reading = file.read();

        assertHaleIsRead(reading);
        assertThat(reading.rules()).contains("I043@A3", "I043@D3");
    }

    @Test
    void votesMergedOverTwoCandidatesAreNotEveryones() {
        sheet.blank("F3").merge("F2:F3");

        assertThat(file.read().contests().get(0).result().candidacies().get(1).votes())
                .isEmpty();
    }

    @Test
    void hiddenRowsAreReadWithAWarningThatNamesThem() {
        sheet.row(4, "trafford", "2024-05-02", "Hale", 8000, "Old Test", 5, "no")
                .hide(4);

        Reading reading = file.read();

        assertThat(reading.contests().get(0).result().candidacies()).hasSize(3);
        assertThat(reading.findings())
                .filteredOn(finding -> finding.rule().equals("W051"))
                .extracting(Finding::severity, finding -> finding.details().get("rows"))
                .containsExactly(tuple(Severity.WARNING, "4"));
    }

    @Test
    void aHiddenRowWithoutAnythingIsNotSpokenOf() {
        sheet.hide(9);

        assertThat(file.read().rules()).noneMatch(rule -> rule.startsWith("W051"));
    }

    @Test
    void aFormulaThatWasNotWorkedOutIsSaidToBeOne() {
        sheet.blank("F2").uncalculated("F2", "SUM(H2:K2)");

        Reading reading = file.read();

        assertThat(reading.rules()).contains("F047@F2");
        assertThat(reading.findings())
                .filteredOn(finding -> finding.rule().equals("F047"))
                .extracting(finding -> finding.value().orElse(""))
                .containsExactly("=SUM(H2:K2)");
    }

    @Test
    void formulasBelowTheTableThatWereNotWorkedOutAreNoRows() {
        sheet.uncalculated("A4", "IF(E4=\"\",\"\",A3)").uncalculated("C4", "IF(E4=\"\",\"\",C3)");

        assertHaleIsRead(file.read());
    }

    @ParameterizedTest
    @CsvSource({"Total, ''", "TOTAL VOTES, ''", "'', Hale Total", "'', Grand Total", "Cyfanswm, ''"})
    void aRowOfSumsIsNoCandidate(String name, String ward) {
        sheet.row(4, "trafford", "2024-05-02", ward, "", name, 3000, "");

        Reading reading = file.read();

        assertHaleIsRead(reading);
        assertThat(reading.rules()).contains("I044@F4");
    }

    @ParameterizedTest
    @CsvSource({"3000, false", "3001, true", "'', false"})
    void aSumThatIsNotTheCandidatesIsAskedAbout(String sum, boolean asked) {
        sheet.row(4, "", "", "", "", "Total", sum, "");

        assertThat(file.read().rules().contains("W072@F4")).isEqualTo(asked);
    }

    @Test
    void headingsThatStandAgainAreNoCandidate() {
        sheet.row(4, "council", "polling_date", "area_name", "electorate", "name_on_ballot_paper", "votes", "elected");

        Reading reading = file.read();

        assertHaleIsRead(reading);
        assertThat(reading.rules()).contains("I045@4");
    }

    @Test
    void spacesWithinNumbersAreRead() {
        sheet.blank("F2")
                .cell("F2", "1\u00A0600")
                .blank("F3")
                .cell("F3", "'1,400")
                .blank("D2")
                .cell("D2", "8\u2009000")
                .blank("D3")
                .cell("D3", "8\u2009000");

        assertHaleIsRead(file.read());
    }
}
