package uk.declared.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.declared.election.Candidacy;
import uk.declared.election.ContestResult;
import uk.declared.election.RejectionGround;
import uk.declared.submission.WorkbookFile.SheetBuilder;

/** Forms as officers fill them in: each test spoils one thing in a form that is right. */
class GlaVariantsTest extends GlaForm {
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

    @Test
    void aFormulaIsItsCachedValue() {
        sheet.blank("G8").formula("G8", "WEBSERVICE(\"http://localhost/\")+1", 400);

        assertThat(only(file.read()).account().validBallotPapers()).hasValue(400);
    }

    @Test
    void figuresWithoutCandidatesAndVotesWithoutNamesAreRefused() {
        sheet.blank("B22").blank("C22");

        assertThat(file.read().rules()).contains("F072@22");
    }

    @Test
    void rejectedPapersCountedWithThoseRejectedInPartAreSaid() {
        sheet.cell("G17", 2).cell("G12", 10);

        assertThat(file.read().rules()).contains("W073@G12");
    }
}
