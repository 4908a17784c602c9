package uk.declared.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.declared.Samples;
import uk.declared.election.Candidacy;
import uk.declared.election.ContestResult;
import uk.declared.election.ContestStatus;
import uk.declared.election.Gender;
import uk.declared.election.PartyReference;
import uk.declared.election.Standing;
import uk.declared.report.Severity;
import uk.declared.submission.text.HandbookText;

/** The House of Commons Library's handbooks: two real ones, and small ones invented in the layouts of other years. */
class HandbookTest {
    private static final Path NATIONAL = Samples.path("national");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "leh-2021.xlsx, 2021-05-06, 3864, 18044, 13753845, 4730, 143, 3863",
        "leh-2024.xlsx, 2024-05-02, 1903, 10029, 6015164, 2659, 107, 1903"
    })
    void theRealHandbooksAreReadToTheLastVote(
            String file, LocalDate day, int contests, int candidates, int votes, int elected, int councils, int wards) {
        Path handbook = NATIONAL.resolve(file);
        assumeThat(Files.exists(handbook))
                .as("The folder shared/data with the real files is not here")
                .isTrue();

        Reading reading = Reading.of(handbook);
        List<ContestResult> results =
                reading.contests().stream().map(SubmittedContest::result).toList();
        List<Candidacy> candidacies = results.stream()
                .flatMap(contest -> contest.candidacies().stream())
                .toList();

        assertThat(reading.findings()).noneMatch(finding -> finding.severity() == Severity.VIOLATION);
        assertThat(results)
                .hasSize(contests)
                .allMatch(contest -> contest.pollingDate().equals(day))
                .allMatch(contest -> contest.account()
                        .turnoutPercentage()
                        .filter(turnout -> turnout.compareTo(BigDecimal.ONE) < 0)
                        .isEmpty());
        assertThat(results.stream().map(contest -> contest.body().slug()).distinct())
                .as(
                        "those elected to: 227 districts are named in 2021, 1,366 of whose rows of wards are divisions of counties")
                .hasSize(councils);
        assertThat(results.stream()
                        .filter(contest -> contest.account().electorate().isPresent()))
                .as("wards with an electorate")
                .hasSize(wards);
        assertThat(candidacies).hasSize(candidates);
        assertThat(candidacies.stream().mapToInt(who -> who.votes().orElse(0)).sum())
                .isEqualTo(votes);
        assertThat(candidacies.stream().filter(who -> who.elected().orElseThrow()))
                .hasSize(elected);
    }

    /** Candidates on one sheet and wards on the other, with codes, as in 2021; the title says the year. */
    private WorkbookFile coded() {
        WorkbookFile file = new WorkbookFile();
        file.sheet("Contents").row(1, "Table of contents");
        file.sheet("Candidates-results")
                .row(1, "Local election results by candidate, 2021")
                .row(
                        2,
                        "County code",
                        "County name",
                        "Local authority code",
                        "Local authority name",
                        "Ward/ED code",
                        "Ward/ED name",
                        "Candidate number",
                        "Candidate name",
                        "Inumbent",
                        "Votes",
                        "Votes (%)",
                        "Elected",
                        "Party ID",
                        "Party name",
                        "Vote effective")
                .row(
                        3,
                        "E10000016",
                        "Kent",
                        "E07000105",
                        "Ashford",
                        "E58099001",
                        "Vale",
                        1,
                        "Able A.",
                        0,
                        700,
                        0.7,
                        1,
                        101,
                        "CON",
                        1)
                .row(
                        4,
                        "E10000016",
                        "Kent",
                        "E07000105",
                        "Ashford",
                        "E58099001",
                        "Vale",
                        2,
                        "De Best B.C.",
                        0,
                        300,
                        0.3,
                        0,
                        201,
                        "F&KFP",
                        1)
                .row(
                        5,
                        "E10000016",
                        "Kent",
                        "E07000105",
                        "Ashford",
                        "E05099002",
                        "Hill",
                        1,
                        "Cole C.",
                        0,
                        90,
                        0.6,
                        1,
                        501,
                        "ND",
                        1)
                .row(
                        6,
                        "E10000016",
                        "Kent",
                        "E07000105",
                        "Ashford",
                        "E05099002",
                        "Hill",
                        2,
                        "Dent D.",
                        0,
                        60,
                        0.4,
                        0,
                        401,
                        "IND",
                        1)
                .row(
                        7,
                        "E11000001",
                        "Greater Manchester",
                        "E08000009",
                        "Trafford",
                        "E05099003",
                        "Dale",
                        1,
                        "Eve E.",
                        1,
                        0,
                        "NA",
                        1,
                        201,
                        "LAB",
                        1);
        file.sheet("Wards-results")
                .row(1, "Local election results by ward, 2021")
                .row(
                        2,
                        "Local authority name",
                        "Ward/ED code",
                        "Ward/ED name",
                        "Vacancies",
                        "Type",
                        "Electorate",
                        "Turnout (%)",
                        "CON",
                        "LAB")
                .row(3, "Ashford", "E58099001", "Vale", 1, "SC", 4000, 25.249999999999996, 700, 0)
                .row(4, "Ashford", "E05099002", "Hill", "NA", "SDT", 600, 25, 0, 0)
                .row(5, "Ashford", "E05099009", "Moor", 1, "SDT", 600, 25, 0, 0);
        file.sheet("Party names")
                .row(1, "Key to party names in results tabs")
                .row(2, "Party abbreviation", "Party name", "Number of candidates")
                .row(3, "CON", "Conservative", 1)
                .row(4, "F&KFP", "Farnworth and Kearsley First", 1)
                .row(5, "LAB", "Labour & Co-operative Party", 1)
                .row(6, "LAB", "Labour", 40)
                .row(7, "ND", "No Description", 1);
        return file;
    }

    private Reading reading(WorkbookFile file, String name) throws IOException {
        return reading(file, name, ReadOptions.NONE);
    }

    private Reading reading(WorkbookFile file, String name, ReadOptions options) throws IOException {
        return Reading.of(Files.move(file.write(), folder.resolve(name)), options);
    }

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

    private static Standing party(String name) {
        return new Standing.ForParty(new PartyReference(Optional.empty(), Optional.of(name)));
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

    /** Neither codes nor titles, and headings in capitals, as in 2023. */
    private WorkbookFile uncoded() {
        WorkbookFile file = new WorkbookFile();
        file.sheet("Cand_Table")
                .row(1, "DISTRICTNAME", "WARDNAME", "TYPE", "NAME", "SEX", "VOTE", "SHARE", "WINNER", "PARTYNAME")
                .row(2, "Ashford", "Vale", "SDA", "ABLE A", "F", 70, 58.3, 1, "LAB")
                .row(3, "Ashford", "Vale", "SDA", "BEST B J", "M", 50, 41.7, 0, "CON")
                .row(4, "Bristol, City of", "Vale", "UAA", "COLE C", "F", 80, 100, 1, "GREEN");
        file.sheet("Ward_Level")
                .row(1, "DISTRICTNAME", "WARDNAME", "VACS", "ELECT", "TURNOUT")
                .row(2, "Bristol, City of", "Vale", 1, 900, 0.0889)
                .row(3, "Ashford", "Vale", 1, 400, 0.3);
        return file;
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

    /** Upper and lower tiers, ballots and invalid votes, and codes of the compiler's own, as in 2025. */
    private WorkbookFile tiers(String type) {
        WorkbookFile file = new WorkbookFile();
        file.sheet("Candidates result")
                .row(1, "Results by candidate, 1 May 2025")
                .row(
                        2,
                        "Upper tier authority",
                        "Lower tier authority",
                        "Local authority type",
                        "EC ward code",
                        "Ward/ County Electoral District name",
                        "Candidate name",
                        "Party name",
                        "Votes cast",
                        "Elected")
                .row(3, "Kent", "Ashford", type, "2901", "Vale", "Able, Ann", "Labour", 70, "Yes")
                .row(4, "Kent", "Ashford", type, "2901", "Vale", "Best, Bob", "Green", 50, "No")
                .row(5, "", "Cornwall", "Unitary", "2902", "Hill", "Cole, Cat", "Green", 50, "Yes");
        file.sheet("Ward results")
                .row(1, "Results by ward")
                .row(2, "Lower tier authority", "EC ward code", "Seats", "Electorate", "Ballots", "Invalid votes")
                .row(3, "Ashford", "2901", 1, 400, 123, 3)
                .row(4, "Cornwall", "2902", 1, 300, 52, 2);
        return file;
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
