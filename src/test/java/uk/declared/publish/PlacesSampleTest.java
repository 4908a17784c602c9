package uk.declared.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.declared.Samples;
import uk.declared.deployment.ClosedFolder;
import uk.declared.deployment.Deployment;
import uk.declared.election.Source;
import uk.declared.query.QueryLibrary;
import uk.declared.query.QueryTable;
import uk.declared.reference.ReferenceKind;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;

/**
 * Trafford's results, its wards' boundaries before and after 2023, and a table of the census. Expected figures were taken
 * from the files with a few lines of Python.
 */
class PlacesSampleTest {

    @TempDir
    private static Path folder;

    private static Optional<Deployment> opened = Optional.empty();

    @BeforeAll
    static void load() throws Exception {
        Deployment deployment = Deployment.open(folder.resolve("data"), Optional.empty());
        opened = Optional.of(deployment);
        deployment
                .publisher()
                .publish(Submission.open(Samples.path("lga/trafford-2016-2026.csv")), ReadOptions.NONE, Source.COUNCIL);
        deployment.imports().publish(ReferenceKind.BOUNDARIES, Samples.path("boundaries/trafford-wards-2017.geojson"));
        deployment.imports().publish(ReferenceKind.BOUNDARIES, Samples.path("boundaries/trafford-wards-2023.geojson"));
        deployment.imports().publish(ReferenceKind.BOUNDARIES, Samples.path("boundaries/wards-2025-E08000009.geojson"));
        deployment
                .imports()
                .publish(ReferenceKind.CENSUS, Samples.path("census/2021_household_tenure_ward_trafford.csv"));
    }

    @AfterAll
    static void close() {
        opened.ifPresent(Deployment::close);
    }

    private static List<Map<String, String>> rows(String query) {
        return opened.orElseThrow().store().select(QueryFactory.create(query), Map.of(), rows -> {
            List<Map<String, String>> all = new java.util.ArrayList<>();
            rows.forEachRemaining(row -> {
                Map<String, String> one = new HashMap<>();
                row.forEach((variable, node) -> one.put(variable.getVarName(), text(node)));
                all.add(one);
            });
            return all;
        });
    }

    private static String text(Node node) {
        return node.isLiteral() ? node.getLiteralLexicalForm() : node.getURI();
    }

    private static List<Map<String, String>> ask(String name, Map<String, String> given) throws Exception {
        Deployment deployment = opened.orElseThrow();
        QueryTable table = QueryLibrary.load().run(deployment.store(), deployment.uris(), name, given);
        return table.rows().stream()
                .map(row -> {
                    Map<String, String> one = new HashMap<>();
                    for (int i = 0; i < row.size(); i++) {
                        String column = table.columns().get(i);
                        row.get(i)
                                .ifPresent(node -> one.put(
                                        column, node.isLiteral() ? node.getLiteralLexicalForm() : node.getURI()));
                    }
                    return one;
                })
                .toList();
    }

    @Test
    void newAltrinchamIsMostlyTheOldOne() {
        Map<String, BigDecimal> shares = new HashMap<>();
        rows("""
                PREFIX le: <https://w3id.org/local-elections#>
                SELECT ?with ?share {
                  <http://localhost:8080/id/area/E05015239> le:overlap ?o .
                  ?o le:overlapWith ?with ; le:overlapShare ?share
                }""")
                .forEach(row -> shares.put(
                        row.getOrDefault("with", "").replaceFirst(".*/", ""),
                        new BigDecimal(row.getOrDefault("share", ""))));

        assertThat(shares.get("E05000819")).isBetween(new BigDecimal("86"), new BigDecimal("88"));
        assertThat(shares.get("E05000830")).isBetween(new BigDecimal("7"), new BigDecimal("9"));
        assertThat(shares.get("E05000821")).isBetween(new BigDecimal("3"), new BigDecimal("5"));
        assertThat(rows("SELECT * { ?new <https://w3id.org/local-elections#replaces> ?old }"))
                .isEmpty();
    }

    @Test
    void anAreaThatSeveralFilesHaveHasOneBoundary() {
        assertThat(rows("""
                PREFIX geo: <http://www.opengis.net/ont/geosparql#>
                SELECT ?area (COUNT(DISTINCT ?wkt) AS ?n) {
                  ?area geo:hasDefaultGeometry/geo:asWKT ?wkt
                } GROUP BY ?area"""))
                // 21 wards until 2023, 21 since.
                .hasSize(42)
                .allSatisfy(row -> assertThat(row).containsEntry("n", "1"));
    }

    @Test
    void turnoutAndTenureJoinByCodeWhereTheCensusKnowsTheWard() throws Exception {
        List<Map<String, String>> joined = ask(
                "turnout-and-census",
                Map.of("election", "local.trafford.2022-05-05", "category", "Owned: Owns outright"));

        assertThat(joined).hasSize(21).allSatisfy(row -> assertThat(row).containsEntry("join", "code"));
        assertThat(joined)
                .filteredOn(row -> "E05000819".equals(row.get("gss")))
                .singleElement()
                .satisfies(
                        row -> assertThat(row).containsEntry("figure", "1705").containsEntry("covered", "100.0"));
    }

    @Test
    void wardsDrawnAnewJoinThroughTheOverlapWithItsShare() throws Exception {
        List<Map<String, String>> joined = ask(
                "turnout-and-census",
                Map.of("election", "local.trafford.2023-05-04", "category", "Owned: Owns outright"));

        assertThat(joined).hasSize(21).allSatisfy(row -> {
            assertThat(row).containsEntry("join", "overlap");
            assertThat(new BigDecimal(row.get("covered"))).isBetween(new BigDecimal("95"), new BigDecimal("101"));
        });
        // Nobody is lost and nobody counted twice: all wards together have what they had before.
        int before = ask(
                        "turnout-and-census",
                        Map.of("election", "local.trafford.2022-05-05", "category", "Owned: Owns outright"))
                .stream()
                .mapToInt(row -> Integer.parseInt(row.get("figure")))
                .sum();
        int after = joined.stream()
                .mapToInt(row -> new BigDecimal(row.get("figure")).intValue())
                .sum();
        assertThat((double) after / before).isBetween(0.98, 1.02);
    }

    /** Expected figures from {@code src/test/scripts/expected_correlation.py}. */
    @ParameterizedTest
    @CsvSource({"Owned: Owns outright, 0.715", "Private rented: Private landlord or letting agency, -0.159"})
    void turnoutGoesWithOwningAHomeAsItDoesInTheFiles(String category, String correlation) throws Exception {
        List<Map<String, String>> rows = ask(
                "turnout-census-correlation", Map.of("election", "local.trafford.2022-05-05", "category", category));

        assertThat(rows)
                .singleElement()
                .satisfies(
                        row -> assertThat(row).containsEntry("wards", "21").containsEntry("correlation", correlation));
    }

    @Test
    void theLibrarySaysWhichWardsJoinAndHow() throws Exception {
        assertThat(ask("census-joins", Map.of("election", "local.trafford.2022-05-05")))
                .hasSize(21)
                .allSatisfy(row -> assertThat(row).containsEntry("join", "code").containsEntry("covered", "100.0"));
        assertThat(ask("census-joins", Map.of("election", "local.trafford.2023-05-04")))
                .hasSize(21)
                .allSatisfy(row -> assertThat(row).containsEntry("join", "overlap"));
    }

    @Test
    void aCategoryThatNoTableHasJoinsNothingAndEveryWardIsThere() throws Exception {
        assertThat(ask("turnout-and-census", Map.of("election", "local.trafford.2022-05-05", "category", "Purple")))
                .hasSize(21)
                .allSatisfy(row -> assertThat(row)
                        .containsEntry("join", "none")
                        .containsKey("turnout")
                        .doesNotContainKey("figure"));
    }

    @Test
    void aPartysShareJoinsThroughTheOverlapsToo() throws Exception {
        assertThat(ask(
                        "party-share-and-census",
                        Map.of(
                                "election",
                                "local.trafford.2023-05-04",
                                "party",
                                "PP53",
                                "category",
                                "Owned: Owns outright")))
                .hasSize(21)
                .allSatisfy(row -> assertThat(row)
                        .containsEntry("join", "overlap")
                        .containsEntry("by", "area")
                        .containsKeys("vote_share", "votes", "votes_of_all", "figure", "all"));
    }

    @Test
    void theFiguresAreThoseOfTheFile() throws Exception {
        List<String> lines = Files.readAllLines(Samples.path("census/2021_household_tenure_ward_trafford.csv"));

        assertThat(rows("PREFIX qb: <http://purl.org/linked-data/cube#> SELECT ?o { ?o a qb:Observation ; qb:dataSet"
                        + " <http://localhost:8080/data/census/2021-household-tenure-ward-trafford-e05000819> }"))
                .hasSize(lines.size() - 1);
    }

    @Test
    void importedAgainNothingChangesAndARebuildMakesTheSame() throws Exception {
        Deployment deployment = opened.orElseThrow();
        String before = deployment.store().version();

        assertThat(deployment
                        .imports()
                        .publish(ReferenceKind.BOUNDARIES, Samples.path("boundaries/trafford-wards-2023.geojson"))
                        .get(0)
                        .unchanged())
                .isTrue();
        assertThat(deployment
                        .imports()
                        .publish(ReferenceKind.CENSUS, Samples.path("census/2021_household_tenure_ward_trafford.csv"))
                        .get(0)
                        .unchanged())
                .isTrue();
        assertThat(deployment.store().version()).isEqualTo(before);
        deployment.close();

        assertThat(ClosedFolder.verify(folder.resolve("data")).differences()).isEmpty();
        ClosedFolder.rebuild(folder.resolve("data"), Optional.empty());
        assertThat(ClosedFolder.verify(folder.resolve("data")).holds()).isTrue();
        opened = Optional.of(Deployment.open(folder.resolve("data"), Optional.empty()));
    }
}
