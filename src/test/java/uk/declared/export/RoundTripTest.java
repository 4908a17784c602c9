package uk.declared.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.declared.Samples;
import uk.declared.Seeds;
import uk.declared.election.ContestResult;
import uk.declared.election.ElectionId;
import uk.declared.report.Severity;

/** What was exported as a table and is submitted again says the same. */
class RoundTripTest {
    private static final Path EXAMPLES = Path.of("src/main/resources/declared/examples");
    private static final Path TRAFFORD = Samples.path("lga/trafford-2016-2026.csv");
    private static final Path NINE_ELECTIONS = Samples.path("democracyclub/results-2018-05-03-nine-elections.csv");
    private static final Path SCOTLAND = Samples.path("stv/scotland-2017/five-councils.csv");

    @ParameterizedTest
    @MethodSource("uk.declared.Seeds#ten")
    void inTheLgaFormat(int seed) {
        Seeds.each(seed, 15, random -> isTheSame(AnyResults.sayableIn(CsvLayout.LGA, random), CsvLayout.LGA));
    }

    @ParameterizedTest
    @MethodSource("uk.declared.Seeds#ten")
    void inTheTemplate(int seed) {
        Seeds.each(seed, 15, random -> isTheSame(AnyResults.sayableIn(CsvLayout.TEMPLATE, random), CsvLayout.TEMPLATE));
    }

    @ParameterizedTest
    @MethodSource("uk.declared.Seeds#ten")
    void inDemocracyClubsFormat(int seed) {
        Seeds.each(
                seed,
                15,
                random -> isTheSame(AnyResults.sayableIn(CsvLayout.DEMOCRACY_CLUB, random), CsvLayout.DEMOCRACY_CLUB));
    }

    @Test
    void theExamplesInTheTemplateAndInTheLgaFormat() {
        for (String day : List.of("2023-05-04", "2024-05-02")) {
            List<ContestResult> results =
                    RoundTrip.read(EXAMPLES.resolve("trafford-" + day + ".csv")).contests();
            assertThat(results).hasSize(21);
            isTheSame(results, CsvLayout.TEMPLATE);
            isTheSame(results, CsvLayout.LGA);
        }
    }

    @Test
    void aCouncilsFileOfTenYearsInTheLgaFormatAndInTheTemplate() {
        List<ContestResult> results = read(TRAFFORD);
        assertThat(results).hasSize(180);

        isTheSame(results, CsvLayout.LGA);
        isTheSame(results, CsvLayout.TEMPLATE);
    }

    @Test
    void democracyClubsResultsInItsLayoutOfToday() {
        isTheSame(read(NINE_ELECTIONS), CsvLayout.DEMOCRACY_CLUB);
    }

    @Test
    void countsByStagesInTheTemplate() {
        isTheSame(read(SCOTLAND), CsvLayout.TEMPLATE);
    }

    private static List<ContestResult> read(Path file) {
        Assumptions.assumeTrue(Files.exists(file), "Skipped: the folder ../shared/data with real files is not here");
        return RoundTrip.read(file).contests();
    }

    /** Each election is a table, as the site gives it out. */
    private static void isTheSame(List<ContestResult> results, CsvLayout layout) {
        Map<Node, List<ContestResult>> elections =
                new TreeMap<>((one, other) -> one.toString().compareTo(other.toString()));
        results.forEach(result -> elections
                .computeIfAbsent(
                        RoundTrip.URIS.election(ElectionId.of(result.body(), result.office(), result.pollingDate())),
                        election -> new ArrayList<>())
                .add(result));
        elections.forEach((election, its) -> {
            String csv = RoundTrip.export(its, election, layout);
            RoundTrip.Read read = RoundTrip.read(csv);
            assertThat(read.findings())
                    .filteredOn(finding -> finding.severity() == Severity.VIOLATION)
                    .as(csv)
                    .isEmpty();
            assertThat(RoundTrip.graphs(read.contests())).as(csv).isEqualTo(RoundTrip.graphs(its));
        });
    }
}
