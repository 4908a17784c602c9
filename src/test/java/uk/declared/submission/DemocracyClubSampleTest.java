package uk.declared.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.declared.Samples;
import uk.declared.election.Candidacy;
import uk.declared.election.ContestResult;
import uk.declared.election.DeclarationStatus;
import uk.declared.election.GssCode;
import uk.declared.election.Office;
import uk.declared.election.Standing;
import uk.declared.report.Finding;
import uk.declared.report.Severity;

/** Nine elections of 3 May 2018 in Democracy Club's layout of that year; figures counted with a spreadsheet's means. */
class DemocracyClubSampleTest {
    private static final Path FILE = Samples.path("democracyclub/results-2018-05-03-nine-elections.csv");
    private static final Path CODES = Samples.path("democracyclub/ballot-to-gss-2018-05-03.csv");

    private static Reading reading = new Reading();
    private static Map<String, ContestResult> contests = Map.of();

    @BeforeAll
    static void read() {
        assumeThat(Files.exists(FILE))
                .as("The folder shared/data with the real files is not here")
                .isTrue();
        reading = Reading.of(FILE);
        contests = reading.contests().stream()
                .map(SubmittedContest::result)
                .collect(Collectors.toMap(contest -> contest.id().value(), Function.identity()));
    }

    @Test
    void everyBallotCandidateSeatAndVoteIsRead() {
        List<Candidacy> all = contests.values().stream()
                .flatMap(contest -> contest.candidacies().stream())
                .toList();

        assertThat(reading.isUnreadable()).isFalse();
        assertThat(contests).hasSize(162);
        assertThat(all).hasSize(1073);
        assertThat(all.stream().filter(who -> who.elected().orElse(false))).hasSize(284);
        assertThat(all.stream().mapToInt(who -> who.votes().orElseThrow()).sum())
                .isEqualTo(811_074);
    }

    @Test
    void everyBallotIsLinkedToTheWardThatDemocracyClubLinksItTo() throws Exception {
        Map<String, String> expected = new HashMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(CODES)) {
            rows.forEach(row -> expected.put(row.getField("ballot_id"), row.getField("gss_code")));
        }

        Map<String, String> linked = Reading.of(FILE, ReadOptions.NONE, SampleReferenceData.load()).contests().stream()
                .map(SubmittedContest::result)
                .filter(contest -> contest.office() == Office.COUNCILLOR)
                .collect(Collectors.toMap(
                        contest -> contest.id().value(),
                        contest -> contest.area().code().map(GssCode::value).orElse("")));

        assertThat(linked).isEqualTo(expected);
    }

    @Test
    void noRowIsRefused() {
        assertThat(reading.findings().stream()
                        .filter(finding -> finding.severity() == Severity.VIOLATION)
                        .map(Finding::rule))
                .isEmpty();
    }

    @Test
    void theElectionsAreThoseOfTheIdentifiers() {
        Map<String, Long> byBody = contests.values().stream()
                .collect(Collectors.groupingBy(
                        contest -> contest.office().notation() + " "
                                + contest.body().slug(),
                        Collectors.counting()));

        assertThat(byBody)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "councillor adur", 14L,
                        "councillor blackburn-with-darwen", 17L,
                        "councillor huntingdonshire", 26L,
                        "councillor st-albans", 20L,
                        "councillor sutton", 18L,
                        "councillor tower-hamlets", 20L,
                        "councillor trafford", 21L,
                        "councillor wigan", 25L,
                        "mayor tower-hamlets", 1L));
    }

    @Test
    void theMayorIsElectedByTheWholeBorough() {
        ContestResult mayor = contest("mayor.tower-hamlets.2018-05-03");

        assertThat(mayor.office()).isEqualTo(Office.MAYOR);
        assertThat(mayor.area().name()).isEqualTo("Tower Hamlets");
        assertThat(mayor.area().code().orElseThrow().value()).isEqualTo("E09000030");
        assertThat(mayor.account().turnoutPercentage()).contains(new BigDecimal("42"));
        assertThat(mayor.account().rejectedBallotPapers()).isEqualTo(OptionalInt.of(2571));
    }

    @Test
    void theTieAtNonsuchIsReadAsALot() {
        ContestResult nonsuch = contest("local.sutton.nonsuch.2018-05-03");

        assertThat(nonsuch.candidacies().stream().filter(who -> who.votes().equals(OptionalInt.of(1405))))
                .extracting(Candidacy::elected, Candidacy::decidedByLot)
                .containsExactlyInAnyOrder(tuple(Optional.of(true), true), tuple(Optional.of(false), false));
        assertThat(count("I087")).isEqualTo(1);
    }

    @Test
    void aCountOfVotesIsNotTakenForACountOfPapers() {
        assertThat(contest("local.sutton.nonsuch.2018-05-03").account().ballotPapersCast())
                .isEmpty();
        assertThat(count("W086")).as("the eight wards of Sutton that have one").isEqualTo(8);
    }

    @Test
    void aPercentageIsReadWhereACandidateHasMoreVotes() {
        assertThat(contest("local.wigan.leigh-west.2018-05-03").account().turnoutPercentage())
                .contains(new BigDecimal("23"));
        assertThat(count("I085"))
                .as("25 wards of Wigan, 17 of Blackburn, and the mayor")
                .isEqualTo(43);
    }

    @Test
    void peopleKeepTheirNumbersAndIndependentsHaveNoParty() {
        List<Candidacy> all = contests.values().stream()
                .flatMap(contest -> contest.candidacies().stream())
                .toList();

        assertThat(all.stream().filter(who -> who.person().isPresent())).hasSize(1073);
        assertThat(all.stream().filter(who -> who.standing() instanceof Standing.Independent))
                .hasSize(30);
        assertThat(contests.values()).extracting(ContestResult::status).containsOnly(DeclarationStatus.DECLARED);
    }

    private static ContestResult contest(String id) {
        return Objects.requireNonNull(contests.get(id), id);
    }

    private static long count(String rule) {
        return reading.findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .count();
    }
}
