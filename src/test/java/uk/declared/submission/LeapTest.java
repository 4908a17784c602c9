package uk.declared.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import uk.declared.Samples;
import uk.declared.election.Candidacy;
import uk.declared.election.ContestResult;
import uk.declared.election.ContestStatus;
import uk.declared.election.PartyReference;
import uk.declared.election.Standing;
import uk.declared.report.Severity;
import uk.declared.submission.leap.LeapShape;

/** The Local Elections Archive Project's files: the real one of 2018, and others invented in its form. */
class LeapTest {
    private static final Path FILE = Samples.path("national/leap-2018-05-03.csv");
    private static final ReadOptions DAY =
            new ReadOptions(Optional.empty(), Optional.empty(), Optional.of(LocalDate.of(2019, 5, 2)));
    private static final String ROWS = """
            "Adur","E07000223","Vale","E05099001","Ann Able","C","634","1"
            "Adur","E07000223","Vale","E05099001","Bob Best","Lab","315","0"
            "Adur","E07000223","Elected Mayor",NULL,NULL,NULL,NULL,NULL
            "Arun","E07000224","Hill","E05099002","Cat Cole","Ind","0","1"
            """;

    @Test
    void theRealFileIsReadToTheLastVote() {
        assumeThat(Files.exists(FILE))
                .as("The folder shared/data with the real files is not here")
                .isTrue();

        Reading reading = Reading.of(FILE);
        List<Candidacy> candidacies = reading.contests().stream()
                .flatMap(contest -> contest.result().candidacies().stream())
                .toList();

        assertThat(reading.findings())
                .noneMatch(finding -> finding.severity() == Severity.VIOLATION)
                .filteredOn(finding -> finding.rule().equals("W031"))
                .as("four mayors, and a row that names a council alone")
                .hasSize(5);
        assertThat(reading.contests())
                .as("2,754 with those five")
                .hasSize(2749)
                .allMatch(contest -> contest.result().pollingDate().equals(LocalDate.of(2018, 5, 3)))
                .allMatch(SubmittedContest::collected);
        assertThat(candidacies).as("16,063 rows, less those five").hasSize(16_058);
        assertThat(candidacies.stream().mapToInt(who -> who.votes().orElse(0)).sum())
                .isEqualTo(12_754_474);
        assertThat(candidacies.stream().filter(who -> who.elected().orElseThrow()))
                .hasSize(4418);
    }

    @Test
    void rowsWithoutHeadingsAreKnownByTheirShape() {
        ContestResult contest = Reading.ofText(ROWS, DAY).contests().get(0).result();

        assertThat(contest.id().value()).isEqualTo("local.adur.vale.2019-05-02");
        assertThat(contest.area().code().orElseThrow().value()).isEqualTo("E05099001");
        assertThat(contest.candidacies())
                .extracting(Candidacy::nameOnBallotPaper, Candidacy::votes, Candidacy::elected)
                .containsExactly(
                        tuple("Ann Able", OptionalInt.of(634), Optional.of(true)),
                        tuple("Bob Best", OptionalInt.of(315), Optional.of(false)));
        assertThat(contest.candidacies().get(0).standing())
                .isEqualTo(new Standing.ForParty(new PartyReference(Optional.empty(), Optional.of("Conservative"))));
    }

    @Test
    void whatStandsWhereIsToldByTheRowsNotByTheirOrder() {
        String moved = """
                "E07000223","Adur","Vale","Ann Able","C","634","1"
                "E07000223","Adur","Vale","Bob Best","Lab","315","0"
                """;

        ContestResult contest = Reading.ofText(moved, DAY).contests().get(0).result();

        assertThat(contest.id().value()).isEqualTo("local.adur.vale.2019-05-02");
        assertThat(contest.area().code()).isEmpty();
        assertThat(contest.candidacies().get(1).votes()).isEqualTo(OptionalInt.of(315));
    }

    @Test
    void aRowThatNamesAContestAloneIsLeftOutAndSaid() {
        Reading reading = Reading.ofText(ROWS, DAY);

        assertThat(reading.rules()).contains("W031@3");
        assertThat(reading.contests()).hasSize(2);
    }

    @Test
    void noVotesForTheOnlyCandidateMeansNoPoll() {
        Reading reading = Reading.ofText(ROWS, DAY);
        ContestResult unopposed = reading.contests().get(1).result();

        assertThat(unopposed.candidacies().get(0).votes()).isEmpty();
        assertThat(unopposed.contestStatus()).contains(ContestStatus.UNCONTESTED);
        assertThat(unopposed.candidacies().get(0).standing()).isInstanceOf(Standing.Independent.class);
        assertThat(reading.rules()).contains("I033@G4");
    }

    @Test
    void aLoserWithoutVotesIsNotUnopposed() {
        String poll = """
                "Adur","E07000223","Vale","E05099001","Ann Able","C","634","1"
                "Adur","E07000223","Vale","E05099001","Bob Best","Lab","0","0"
                """;

        assertThat(Reading.ofText(poll, DAY)
                        .contests()
                        .get(0)
                        .result()
                        .candidacies()
                        .get(1)
                        .votes())
                .isEqualTo(OptionalInt.of(0));
    }

    @Test
    void withoutADayInFileOrNameTheDayIsAskedFor() {
        Reading reading = Reading.ofText(ROWS);

        assertThat(reading.rules()).containsExactly("F084");
        assertThat(reading.isUnreadable()).isTrue();
    }

    @Test
    void aTableWithHeadingsIsNoneOfThese() {
        assertThat(LeapShape.of("council,code,ward,wardcode,name,party,votes,elected\n" + ROWS))
                .isEmpty();
        assertThat(LeapShape.of("1,2,3\n4,5,6\n")).isEmpty();
        assertThat(LeapShape.of("")).isEmpty();
    }
}
