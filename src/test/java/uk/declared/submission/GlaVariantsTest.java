package uk.declared.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.declared.election.Candidacy;
import uk.declared.election.ContestResult;
import uk.declared.election.ContestType;
import uk.declared.election.RejectionGround;
import uk.declared.submission.WorkbookFile.SheetBuilder;

/** Forms as officers fill them in: each test spoils one thing in a form that is right. */
class GlaVariantsTest {
    private static final ReadOptions CROYDON =
            new ReadOptions(Optional.empty(), Optional.of("croydon"), Optional.empty());

    private final WorkbookFile file = new WorkbookFile();
    private final SheetBuilder sheet = form(file.sheet("Old Town"));

    @Test
    void aFormThatIsRightNeedsNoWordButForItsDate() {
        Reading reading = file.read();
        ContestResult result = only(reading);

        assertThat(reading.rules()).containsExactly("I062@G4");
        assertThat(result.body().slug()).isEqualTo("croydon");
        assertThat(result.area().name()).isEqualTo("Old Town");
        assertThat(result.pollingDate()).isEqualTo(LocalDate.of(2026, 5, 7));
        assertThat(result.seats()).hasValue(2);
        assertThat(result.account().electorate()).hasValue(1000);
        assertThat(result.account().turnoutPercentage()).contains(new BigDecimal("40"));
        assertThat(result.account().rejected()).containsEntry(RejectionGround.TOO_MANY_VOTES, 3);
        assertThat(votes(result)).containsExactly(310, 250, 120, 80);
        assertThat(elected(result)).containsExactly("Ann ADAMS", "Bob BAKER");
    }

    @Test
    void everyValueKnowsItsCell() {
        SubmittedContest contest = file.read().contests().get(0);

        assertThat(contest.source()
                        .cell(Part.CONTEST, "electorate")
                        .map(cell -> cell.place().columnLetters().orElse("")
                                + cell.place().row().orElse(0)
                                + cell.place().sheet().orElse("")))
                .contains("G7Old Town");
        assertThat(contest.source().cell(Part.CONTEST, "turnoutPercentage").map(SourceMap.Cell::text))
                .contains("40%");
        assertThat(contest.source()
                        .cell(new Part.OfCandidacy(1), "votes")
                        .map(cell -> cell.place().row()))
                .contains(OptionalInt.of(21));
    }

    @ParameterizedTest
    @CsvSource({
        "0.4, I066, 40",
        "40, '', 40",
        "40%, I066, 40",
        "40.25 %, I066, 40.25",
        "40 per cent, I066, 40",
        "40% (400 voters), I066, 40"
    })
    void turnoutIsReadInManyWays(String written, String rule, BigDecimal read) {
        sheet.blank("G11").cell("G11", written);

        Reading reading = file.read();

        assertThat(only(reading).account().turnoutPercentage()).contains(read);
        assertThat(reading.rules()).contains(rule.isEmpty() ? "I062@G4" : rule + "@G11");
    }

    @Test
    void aTurnoutBelowOnePerCentIsNoFractionWhereTheFormSaysSo() {
        sheet.cell("G7", 100_000).blank("G11").cell("G11", 0.4);

        assertThat(only(file.read()).account().turnoutPercentage()).contains(new BigDecimal("0.4"));
    }

    @ParameterizedTest
    @CsvSource({
        "1 (1 vote), 1, I065",
        "' 310\u00A0', 310, ''",
        "'1,310', 1310, I065",
        "1 310 papers, 1310, I065",
        "nil, 0, I065",
        "310.0, 310, I065"
    })
    void countsAreReadInManyWays(String written, int read, String rule) {
        sheet.cell("G7", written);

        Reading reading = file.read();

        assertThat(only(reading).account().electorate()).hasValue(read);
        assertThat(reading.rules()).contains(rule.isEmpty() ? "I062@G4" : rule + "@G7");
    }

    @ParameterizedTest
    @CsvSource({"about 300, F030", "12 + 3, F030", "-5, F031", "#REF!, F047", "1O24, F030"})
    void whatIsNoCountIsRefusedWithItsCell(String written, String rule) {
        sheet.cell("G7", written);

        assertThat(file.read().rules()).contains(rule + "@G7");
    }

    /** 391 papers of 970 electors: 40.309278350515463 per cent, by Python. */
    @Test
    void aTurnoutThatAFormulaCameToIsRoundedToTwoPlaces() {
        sheet.blank("G11").cell("G11", 0.40309278350515463);

        Reading reading = file.read();

        assertThat(only(reading).account().turnoutPercentage()).contains(new BigDecimal("40.31"));
        assertThat(reading.rules()).contains("I066@G11", "I030@G11");
    }

    @Test
    void aTurnoutInACellOfPerCentIsRoundedToo() {
        sheet.blank("G11").formatted("G11", 0.40309278350515463, 2);

        Reading reading = file.read();

        assertThat(only(reading).account().turnoutPercentage()).contains(new BigDecimal("40.31"));
        assertThat(reading.rules()).contains("I030@G11");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "970, 970"})
    void aCountInACellOfPerCentIsTheNumberInIt(double number, int read) {
        sheet.blank("G7").formatted("G7", number, 2);

        assertThat(only(file.read()).account().electorate()).hasValue(read);
    }

    @ParameterizedTest
    @CsvSource({"NULL", "#N/A", "NA", "N/A", "\u2013"})
    void aSignForNothingIsNoFigure(String sign) {
        sheet.blank("G7").cell("G7", sign);

        Reading reading = file.read();

        assertThat(only(reading).account().electorate()).isEmpty();
        assertThat(reading.rules()).contains("I077@G7");
    }

    @Test
    void hiddenRowsOfAFormAreWarnedOf() {
        sheet.hide(21);

        assertThat(file.read().rules()).contains("W051@21");
    }

    @Test
    void aFormulaWithoutItsValueIsToldByItsName() {
        sheet.blank("G7").uncalculated("G7", "SUM(G20:G24)");

        assertThat(file.read().rules()).contains("F047@G7");
    }

    @Test
    void aDashIsNotAFigure() {
        sheet.cell("G7", "-");

        Reading reading = file.read();

        assertThat(only(reading).account().electorate()).isEmpty();
        assertThat(reading.rules()).contains("I077@G7");
    }

    @Test
    void aBlankGroundIsZeroOnlyWhereTheTotalIsMadeUpWithoutIt() {
        sheet.blank("G13");
        Reading made = file.read();
        sheet.cell("G12", 9);
        Reading open = file.read();

        assertThat(only(made).account().rejected()).containsEntry(RejectionGround.OFFICIAL_MARK, 0);
        assertThat(made.rules()).contains("I067@B13");
        assertThat(only(open).account().rejected()).doesNotContainKey(RejectionGround.OFFICIAL_MARK);
    }

    @Test
    void aBlankTotalStaysAbsent() {
        sheet.blank("G12");

        assertThat(only(file.read()).account().rejectedBallotPapers()).isEmpty();
    }

    @Test
    void blankVotesAreZeroOnlyWhereTheSumLeavesNoOtherReading() {
        sheet.blank("F23");
        Reading open = file.read();
        sheet.cell("E25", "Total").cell("F25", 680);
        Reading closed = file.read();

        assertThat(only(open).candidacies().get(3).votes()).isEmpty();
        assertThat(only(closed).candidacies().get(3).votes()).hasValue(0);
        assertThat(closed.rules()).contains("I078@F23");
    }

    @Test
    void aSumThatIsNotTheSumIsSaid() {
        sheet.cell("E25", "Total").cell("F25", 761);

        assertThat(file.read().rules()).contains("W072@F25");
    }

    @ParameterizedTest
    @CsvSource({
        "x, ''",
        "X, ''",
        "ELECTED, ''",
        "Yes, I074",
        "✓, I074",
        "*, I074",
        "Elected - Lab gain, I074",
        "1, I074"
    })
    void marksAreReadInManyWays(String mark, String rule) {
        sheet.cell("G20", mark).cell("G21", mark);

        Reading reading = file.read();

        assertThat(elected(only(reading))).containsExactly("Ann ADAMS", "Bob BAKER");
        assertThat(reading.rules()).contains(rule.isEmpty() ? "I062@G4" : rule + "@G20");
    }

    @Test
    void whoIsSaidNotToBeElectedIsNot() {
        sheet.cell("G22", "Not elected").cell("G23", "No");

        assertThat(elected(only(file.read()))).containsExactly("Ann ADAMS", "Bob BAKER");
    }

    @Test
    void anUnknownMarkIsRefused() {
        sheet.cell("G20", "see note");

        assertThat(file.read().rules()).contains("F035@G20");
    }

    @Test
    void aLotIsKept() {
        sheet.cell("F22", 250).cell("G21", "Elected by lot");

        Candidacy second = only(file.read()).candidacies().get(1);

        assertThat(second.decidedByLot()).isTrue();
        assertThat(second.elected()).contains(true);
    }

    @Test
    void withoutMarksTheMostVotesAreElectedAndThatIsSaid() {
        sheet.blank("G20").blank("G21");

        Reading reading = file.read();

        assertThat(elected(only(reading))).containsExactly("Ann ADAMS", "Bob BAKER");
        assertThat(reading.rules()).contains("I068@G20");
    }

    @Test
    void withoutMarksATieLeavesItOpenWhoIsElected() {
        sheet.blank("G20").blank("G21").cell("F22", 250);

        assertThat(only(file.read()).candidacies())
                .allMatch(candidacy -> candidacy.elected().isEmpty());
    }

    @Test
    void fewerMarksThanSeatsAreNotFilledUp() {
        sheet.blank("G21");

        assertThat(elected(only(file.read()))).containsExactly("Ann ADAMS");
    }

    @Test
    void unopposedMeansElectedWithoutVotes() {
        SheetBuilder other = form(file.sheet("Quiet"));
        other.cell("G5", "Quiet")
                .blank("G20")
                .blank("G21")
                .blank("B22")
                .blank("C22")
                .blank("E22")
                .blank("F22");
        other.blank("B23").blank("C23").blank("E23").blank("F23");
        other.cell("F20", "Unopposed").cell("F21", "uncontested");

        ContestResult quiet = file.read().contests().get(1).result();

        assertThat(elected(quiet)).hasSize(2);
        assertThat(quiet.candidacies()).allMatch(one -> one.votes().isEmpty());
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
    void aFormulaIsItsCachedValue() {
        sheet.blank("G8").formula("G8", "WEBSERVICE(\"http://localhost/\")+1", 400);

        assertThat(only(file.read()).account().validBallotPapers()).hasValue(400);
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
    void figuresWithoutCandidatesAndVotesWithoutNamesAreRefused() {
        sheet.blank("B22").blank("C22");

        assertThat(file.read().rules()).contains("F072@22");
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

    @Test
    void rejectedPapersCountedWithThoseRejectedInPartAreSaid() {
        sheet.cell("G17", 2).cell("G12", 10);

        assertThat(file.read().rules()).contains("W073@G12");
    }

    /** A form as it was handed out, filled in for a ward with four candidates. */
    private static SheetBuilder form(SheetBuilder sheet) {
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

    private static ContestResult only(Reading reading) {
        assertThat(reading.contests()).hasSize(1);
        return reading.contests().get(0).result();
    }

    private static List<Integer> votes(ContestResult result) {
        return result.candidacies().stream().map(one -> one.votes().orElse(-1)).toList();
    }

    private static List<String> elected(ContestResult result) {
        return result.candidacies().stream()
                .filter(one -> one.elected().orElse(false))
                .map(Candidacy::nameOnBallotPaper)
                .toList();
    }
}
