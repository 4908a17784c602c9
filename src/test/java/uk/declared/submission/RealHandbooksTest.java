package uk.declared.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.declared.Samples;
import uk.declared.election.Candidacy;
import uk.declared.election.ContestResult;
import uk.declared.report.Severity;

/** The House of Commons Library's handbooks of two years, where they are at hand. */
class RealHandbooksTest {
    private static final Path NATIONAL = Samples.path("national");

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
}
