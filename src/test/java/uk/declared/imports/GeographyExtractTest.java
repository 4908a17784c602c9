package uk.declared.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.query.QueryFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.Samples;
import uk.declared.deployment.Deployment;
import uk.declared.election.Area;
import uk.declared.election.GssCode;
import uk.declared.reference.AreaRecord;
import uk.declared.reference.Geography;
import uk.declared.reference.ReferenceKind;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Reading;

/** The rows of ONS's history for six councils, imported. The figures were counted in the file by a few lines of Python. */
class GeographyExtractTest {
    @TempDir
    private static Path data;

    private static Deployment deployment;

    @BeforeAll
    static void importTheExtract() throws Exception {
        deployment = Deployment.open(data, Optional.empty());
        deployment.imports().publish(ReferenceKind.GEOGRAPHY, Samples.path("geography/ChangeHistory-extract.csv"));
    }

    @AfterAll
    static void close() {
        deployment.close();
    }

    @Test
    void everyCodeIsAnArea() {
        assertThat(count("PREFIX le: <https://w3id.org/local-elections#>"
                        + " SELECT ?a { GRAPH ?g { ?a le:operativeFrom ?day ; le:statisticalGeography ?code } }"))
                .isEqualTo(222);
    }

    @Test
    void aCodeThatChangedItsParentHasBoth() {
        assertThat(count("PREFIX le: <https://w3id.org/local-elections#> SELECT ?a"
                        + " { ?a le:containment/le:containedIn ?parent } GROUP BY ?a"
                        + " HAVING (COUNT(DISTINCT ?parent) > 1)"))
                .isEqualTo(21);
    }

    @Test
    void birtleyLayInGatesheadUnderTwoCodes() {
        assertThat(geography().area(code("E05001067")).orElseThrow().parents())
                .containsExactly(
                        new AreaRecord.Parent(
                                code("E08000020"),
                                Optional.of(LocalDate.of(2009, 1, 1)),
                                Optional.of(LocalDate.of(2013, 3, 31))),
                        new AreaRecord.Parent(
                                code("E08000037"), Optional.of(LocalDate.of(2013, 4, 1)), Optional.empty()));
    }

    @Test
    void aWardIsFoundByNameAndDay() {
        assertThat(named("Altrincham", "E08000009", "2023-05-03")).containsExactly("E05000819");
        assertThat(named("Altrincham Ward", "E08000009", "2023-05-04")).containsExactly("E05015239");
        assertThat(named("Altrincham", "E08000003", "2023-05-04")).isEmpty();
    }

    @Test
    void aWardIsFoundByTheNameThatItHadBefore() {
        assertThat(named("Bramhall South", "E08000007", "2012-05-03")).containsExactly("E05000780");
    }

    /** The ward's name became Marple South and High Lane on 26 October 2017; its code stayed. */
    @Test
    void aBallotsWardHasTheNameThatTheIdentifierGivesIt() throws Exception {
        Path results = Files.writeString(data.resolve("results.csv"), """
                election_id,ballot_paper_id,person_id,party_id,party_name,person_name,ballots_cast,is_winner
                local.stockport.2016-05-05,local.stockport.marple-south.2016-05-05,1,PP90,Liberal Democrats,Ann Able,20,True
                local.stockport.2018-05-03,local.stockport.marple-south-and-high-lane.2018-05-03,1,PP90,Liberal Democrats,Ann Able,20,True
                """);

        assertThat(Reading.of(results, ReadOptions.NONE, deployment.reference()).contests().stream()
                        .map(contest -> contest.result().area()))
                .containsExactly(
                        new Area(Optional.of(code("E05000795")), "Marple South"),
                        new Area(Optional.of(code("E05000795")), "Marple South and High Lane"));
    }

    @Test
    void aWardIsFoundByItsWelshName() {
        assertThat(named("Allt-yr-ynn", "W06000022", "2017-05-04")).containsExactly("W05000833");
    }

    @Test
    void theCouncilHasTheWardsOfItsDay() {
        assertThat(geography().electoralAreas(code("E08000009"), LocalDate.of(2024, 5, 2)))
                .hasSize(21);
    }

    private static long count(String query) {
        return deployment
                .store()
                .select(
                        QueryFactory.create(query),
                        Map.of(),
                        rows -> rows.stream().count());
    }

    private static Geography geography() {
        return deployment.reference().geography();
    }

    private static List<String> named(String name, String within, String day) {
        return geography().electoralAreas(name, code(within), LocalDate.parse(day)).stream()
                .map(area -> area.code().value())
                .toList();
    }

    private static GssCode code(String value) {
        return new GssCode(value);
    }
}
