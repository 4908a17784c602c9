package uk.declared.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import uk.declared.deployment.ClosedFolder;
import uk.declared.deployment.Deployment;
import uk.declared.election.GssCode;
import uk.declared.reference.AreaRecord;
import uk.declared.reference.Geography;
import uk.declared.reference.ReferenceKind;

/** What an imported geography makes of areas and their names. */
class ReferencePublisherTest extends WithReferences {
    @Test
    void everyLevelAboveIsStated() throws Exception {
        try (Deployment deployment = open()) {
            geography(deployment, HEADINGS + WARD + REGION + COUNCIL);

            assertThat(values(deployment, "area/E05015239", "https://w3id.org/local-elections#within"))
                    .containsExactlyInAnyOrder(
                            "http://localhost:8080/id/area/E08000009",
                            "http://localhost:8080/id/area/E12000002",
                            "http://localhost:8080/id/area/E92000001");
        }
    }

    @Test
    void columnsMayStandInAnyOrderAndSomeBeMissing() throws Exception {
        try (Deployment deployment = open()) {
            geography(deployment, "PARENTCD;OPER_DATE;GEOGNM;GEOGCD\nW06000002;2022-05-05 00:00;Bethesda;W05001572\n");

            assertThat(deployment.reference().geography().area(new GssCode("W05001572")))
                    .hasValueSatisfying(area -> {
                        assertThat(area.name()).isEqualTo("Bethesda");
                        assertThat(area.operativeFrom()).contains(LocalDate.of(2022, 5, 5));
                        assertThat(area.parents())
                                .singleElement()
                                .satisfies(parent -> assertThat(parent.code()).isEqualTo(new GssCode("W06000002")));
                    });
        }
    }

    @Test
    void aWardIsFoundByEitherOfItsNames() throws Exception {
        try (Deployment deployment = open()) {
            geography(deployment, HEADINGS + "W05001572,Holy Island,Ynys Gybi,05/05/2022,,W06000001,W05,live\n");
            Geography geography = deployment.reference().geography();
            LocalDate day = LocalDate.of(2022, 5, 5);

            assertThat(geography.electoralAreas("Holy Island", new GssCode("W06000001"), day))
                    .isEqualTo(geography.electoralAreas("YNYS GYBI", new GssCode("W06000001"), day))
                    .hasSize(1);
        }
    }

    @Test
    void wordsOfWindowsAreRead() throws Exception {
        try (Deployment deployment = open()) {
            Path file = temporary.resolve("history.csv");
            Files.writeString(
                    file,
                    HEADINGS + "W06000001,Isle of Anglesey,Ynys Môn,01/04/2009,,,W06,live\n",
                    Charset.forName("windows-1252"));

            deployment.imports().publish(ReferenceKind.GEOGRAPHY, file);

            assertThat(deployment.reference().geography().area(new GssCode("W06000001")))
                    .flatMap(AreaRecord::welshName)
                    .contains("Ynys Môn");
        }
    }

    @Test
    void aParentThatComesBackIsTwoContainments() throws Exception {
        try (Deployment deployment = open()) {
            geography(
                    deployment,
                    HEADINGS + "E05000001,A,,01/01/2009,31/12/2010,E07000001,E05,terminated\n"
                            + "E05000001,A,,01/01/2011,31/12/2012,E07000002,E05,terminated\n"
                            + "E05000001,A,,01/01/2013,,E07000001,E05,live\n");

            assertThat(values(deployment, "area/E05000001", "https://w3id.org/local-elections#containment"))
                    .hasSize(3);
            assertThat(deployment
                            .reference()
                            .geography()
                            .area(new GssCode("E05000001"))
                            .orElseThrow()
                            .parents())
                    .extracting(parent -> parent.code().value())
                    .containsExactly("E07000001", "E07000002", "E07000001");
        }
    }

    @Test
    void aChangeOfNameAloneKeepsOneContainment() throws Exception {
        try (Deployment deployment = open()) {
            geography(
                    deployment,
                    HEADINGS + "E05000780,Bramhall South and Woodford,,04/04/2014,,E08000007,E05,live\n"
                            + "E05000780,Bramhall South,,01/01/2009,03/04/2014,E08000007,E05,terminated\n");

            assertThat(values(deployment, "area/E05000780", "https://w3id.org/local-elections#containment"))
                    .hasSize(1);
            assertThat(values(deployment, "area/E05000780", "http://www.w3.org/2000/01/rdf-schema#label"))
                    .containsExactly("Bramhall South and Woodford");
            assertThat(values(deployment, "area/E05000780", "http://www.w3.org/2004/02/skos/core#altLabel"))
                    .containsExactly("Bramhall South");
        }
    }

    @Test
    void aNewerReleaseTakesTheOldOnesPlace() throws Exception {
        try (Deployment deployment = open()) {
            geography(deployment, HEADINGS + WARD + COUNCIL);
            assertThat(deployment.reference().geography().covers("E12")).isFalse();

            List<Imported> newer = geography(
                    deployment,
                    HEADINGS + WARD.replace("Altrincham", "Altrincham New") + REGION.replace("2009", "2026"));

            assertThat(newer).singleElement().satisfies(imported -> {
                assertThat(imported.release()).isEqualTo("history-2026-01-01");
                assertThat(imported.superseded()).containsExactly("history-2023-05-04");
            });
            assertThat(values(deployment, "area/E05015239", "http://www.w3.org/2000/01/rdf-schema#label"))
                    .containsExactly("Altrincham New");
            assertThat(deployment.reference().geography().covers("E12")).isTrue();
            assertThat(deployment.reference().geography().covers("E08")).isFalse();
        }
    }

    @Test
    void namesOfTheReleaseStandBeforeTheNamesOfResultsWhicheverCameFirst() throws Exception {
        List<List<String>> names = new ArrayList<>();
        for (boolean resultFirst : new boolean[] {true, false}) {
            data = temporary.resolve("data-" + resultFirst);
            try (Deployment deployment = open()) {
                if (resultFirst) {
                    publishResult(deployment);
                }
                geography(deployment, HEADINGS + WARD);
                if (!resultFirst) {
                    publishResult(deployment);
                }
                names.add(values(deployment, "area/E05015239", "http://www.w3.org/2000/01/rdf-schema#label"));
                names.add(values(deployment, "area/E05015239", "http://www.w3.org/2004/02/skos/core#altLabel"));
            }
        }

        assertThat(names)
                .containsExactly(
                        List.of("Altrincham"),
                        List.of("Old Altrincham"),
                        List.of("Altrincham"),
                        List.of("Old Altrincham"));
    }

    @Test
    void aFileOfBoundariesNamesAreasUntilTheGeographyDoes() throws Exception {
        String label = "http://www.w3.org/2000/01/rdf-schema#label";
        String further = "http://www.w3.org/2004/02/skos/core#altLabel";
        String boundary = "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":"
                + "{\"WD23CD\":\"E05015239\",\"WD23NM\":\"Altrincham Ward\",\"WD23NMW\":\"Ward Altrincham\"},\"geometry\":"
                + "{\"type\":\"Polygon\",\"coordinates\":[[[-2.4,53.3],[-2.3,53.3],[-2.3,53.4],[-2.4,53.3]]]}}]}";
        Path file = Files.writeString(temporary.resolve("wards.geojson"), boundary);
        try (Deployment deployment = open()) {
            publishResult(deployment);
            deployment.imports().publish(ReferenceKind.BOUNDARIES, file);
            assertThat(values(deployment, "area/E05015239", label))
                    .containsExactlyInAnyOrder("Altrincham Ward", "Ward Altrincham");
            assertThat(values(deployment, "area/E05015239", further)).containsExactly("Old Altrincham");

            geography(deployment, HEADINGS + WARD);
            assertThat(values(deployment, "area/E05015239", label)).containsExactly("Altrincham");
            Files.writeString(file, boundary.replace("-2.4", "-2.5"));
            deployment.imports().publish(ReferenceKind.BOUNDARIES, file);
            assertThat(values(deployment, "area/E05015239", label)).containsExactly("Altrincham");
        }
        assertThat(ClosedFolder.verify(data).holds()).isTrue();
    }

    @Test
    void anAreaThatANewerReleaseLacksKeepsItsName() throws Exception {
        try (Deployment deployment = open()) {
            publishResult(deployment);
            geography(deployment, HEADINGS + WARD);

            geography(deployment, HEADINGS + REGION);

            assertThat(values(deployment, "area/E05015239", "http://www.w3.org/2000/01/rdf-schema#label"))
                    .containsExactly("Altrincham");
        }
    }

    @Test
    void whoAsksWhileANewerReleaseComesSeesTheOneOrTheOther() throws Exception {
        try (Deployment deployment = open()) {
            geography(deployment, HEADINGS + WARD);
            AtomicBoolean done = new AtomicBoolean();
            CompletableFuture<Set<List<String>>> seen = CompletableFuture.supplyAsync(() -> {
                Set<List<String>> names = new HashSet<>();
                do {
                    names.add(values(deployment, "area/E05015239", "http://www.w3.org/2000/01/rdf-schema#label"));
                } while (!done.get());
                return names;
            });
            for (int day = 10; day < 20; day++) {
                String other =
                        WARD.replace("Altrincham", "Ward of the " + day + "th").replace("04/05", day + "/05");
                geography(deployment, HEADINGS + other);
            }
            done.set(true);

            assertThat(seen.get())
                    .isNotEmpty()
                    .allSatisfy(names -> assertThat(names)
                            .singleElement()
                            .satisfies(name -> assertThat(name).matches("Altrincham|Ward of the 1\\dth")));
        }
    }

    @Test
    void aWardThatOnlyALookupTellsOfIsFoundInItsYearAlone() throws Exception {
        try (Deployment deployment = open()) {
            Path file = temporary.resolve("lookup.csv");
            Files.writeString(file, "WD25CD,WD25NM,LAD25CD,LAD25NM\nE05015239,Altrincham,E08000009,Trafford\n");
            deployment.imports().publish(ReferenceKind.GEOGRAPHY, file);
            Geography geography = deployment.reference().geography();

            assertThat(List.of("2019-05-02", "2025-02-06", "2025-05-01", "2025-12-31", "2026-05-07").stream()
                            .filter(day -> !geography
                                    .electoralAreas("Altrincham", new GssCode("E08000009"), LocalDate.parse(day))
                                    .isEmpty()))
                    .containsExactly("2025-05-01", "2025-12-31");
            assertThat(geography.covers("E05")).isFalse();

            geography(deployment, HEADINGS + WARD);

            assertThat(deployment
                            .reference()
                            .geography()
                            .electoralAreas("Altrincham", new GssCode("E08000009"), LocalDate.of(2026, 5, 7)))
                    .hasSize(1);
        }
    }
}
