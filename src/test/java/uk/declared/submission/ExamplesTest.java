package uk.declared.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.declared.Samples;
import uk.declared.election.BallotAccount;
import uk.declared.election.Candidacy;
import uk.declared.election.ContestResult;
import uk.declared.election.ContestType;
import uk.declared.election.Office;
import uk.declared.election.RejectionGround;

/** The example results say what the council's own file says. The figures were summed from that by other means. */
class ExamplesTest {
    private static final Path FOLDER = Path.of("src/main/resources/declared/examples");
    private static final Path SOURCE = Samples.path("lga/trafford-2016-2026.csv");

    @ParameterizedTest
    @CsvSource({
        "2023-05-04, 21, 236, 63, 188313, 170598, 67496, 3, 94, 0, 509, 6",
        "2024-05-02, 21,  98, 21,  69980, 172319, 70612, 0, 46, 0, 584, 0"
    })
    void hasTheFiguresOfTheElection(
            String day,
            int contests,
            int candidacies,
            int elected,
            int votes,
            int electorate,
            int papers,
            int officialMark,
            int tooManyVotes,
            int identification,
            int unmarked,
            int inPart) {
        Reading reading = example(day);

        assertThat(reading.findings()).isEmpty();
        List<ContestResult> results = results(reading);
        List<Candidacy> all = results.stream()
                .flatMap(result -> result.candidacies().stream())
                .toList();
        assertThat(results).hasSize(contests);
        assertThat(all).hasSize(candidacies);
        assertThat(all.stream().filter(one -> one.elected().orElseThrow())).hasSize(elected);
        assertThat(all.stream().mapToInt(one -> one.votes().orElseThrow()).sum())
                .isEqualTo(votes);
        assertThat(sum(results, account -> account.electorate().orElseThrow())).isEqualTo(electorate);
        assertThat(sum(results, account -> account.ballotPapersCast().orElseThrow()))
                .isEqualTo(papers);
        assertThat(rejected(results, RejectionGround.OFFICIAL_MARK)).isEqualTo(officialMark);
        assertThat(rejected(results, RejectionGround.TOO_MANY_VOTES)).isEqualTo(tooManyVotes);
        assertThat(rejected(results, RejectionGround.IDENTIFICATION)).isEqualTo(identification);
        assertThat(rejected(results, RejectionGround.UNMARKED_OR_VOID)).isEqualTo(unmarked);
        assertThat(sum(results, account -> account.rejectedInPart().orElseThrow()))
                .isEqualTo(inPart);
    }

    @ParameterizedTest
    @CsvSource({"2023-05-04", "2024-05-02"})
    void isReadLikeTheFileThatItsFactsCameFrom(String day) {

        List<ContestResult> source = results(Reading.of(SOURCE)).stream()
                .filter(result -> result.pollingDate().toString().equals(day))
                .filter(result -> result.office() == Office.COUNCILLOR && result.type() == ContestType.ORDINARY)
                .toList();

        assertThat(results(example(day))).isEqualTo(source);
    }

    @ParameterizedTest
    @CsvSource({"2023-05-04", "2024-05-02"})
    void givesNoAddressesOfPersons(String day) {
        assertThat(example(day).contests()).allSatisfy(contest -> {
            assertThat(contest.details().contactEmail()).isEqualTo(Optional.empty());
            assertThat(contest.details().contactTelephone()).isEqualTo(Optional.empty());
        });
    }

    private static Reading example(String day) {
        return Reading.of(FOLDER.resolve("trafford-" + day + ".csv"));
    }

    private static List<ContestResult> results(Reading reading) {
        return reading.contests().stream().map(SubmittedContest::result).toList();
    }

    private static int rejected(List<ContestResult> results, RejectionGround ground) {
        return sum(results, account -> account.rejected().getOrDefault(ground, 0));
    }

    private static int sum(List<ContestResult> results, ToIntFunction<BallotAccount> figure) {
        return results.stream().map(ContestResult::account).mapToInt(figure).sum();
    }
}
