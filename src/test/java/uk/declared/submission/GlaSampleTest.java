package uk.declared.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.declared.Samples;
import uk.declared.election.BallotAccount;
import uk.declared.election.Candidacy;
import uk.declared.election.ContestResult;
import uk.declared.election.Standing;
import uk.declared.reference.AreaRecord;
import uk.declared.reference.ReferenceData;
import uk.declared.report.Finding;
import uk.declared.report.Severity;

/** Six boroughs' own returns. The figures were counted from the cells by other means. */
class GlaSampleTest {
    private static final Path FOLDER = Samples.path("gla");
    private static final LocalDate DAY = LocalDate.of(2026, 5, 7);
    private static final Map<String, Reading> READ = new HashMap<>();

    @AfterAll
    static void forget() {
        READ.clear();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    # borough            | wards | stood | votes | elected | electors | valid | postal | rejected | by ground | in part | turnout
                    barking-and-dagenham | 19 | 215 | 132859 | 51 | 151480 |  51395 | 12136 | 230 | 230 |  1 |  643.52
                    barnet               | 24 | 312 | 288955 | 63 | 262275 | 110552 | 30384 | 373 | 364 |  9 | 1010.9
                    camden               | 20 | 270 | 159180 | 55 | 153633 |   3396 | 16799 |   0 | 212 |  0 |  770.4
                    hounslow             | 22 | 265 | 219562 | 62 | 201962 |  82503 | 18228 | 313 | 300 | 13 |  899
                    sutton               | 20 | 281 | 201507 | 55 | 157480 |  73670 | 17641 | 158 | 158 |  0 |  934.71
                    westminster          | 18 | 263 | 135820 | 54 | 130603 |  46962 | 11121 |   0 | 208 | 16 |  648.2
                    """)
    void everyFigureOfABoroughAddsUp(
            String borough,
            int wards,
            int stood,
            int votes,
            long elected,
            int electors,
            int valid,
            int postal,
            int rejected,
            int byGround,
            int inPart,
            BigDecimal turnout) {
        List<ContestResult> results = results(read(borough, ReferenceData.NONE));
        List<Candidacy> candidacies =
                results.stream().flatMap(one -> one.candidacies().stream()).toList();
        List<BallotAccount> accounts =
                results.stream().map(ContestResult::account).toList();

        assertThat(results).hasSize(wards);
        assertThat(candidacies).hasSize(stood);
        assertThat(sum(candidacies, Candidacy::votes)).isEqualTo(votes);
        assertThat(candidacies.stream().filter(one -> one.elected().orElseThrow()))
                .hasSize((int) elected);
        assertThat(sum(results, ContestResult::seats)).isEqualTo((int) elected);
        assertThat(sum(accounts, BallotAccount::electorate)).isEqualTo(electors);
        assertThat(sum(accounts, BallotAccount::validBallotPapers)).isEqualTo(valid);
        assertThat(sum(accounts, BallotAccount::postalBallotPapers)).isEqualTo(postal);
        assertThat(sum(accounts, BallotAccount::rejectedBallotPapers)).isEqualTo(rejected);
        assertThat(accounts.stream()
                        .flatMap(one -> one.rejected().values().stream())
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(byGround);
        assertThat(sum(accounts, BallotAccount::rejectedInPart)).isEqualTo(inPart);
        assertThat(accounts.stream()
                        .map(one -> one.turnoutPercentage().orElseThrow())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(turnout);
        assertThat(results)
                .allMatch(one ->
                        one.pollingDate().equals(DAY) && one.body().slug().equals(borough));
    }

    @ParameterizedTest
    @CsvSource({"barking-and-dagenham", "barnet", "camden", "hounslow", "sutton", "westminster"})
    void everyWardIsLinkedToTheCodeThatWasLiveOnTheDay(String borough) throws IOException {
        ReferenceData reference = SampleReferenceData.load();
        List<ContestResult> results = results(read(borough, reference));

        Set<String> live =
                reference
                        .geography()
                        .electoralAreas(results.get(0).body().area().orElseThrow(), DAY)
                        .stream()
                        .map(AreaRecord::code)
                        .map(Object::toString)
                        .collect(Collectors.toSet());
        assertThat(results.stream().map(one -> one.area().code().orElseThrow().toString()))
                .containsExactlyInAnyOrderElementsOf(live);
    }

    @Test
    void partiesAreKnownHoweverSpeltAndTyposAreOnlySuggested() throws IOException {
        ReferenceData reference = SampleReferenceData.load();
        List<Finding> doubts = boroughs()
                .flatMap(borough -> read(borough, reference).findings().stream())
                .filter(finding -> finding.rule().startsWith("W06"))
                .toList();

        assertThat(doubts.stream().map(finding -> finding.value().orElse("")).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "Liberal Deomcrat",
                        "Liberal Demorat",
                        "Liberal Deomocrat",
                        "Brentford Independent",
                        "Heston Independent",
                        "Hounslow Independent",
                        "Brentford & Isleworth Independent",
                        "National Housing Party Camden People First",
                        "National Housing Party No More Refugees",
                        "Camden People's Alliance");
        assertThat(doubts)
                .filteredOn(finding -> finding.value().orElse("").startsWith("Liberal De"))
                .allMatch(finding -> finding.details().getOrDefault("id", "").equals("PP90"));
    }

    @Test
    void labourAndCooperativeCandidatesStandForBoth() throws IOException {
        List<ContestResult> results = results(read("sutton", SampleReferenceData.load()));

        assertThat(results.stream()
                        .flatMap(one -> one.candidacies().stream())
                        .filter(one -> one.standing() instanceof Standing.Joint))
                .hasSize(7);
    }

    @Test
    void nothingStandsInTheWayOfPublishing() {
        boroughs()
                .forEach(borough -> assertThat(read(borough, ReferenceData.NONE).findings())
                        .noneMatch(finding -> finding.severity() == Severity.VIOLATION));
    }

    @Test
    void theEmptyFormHoldsNothing() {
        Reading reading = read("template", ReferenceData.NONE);

        assertThat(reading.contests()).isEmpty();
        assertThat(reading.rules()).containsExactly("I064");
    }

    @Test
    void papersThatDoNotAddUpAreSaidWithTheirCell() {
        Reading reading = read("westminster", ReferenceData.NONE);

        assertThat(reading.rules()).contains("W070@G8");
    }

    private static Stream<String> boroughs() {
        return Stream.of("barking-and-dagenham", "barnet", "camden", "hounslow", "sutton", "westminster");
    }

    /** A workbook is read once for all tests that ask for it with the same reference data. */
    private static Reading read(String name, ReferenceData reference) {
        return READ.computeIfAbsent(name + reference.parties().isLoaded(), missing -> readAnew(name, reference));
    }

    private static Reading readAnew(String name, ReferenceData reference) {
        Path file = FOLDER.resolve(name.equals("template") ? "template.xlsx" : name + "-2026-05-07.xlsx");
        Assumptions.assumeTrue(Files.exists(file), "The sample of the GLA form is not here: " + file + " is absent.");
        return Reading.of(file, ReadOptions.NONE, reference);
    }

    private static List<ContestResult> results(Reading reading) {
        return reading.contests().stream().map(SubmittedContest::result).toList();
    }

    private static <T> int sum(Collection<T> all, Function<T, OptionalInt> figure) {
        return all.stream().mapToInt(one -> figure.apply(one).orElse(0)).sum();
    }
}
