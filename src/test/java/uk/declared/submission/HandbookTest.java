package uk.declared.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
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
import uk.declared.election.ContestStatus;
import uk.declared.election.Gender;
import uk.declared.election.Standing;
import uk.declared.submission.text.HandbookText;

/** The House of Commons Library's handbooks: two real ones, and small ones invented in the layouts of other years. */
class HandbookTest extends HandbookWorkbooks {
    @Test
    void aDivisionIsTheCountysAndAWardTheDistricts() throws IOException {
        assertThat(reading(coded(), "a.xlsx").contests())
                .extracting(contest -> contest.result().id().value())
                .containsExactly(
                        "local.kent.vale.2021-05-06",
                        "local.ashford.hill.2021-05-06",
                        "local.trafford.dale.2021-05-06");
    }

    @Test
    void figuresOfTheWardComeFromItsOwnSheetAndItsCell() throws IOException {
        SubmittedContest contest = reading(coded(), "a.xlsx").contests().get(0);

        assertThat(contest.result().seats()).isEqualTo(OptionalInt.of(1));
        assertThat(contest.result().account().electorate()).isEqualTo(OptionalInt.of(4000));
        assertThat(contest.result().account().turnoutPercentage()).contains(new BigDecimal("25.25"));
        assertThat(contest.source()
                        .cell(Part.CONTEST, "electorate")
                        .orElseThrow()
                        .place()
                        .sheet())
                .contains("Wards-results");
    }

    @Test
    void aWardOnOneSheetAloneIsNamed() throws IOException {
        Reading reading = reading(coded(), "a.xlsx");

        assertThat(reading.rules()).contains("W032@F7", "W033@5");
        assertThat(reading.contests().get(1).result().seats()).as("NA").isEmpty();
    }

    @Test
    void surnamesFirstAreParted() throws IOException {
        assertThat(reading(coded(), "a.xlsx").contests().get(0).result().candidacies())
                .extracting(Candidacy::nameOnBallotPaper, Candidacy::familyName, Candidacy::givenName)
                .containsExactly(
                        tuple("A. Able", Optional.of("Able"), Optional.of("A.")),
                        tuple("B.C. De Best", Optional.of("De Best"), Optional.of("B.C.")));
    }

    @Test
    void genderAndIncumbencyAreReadWhereTheyAreGiven() throws IOException {
        List<Candidacy> uncoded =
                reading(uncoded(), "LEH-2023.xlsx").contests().get(0).result().candidacies();
        List<Candidacy> coded =
                reading(coded(), "a.xlsx").contests().get(2).result().candidacies();

        assertThat(uncoded)
                .extracting(Candidacy::gender, Candidacy::incumbent)
                .containsExactly(
                        tuple(Optional.of(Gender.FEMALE), Optional.empty()),
                        tuple(Optional.of(Gender.MALE), Optional.empty()));
        assertThat(coded.get(0).gender()).isEmpty();
        assertThat(coded.get(0).incumbent()).contains(true);
    }

    @Test
    void abbreviationsAreReadByTheHandbooksKey() throws IOException {
        List<Standing> standings = reading(coded(), "a.xlsx").contests().stream()
                .flatMap(contest -> contest.result().candidacies().stream())
                .map(Candidacy::standing)
                .toList();

        assertThat(standings)
                .containsExactly(
                        party("Conservative"),
                        party("Farnworth and Kearsley First"),
                        new Standing.NotStated(),
                        new Standing.Independent(),
                        party("Labour"));
    }

    @Test
    void noVotesForTheOnlyCandidateMeansNoPoll() throws IOException {
        ContestResult unopposed = reading(coded(), "a.xlsx").contests().get(2).result();

        assertThat(unopposed.candidacies().get(0).votes()).isEmpty();
        assertThat(unopposed.contestStatus()).contains(ContestStatus.UNCONTESTED);
    }

    @Test
    void whatWasReadAndTheDayThatWasTakenAreSaid() throws IOException {
        Reading reading = reading(coded(), "a.xlsx");

        assertThat(reading.rules()).contains("I036", "I032", "I035@H3");
        assertThat(reading.findings().stream()
                        .filter(finding -> finding.rule().equals("I036"))
                        .findFirst()
                        .orElseThrow()
                        .details())
                .containsEntry("candidates", "“Candidates-results”")
                .containsEntry("wards", "“Wards-results”")
                .containsEntry("unread", "Candidate number, Votes (%), Party ID, Vote effective");
        assertThat(reading.contests()).allMatch(SubmittedContest::collected);
    }

    @Test
    void theSendersDayComesFirst() throws IOException {
        ReadOptions options =
                new ReadOptions(Optional.empty(), Optional.empty(), Optional.of(LocalDate.of(2021, 6, 10)));
        Reading reading = reading(coded(), "a.xlsx", options);

        assertThat(reading.contests().get(0).result().pollingDate()).isEqualTo("2021-06-10");
        assertThat(reading.rules()).doesNotContain("I032");
    }

    @Test
    void headingsAndSheetsOfAnotherYearSayTheSame() throws IOException {
        Reading reading = reading(uncoded(), "LEH-Candidates-2023.xlsx");
        ContestResult contest = reading.contests().get(0).result();

        assertThat(contest.id().value()).isEqualTo("local.ashford.vale.2023-05-04");
        assertThat(contest.account().electorate()).isEqualTo(OptionalInt.of(400));
        assertThat(contest.account().turnoutPercentage()).contains(new BigDecimal("30"));
        assertThat(contest.candidacies())
                .extracting(Candidacy::nameOnBallotPaper, Candidacy::votes, Candidacy::elected)
                .containsExactly(
                        tuple("A ABLE", OptionalInt.of(70), Optional.of(true)),
                        tuple("B J BEST", OptionalInt.of(50), Optional.of(false)));
        assertThat(reading.contests().get(1).result().id().value()).isEqualTo("local.bristol.vale.2023-05-04");
        assertThat(reading.rules()).contains("I037@E3").doesNotContain("W032@B2");
    }

    @Test
    void withoutDayAndYearTheDayIsAskedFor() throws IOException {
        Reading reading = reading(uncoded(), "results.xlsx");

        assertThat(reading.isUnreadable()).isTrue();
        assertThat(reading.rules()).contains("F084");
    }

    @Test
    void aTypeOfCouncilTellsTheCountysDivisionsWhereNoCodeDoes() throws IOException {
        Reading reading = reading(tiers("County council"), "a.xlsx");

        assertThat(reading.contests())
                .extracting(contest -> contest.result().id().value())
                .containsExactly("local.kent.vale.2025-05-01", "local.cornwall.hill.2025-05-01");
        assertThat(reading.contests().get(0).result().account().ballotPapersCast())
                .isEqualTo(OptionalInt.of(123));
        assertThat(reading.contests().get(0).result().account().rejectedBallotPapers())
                .isEqualTo(OptionalInt.of(3));
        assertThat(reading.contests().get(0).result().candidacies().get(0).nameOnBallotPaper())
                .isEqualTo("Ann Able");
    }

    @Test
    void aDivisionAndAWardOfOneNameInOneDistrictAreTwoContests() throws IOException {
        WorkbookFile file = tiers("County council");
        WorkbookFile.SheetBuilder more = file.sheet("Districts");
        more.row(
                        1,
                        "Upper tier authority",
                        "Lower tier authority",
                        "Local authority type",
                        "EC ward code",
                        "Ward name",
                        "Candidate name",
                        "Party name",
                        "Votes cast",
                        "Elected",
                        "Year")
                .row(2, "Kent", "Ashford", "County council", "31", "Moor", "Dent, Di", "Labour", 9, "Yes", 2025)
                .row(3, "Kent", "Ashford", "District council", "32", "Moor", "Eve, Ed", "Labour", 7, "Yes", 2025)
                .row(4, "Kent", "Ashford", "County council", "31", "Moor", "Fry, Flo", "Green", 8, "No", 2025);

        assertThat(reading(file, "a.xlsx").contests())
                .extracting(contest -> contest.result().id().value())
                .contains("local.kent.moor.2025-05-01", "local.ashford.moor.2025-05-01");
    }

    @Test
    void whereNothingTellsCountyFromDistrictItIsAsked() throws IOException {
        assertThat(reading(tiers("Two tiers"), "a.xlsx").rules()).contains("F086@E3");
    }

    @Test
    void sheetsThatDisagreeLeaveTheFigureOut() throws IOException {
        WorkbookFile file = new WorkbookFile();
        file.sheet("Candidates")
                .row(1, "Council name", "Ward name", "Electorate", "Candidate", "Party", "Votes", "Elected", "Year")
                .row(2, "Ashford", "Vale", 400, "Able, A.", "LAB", 70, 1, 2024)
                .row(3, "Dover", "Hill", 500, "Best, B.", "LAB", 70, 1, 2024);
        file.sheet("Wards")
                .row(1, "Council name", "Ward name", "Electorate", "Seats")
                .row(2, "Ashford", "Vale", 4000, 1)
                .row(3, "Dover", "Hill", 500, 1);

        Reading reading = reading(file, "a.xlsx");

        assertThat(reading.rules()).contains("W034@C2").doesNotContain("W034@C3");
        assertThat(reading.contests().get(0).result().account().electorate()).isEmpty();
        assertThat(reading.contests().get(1).result().account().electorate()).isEqualTo(OptionalInt.of(500));
    }

    @Test
    void aCouncilsOwnTableIsNoHandbook() throws IOException {
        WorkbookFile file = new WorkbookFile();
        file.sheet("Results")
                .row(1, "Council", "Ward", "Candidate", "Party", "Votes", "Elected")
                .row(2, "Ashford", "Vale", "Ann Able", "Labour", 70, "Yes")
                .row(3, "Ashford", "Vale", "Bob Best", "Green", 50, "No");

        assertThat(reading(file, "a.xlsx").rules()).doesNotContain("I036");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Loader, J.|Loader|J.",
                "Wye T.|Wye|T.",
                "Tshabalala S.N.A.|Tshabalala|S.N.A.",
                "De La Rue P. J.|De La Rue|P. J.",
                "Sheehan-O'Neil A./.|Sheehan-O'Neil|A./.",
                "Smith JP|Smith|JP",
                "van der Berg, Anna|van der Berg|Anna"
            })
    void aNameIsPartedBeforeACommaOrInitials(String name, String family, String given) {
        assertThat(HandbookText.surnameFirst(name)).contains(new HandbookText.Name(family, given));
    }

    @Test
    void aNameInItsUsualOrderIsNotParted() {
        assertThat(HandbookText.surnameFirst("Ann Able")).isEmpty();
        assertThat(HandbookText.surnameFirst("Prince")).isEmpty();
    }
}
