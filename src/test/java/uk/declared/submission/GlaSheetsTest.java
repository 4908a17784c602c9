package uk.declared.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.declared.election.ContestResult;
import uk.declared.election.ContestType;
import uk.declared.submission.WorkbookFile.SheetBuilder;

/** What a form says beside its figures: council, day, ward and labels; and workbooks with more than one sheet. */
class GlaSheetsTest extends GlaForm {
    @Test
    void hiddenRowsOfAFormAreWarnedOf() {
        sheet.hide(21);

        assertThat(file.read().rules()).contains("W051@21");
    }

    @ParameterizedTest
    @CsvSource({"7th May 2026", "Thursday 7 May 2026", "07/05/2026", "7.5.26", "'May 7, 2026'", "7 Mai 2026", "46149"})
    void datesAreReadInManyWays(String written) {
        sheet.cell("G4", written);

        assertThat(only(file.read()).pollingDate()).isEqualTo(LocalDate.of(2026, 5, 7));
    }

    @Test
    void aDateKeptAsANumberIsADate() {
        sheet.blank("G4").formatted("G4", 46149, 1);

        Reading reading = file.read();

        assertThat(only(reading).pollingDate()).isEqualTo(LocalDate.of(2026, 5, 7));
        assertThat(reading.rules()).isEmpty();
    }

    @Test
    void labelsAreFoundWhereverTheyStandAndHoweverTheyAreCalled() {
        WorkbookFile moved = new WorkbookFile();
        SheetBuilder form = moved.sheet("Any");
        form.row(2, "", "", "London Borough of Croydon");
        form.row(4, "", "Name of ward:  Old Town", "", "POLLING DAY", "2026-05-07");
        form.row(6, "Name of candidate", "Description (if any)", "Number of votes", "Elected?");
        form.row(7, "Adams, Ann", "Green Party", 310, "Elected");
        form.row(8, "Ward Baker", "Labour Party", "120 (2nd)", "");
        form.row(10, "Electorate", "Ballot papers rejected", "Turn-out %", "Seats");
        form.row(11, 1000, 8, 43, 1);

        Reading reading = moved.read();
        ContestResult result = only(reading);

        assertThat(result.body().slug()).isEqualTo("croydon");
        assertThat(result.area().name()).isEqualTo("Old Town");
        assertThat(result.account().electorate()).hasValue(1000);
        assertThat(result.account().rejectedBallotPapers()).hasValue(8);
        assertThat(result.account().turnoutPercentage()).contains(new BigDecimal("43"));
        assertThat(result.seats()).hasValue(1);
        assertThat(result.candidacies().get(0).familyName()).contains("Adams");
        assertThat(votes(result)).containsExactly(310, 120);
        assertThat(elected(result)).containsExactly("Ann Adams");
    }

    @Test
    void aCandidateCalledWardOrPostIsNoLabel() {
        sheet.cell("B22", "WARD").cell("C22", "Zoe").cell("B23", "POST").cell("C23", "Ida");

        ContestResult result = only(file.read());

        assertThat(result.candidacies().get(2).nameOnBallotPaper()).isEqualTo("Zoe WARD");
        assertThat(result.area().name()).isEqualTo("Old Town");
        assertThat(result.account().postalBallotPapers()).hasValue(150);
    }

    @Test
    void aMergedPartyIsThatOfEveryRow() {
        sheet.blank("E21").merge("E20:E21");

        Reading reading = file.read();

        assertThat(only(reading).candidacies().get(1).standing())
                .isEqualTo(only(reading).candidacies().get(0).standing());
        assertThat(reading.rules()).contains("I076@E21");
    }

    @Test
    void notesAndUnknownFiguresAreSaidAndNotRead() {
        sheet.cell("A2", "Number of tellers").cell("G2", 12).cell("B30", "NB: a recount was held in this ward");

        Reading reading = file.read();

        assertThat(reading.rules()).contains("I071@A2", "I071@B30");
        assertThat(only(reading).candidacies()).hasSize(4);
    }

    @Test
    void withoutACouncilTheQuestionIsAskedOnce() {
        sheet.blank("A3");
        form(file.sheet("New Town")).blank("A3").cell("G5", "New Town");

        Reading asked = file.read();

        assertThat(asked.contests()).isEmpty();
        assertThat(asked.rules()).containsOnlyOnce("F068");
        assertThat(file.read(CROYDON).contests()).hasSize(2);
    }

    @Test
    void councilAndDayThatOneSheetLeavesBlankAreThoseOfTheOthers() {
        form(file.sheet("New Town")).blank("A3").blank("G4").cell("G5", "New Town");

        Reading reading = file.read();

        assertThat(reading.contests().get(1).result().body().slug()).isEqualTo("croydon");
        assertThat(reading.contests().get(1).result().pollingDate()).isEqualTo(LocalDate.of(2026, 5, 7));
        assertThat(reading.rules()).contains("I070", "I070@A4");
    }

    @Test
    void anUnknownCouncilIsNamedWithTheLikeliest() {
        sheet.cell("A3", "Croydn");

        Reading reading = file.read();

        assertThat(reading.rules()).contains("F038@A3");
        assertThat(reading.findings())
                .anyMatch(finding ->
                        finding.details().getOrDefault("suggestions", "").contains("croydon"));
    }

    @Test
    void anotherCouncilThanTheSendersIsRefused() {
        ReadOptions barnet = new ReadOptions(Optional.empty(), Optional.of("barnet"), Optional.empty());

        assertThat(file.read(barnet).rules()).contains("F042@A3");
    }

    @Test
    void aBlankWardIsTheSheetsNameWithAWarning() {
        sheet.blank("G5");

        Reading reading = file.read();

        assertThat(only(reading).area().name()).isEqualTo("Old Town");
        assertThat(reading.rules()).contains("W068@A5");
    }

    @Test
    void aSheetsNameThatIsCutShortIsNoWard() {
        WorkbookFile cut = new WorkbookFile();
        form(cut.sheet("Old Tow...")).blank("G5");

        assertThat(cut.read().rules()).contains("F039@A5");
    }

    @Test
    void otherSheetsHiddenOnesAndBlankFormsAreSaid() {
        form(file.sheet("New Town", "hidden")).cell("G5", "New Town");
        file.sheet("Notes").cell("A1", "Collected by hand");
        file.sheet("Empty");
        SheetBuilder blank = file.sheet("Template");
        blank.row(1, "Ward").row(2, "Turnout").row(3, "Candidate surname", "First name", "Votes recorded");

        Reading reading = file.read();

        assertThat(reading.contests()).hasSize(2);
        assertThat(reading.findings().stream()
                        .map(finding ->
                                finding.rule() + " " + finding.place().sheet().orElse("")))
                .contains("W067 New Town", "I063 Notes", "I064 Template")
                .doesNotContain("I063 Empty");
    }

    @Test
    void twoTablesOnASheetAreRefused() {
        sheet.row(30, "", "Candidate surname", "First name", "", "Party", "Votes recorded");

        assertThat(file.read().rules()).contains("F070@30");
    }

    @Test
    void aTitleThatSaysByElectionMakesItOne() {
        sheet.cell("A1", "Result of the by-election");

        assertThat(only(file.read()).type()).isEqualTo(ContestType.BY_ELECTION);
    }
}
