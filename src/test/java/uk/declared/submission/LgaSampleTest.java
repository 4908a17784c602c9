package uk.declared.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.declared.Samples;
import uk.declared.election.BallotId;
import uk.declared.election.Candidacy;
import uk.declared.election.ContestResult;
import uk.declared.election.ContestType;
import uk.declared.election.ElectedBody;
import uk.declared.election.Office;
import uk.declared.election.RejectionGround;
import uk.declared.election.Standing;
import uk.declared.election.VotingSystem;
import uk.declared.report.Place;

/** A real file of the LGA's format. The figures were counted from it by other means. */
class LgaSampleTest {
    private static final Path SAMPLE = Samples.path("lga/trafford-2016-2026.csv");

    private static Reading reading = new Reading();

    @BeforeAll
    static void readTheSample() {
        reading = Reading.of(SAMPLE);
    }

    @Test
    void nothingInItNeedsAWord() {
        assertThat(reading.findings()).isEmpty();
    }

    @Test
    void itsContestsAreOfFourKinds() {
        Map<String, Long> kinds = results().stream()
                .collect(Collectors.groupingBy(result -> result.office() + " " + result.type(), Collectors.counting()));

        assertThat(kinds)
                .containsOnly(
                        Map.entry("COUNCILLOR ORDINARY", 168L),
                        Map.entry("COUNCILLOR BY_ELECTION", 5L),
                        Map.entry("MEMBER_OF_PARLIAMENT ORDINARY", 6L),
                        Map.entry("MEMBER_OF_PARLIAMENT BY_ELECTION", 1L));
    }

    @Test
    void itsCandidaciesVotesAndWinnersAddUp() {
        List<Candidacy> candidacies = results().stream()
                .flatMap(result -> result.candidacies().stream())
                .toList();

        assertThat(candidacies).hasSize(1_014);
        assertThat(candidacies.stream().filter(one -> one.elected().orElse(false)))
                .hasSize(228);
        assertThat(candidacies.stream()
                        .mapToInt(one -> one.votes().orElseThrow())
                        .sum())
                .isEqualTo(1_053_842);
    }

    @Test
    void rejectedPapersAreCountedOnceAContest() {
        assertThat(rejected(RejectionGround.OFFICIAL_MARK)).isEqualTo(24);
        assertThat(rejected(RejectionGround.TOO_MANY_VOTES)).isEqualTo(481);
        assertThat(rejected(RejectionGround.IDENTIFICATION)).isEqualTo(82);
        assertThat(rejected(RejectionGround.UNMARKED_OR_VOID)).isEqualTo(2_580);
        assertThat(sum(result -> result.account().rejectedInPart().orElse(0))).isEqualTo(8);
    }

    @Test
    void whereTheSourceIsSilentNothingIsSaid() {
        assertThat(results().stream()
                        .filter(result -> result.account().rejected().isEmpty()
                                && result.account().rejectedInPart().isEmpty()))
                .hasSize(46);
        assertThat(results()).allSatisfy(result -> assertThat(result.seats()).isEmpty());
        assertThat(results().stream()
                        .filter(result -> result.account().electorate().isEmpty()))
                .hasSize(1);
    }

    @Test
    void everyContestHasTheCodeOfItsArea() {
        assertThat(results().stream().map(result -> result.area().code()).distinct())
                .hasSize(44)
                .allMatch(Optional::isPresent);
    }

    @Test
    void everyContestHasAnIdentifierOfItsOwn() {
        assertThat(results().stream().map(ContestResult::id).distinct()).hasSize(180);
        assertThat(results())
                .allSatisfy(result -> assertThat(result.id().value().contains(".by."))
                        .isEqualTo(result.type() == ContestType.BY_ELECTION));
    }

    @Test
    void addressesWithAndWithoutTlsNameOneParty() {
        List<String> parties = results().stream()
                .flatMap(result -> result.candidacies().stream())
                .map(Candidacy::standing)
                .filter(Standing.ForParty.class::isInstance)
                .map(standing -> ((Standing.ForParty) standing).party().id().orElseThrow())
                .toList();

        assertThat(parties).hasSize(1_014 - 23).contains("PP63", "PP52").allMatch(id -> id.matches("PP\\d+"));
    }

    @Test
    void aContestForParliamentIsNoCouncilsThoughACouncilPublishesIt() {
        SubmittedContest contest = reading.contests().stream()
                .filter(one -> one.result().office() == Office.MEMBER_OF_PARLIAMENT)
                .findFirst()
                .orElseThrow();

        assertThat(contest.result().body()).isEqualTo(ElectedBody.HOUSE_OF_COMMONS);
        assertThat(contest.details().publisher().map(ElectedBody::slug)).contains("trafford");
        assertThat(contest.result().id().value()).startsWith("parl.");
    }

    @Test
    void aWardIsReadAsItStandsInTheFile() {
        SubmittedContest contest = contest("local.trafford.altrincham.2016-05-05");
        ContestResult result = contest.result();

        assertThat(result.body().area().orElseThrow().value()).isEqualTo("E08000009");
        assertThat(result.votingSystem()).contains(VotingSystem.FIRST_PAST_THE_POST);
        assertThat(result.account().electorate()).isEqualTo(OptionalInt.of(8_472));
        assertThat(result.account().ballotPapersCast()).isEqualTo(OptionalInt.of(3_288));
        assertThat(result.account().turnoutPercentage().orElseThrow()).isEqualByComparingTo("38.8");
        Candidacy first = result.candidacies().get(0);
        assertThat(first.nameOnBallotPaper()).isEqualTo("Daniel Adam JERROME");
        assertThat(first.votes()).isEqualTo(OptionalInt.of(777));
        assertThat(first.elected()).contains(false);
        assertThat(first.description()).isEmpty();
    }

    @Test
    void everyValueKnowsItsCell() {
        SourceMap source = contest("local.trafford.altrincham.2016-05-05").source();

        assertThat(source.cell(new Part.OfCandidacy(0), "votes"))
                .contains(new SourceMap.Cell(Place.cell("trafford-2016-2026.csv", 2, 19, "VotesWon"), "777"));
        assertThat(source.cell(new Part.OfRejection(RejectionGround.UNMARKED_OR_VOID), "ballotPapers"))
                .map(SourceMap.Cell::text)
                .contains("7");
        assertThat(source.place(Part.CONTEST)).contains(Place.row("trafford-2016-2026.csv", 2));
    }

    private static SubmittedContest contest(String id) {
        return reading.contests().stream()
                .filter(contest -> contest.result().id().equals(new BallotId(id)))
                .findFirst()
                .orElseThrow();
    }

    private static List<ContestResult> results() {
        return reading.contests().stream().map(SubmittedContest::result).toList();
    }

    private static int rejected(RejectionGround ground) {
        return sum(result -> result.account().rejected().getOrDefault(ground, 0));
    }

    private static int sum(ToIntFunction<ContestResult> figure) {
        return results().stream().mapToInt(figure).sum();
    }
}
