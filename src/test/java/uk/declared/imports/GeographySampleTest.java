package uk.declared.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.Samples;
import uk.declared.deployment.ClosedFolder;
import uk.declared.deployment.Deployment;
import uk.declared.election.GssCode;
import uk.declared.reference.AreaRecord;
import uk.declared.reference.Geography;
import uk.declared.reference.PartyRegister;
import uk.declared.reference.ReferenceKind;

/**
 * ONS's history and changes of codes and Parliament's register, as files that are not part of the project. All figures
 * were counted in the files by other means.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GeographySampleTest {
    private static final Path HISTORY = Samples.path("geography/ChangeHistory.csv");
    private static final Path CHANGES = Samples.path("geography/Changes-2014-2018.csv");
    private static final Path REGISTER = Samples.path("parties/registrations.csv");

    @TempDir
    private static Path data;

    private static Deployment deployment;

    @BeforeAll
    static void importTheSamples() throws Exception {
        Samples.needed("geography/ChangeHistory.csv");
        Samples.needed("parties/registrations.csv");
        deployment = Deployment.open(data, Optional.empty());
        deployment.imports().publish(ReferenceKind.GEOGRAPHY, HISTORY);
        deployment.imports().publish(ReferenceKind.GEOGRAPHY, CHANGES);
        deployment.imports().publish(ReferenceKind.PARTIES, REGISTER);
    }

    @AfterAll
    static void close() {
        if (deployment != null) {
            deployment.close();
        }
    }

    @Test
    void everyCodeIsAnArea() {
        assertThat(count("SELECT ?a { GRAPH <http://localhost:8080/data/geography/history-2024-05-02>"
                        + " { ?a <https://w3id.org/local-elections#statisticalGeography> ?code } }"))
                .isEqualTo(19_455);
    }

    @Test
    void aCodeThatChangedItsParentHasBoth() {
        assertThat(count("PREFIX le: <https://w3id.org/local-elections#> SELECT ?a"
                        + " { ?a le:containment/le:containedIn ?parent } GROUP BY ?a"
                        + " HAVING (COUNT(DISTINCT ?parent) > 1)"))
                .isEqualTo(741);
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
    void oldAltrinchamEndedWithTheOrderAndTheChangesAtHandNameNoSuccessor() {
        AreaRecord old = geography().area(code("E05000819")).orElseThrow();

        assertThat(old.operativeUntil()).contains(LocalDate.of(2023, 5, 3));
        assertThat(old.successors()).isEmpty();
    }

    @Test
    void successorsAreWhatTheChangesSay() {
        assertThat(geography().area(code("E05000231")).orElseThrow().successors())
                .containsExactly(code("E05009367"), code("E05009387"));
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

    @Test
    void aWardIsFoundInACountyAndInARegionThroughItsDistrict() {
        assertThat(geography().electoralAreas(code("E08000009"), LocalDate.of(2024, 5, 2)))
                .hasSize(21);
        assertThat(geography().electoralAreas(code("E12000001"), LocalDate.of(2012, 6, 1)))
                .hasSize(347);
        assertThat(geography().electoralAreas(code("E10000016"), LocalDate.of(2019, 6, 1)))
                .hasSize(271);
    }

    @Test
    void kindsThatTheFileLacksAreNotCovered() {
        assertThat(geography().covers("E05")).isTrue();
        assertThat(geography().covers("E14")).isFalse();
    }

    @Test
    void theRegisterHasEveryPartyOnce() {
        PartyRegister register = deployment.reference().parties();

        assertThat(register.all()).hasSize(394);
        assertThat(register.party("PP53").orElseThrow().otherNames()).containsExactly("Scottish Labour Party");
        assertThat(register.named("the brexit party", LocalDate.of(2019, 5, 23)))
                .singleElement()
                .satisfies(party -> assertThat(party.id()).isEqualTo("PP7931"));
        assertThat(register.party("PP790").orElseThrow().registeredOn(LocalDate.of(2010, 7, 29)))
                .isFalse();
    }

    @Test
    @Order(Integer.MAX_VALUE - 2)
    void lookupsOfWardsAndOfCouncilsAreReadWhateverTheirLevels() throws Exception {
        List<Imported> wards =
                deployment.imports().publish(ReferenceKind.GEOGRAPHY, Samples.path("geography/ward_all_codes.csv"));
        List<Imported> councils =
                deployment.imports().publish(ReferenceKind.GEOGRAPHY, Samples.path("geography/la_all_codes.csv"));

        assertThat(wards).extracting(Imported::things).containsExactly(16_182);
        assertThat(wards.get(0).leftOut())
                .containsExactly(
                        "the places of 1 areas that lie in several areas of one level, and so in none of them.");
        assertThat(councils).extracting(Imported::things).containsExactly(460);
        assertThat(count("PREFIX le: <https://w3id.org/local-elections#> SELECT DISTINCT ?ward {"
                        + " ?ward le:within <http://localhost:8080/id/area/E47000001> ;"
                        + " le:containment/le:containedIn <http://localhost:8080/id/area/E08000009> }"))
                .isEqualTo(42);
        assertThat(named("Altrincham", "E08000009", "2023-05-04")).containsExactly("E05015239");
        assertThat(named("Altrincham", "E08000009", "2023-05-03")).containsExactly("E05000819");
    }

    @Test
    @Order(Integer.MAX_VALUE - 1)
    void importingTheSameFileAgainChangesNothing() throws Exception {
        String before = deployment.store().version();

        List<Imported> again = deployment.imports().publish(ReferenceKind.GEOGRAPHY, HISTORY);

        assertThat(again)
                .singleElement()
                .satisfies(imported -> assertThat(imported.unchanged()).isTrue());
        assertThat(deployment.store().version()).isEqualTo(before);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void aRebuildMakesTheSameStore() throws Exception {
        Set<Triple> before = triples().collect(Collectors.toSet());
        deployment.close();

        ClosedFolder.rebuild(data, Optional.empty());
        deployment = Deployment.open(data, Optional.empty());

        assertThat(triples().collect(Collectors.toSet()).equals(before)).isTrue();
    }

    private static Stream<Triple> triples() {
        return Stream.of(
                        "geography/history-2024-05-02",
                        "geography/changes-2014-2018",
                        "geography/lookup-wd-lad-cty-cauth-rgn-ctry-uk-ensw",
                        "parties/register-2026-03-20",
                        "areas",
                        "parties")
                .flatMap(name -> deployment.store().graph("http://localhost:8080/data/" + name).stream());
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
