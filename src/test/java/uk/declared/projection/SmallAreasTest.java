package uk.declared.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.deployment.ClosedFolder;
import uk.declared.deployment.Deployment;
import uk.declared.imports.Imported;
import uk.declared.reference.ReferenceKind;
import uk.declared.reference.UnreadableReferenceException;

/**
 * Four small areas, counted with two wards before an order and with two others after it. The sums and shares that are
 * expected were worked out by hand.
 */
class SmallAreasTest {
    private static final String BEFORE = "LSOA21CD,LSOA21NM,WD22CD,WD22NM,LAD22CD\n"
            + "E01000001,A,E05000001,North,E07000001\nE01000002,B,E05000001,North,E07000001\n"
            + "E01000003,C,E05000001,North,E07000001\nE01000004,D,E05000002,South,E07000001\n";
    private static final String AFTER = "LSOA21CD,LSOA21NM,WD23CD,WD23NM,LAD23CD\n"
            + "E01000001,A,E05000011,North,E07000001\nE01000002,B,E05000011,North,E07000001\n"
            + "E01000003,C,E05000012,South,E07000001\nE01000004,D,E05000012,South,E07000001\n";
    private static final String PEOPLE =
            "date,geography,geography code,Residence type: Total: All usual residents; measures: Value,"
                    + "Residence type: Lives in a household; measures: Value,"
                    + "Residence type: Mean age; measures: Value\n"
                    + "2021,A,E01000001,1000,900,40\n2021,B,E01000002,500,500,41\n"
                    + "2021,C,E01000003,500,450,42\n2021,D,E01000004,1500,,43\n";

    @TempDir
    private Path folder;

    private Deployment deployment;

    @BeforeEach
    void open() throws Exception {
        deployment = Deployment.open(folder.resolve("data"), Optional.empty());
    }

    @AfterEach
    void close() {
        deployment.close();
    }

    private List<Imported> bring(ReferenceKind kind, String name, String text) throws Exception {
        return deployment.imports().publish(kind, Files.writeString(folder.resolve(name), text));
    }

    private Map<String, String> sums(String category) {
        return pairs("""
                PREFIX le: <https://w3id.org/local-elections#>
                PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                PREFIX sdmx-dimension: <http://purl.org/linked-data/sdmx/2009/dimension#>
                PREFIX sdmx-measure: <http://purl.org/linked-data/sdmx/2009/measure#>
                SELECT ?key ?value {
                  ?o le:summedAreas ?n ; sdmx-dimension:refArea ?key ; sdmx-measure:obsValue ?sum ; ?d ?code .
                  ?code skos:prefLabel "%s"@en .
                  BIND(CONCAT(STR(?sum), " of ", STR(?n)) AS ?value)
                }""".formatted(category));
    }

    private Map<String, String> shares() {
        return pairs("""
                PREFIX le: <https://w3id.org/local-elections#>
                SELECT ?key ?value {
                  ?area le:overlap ?key . ?key le:overlapPopulationShare ?value
                }""");
    }

    private Map<String, String> pairs(String query) {
        return deployment.store().select(QueryFactory.create(query), Map.of(), rows -> {
            Map<String, String> pairs = new java.util.TreeMap<>();
            rows.forEachRemaining(row -> pairs.put(
                    row.get("key")
                            .getURI()
                            .replaceFirst(".*/(area|statistical-geography)/", "")
                            .replace("/overlap/", " "),
                    text(row.get("value"))));
            return pairs;
        });
    }

    private static String text(Node node) {
        return node.getLiteralLexicalForm();
    }

    @Test
    void countsAreSummedToWardsWhicheverComesFirst() throws Exception {
        bring(ReferenceKind.CENSUS, "TS001.csv", PEOPLE);
        assertThat(sums("Total: All usual residents")).isEmpty();
        bring(ReferenceKind.GEOGRAPHY, "before.csv", BEFORE);
        assertThat(sums("Total: All usual residents"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("E05000001", "2000 of 3", "E05000002", "1500 of 1"));

        bring(ReferenceKind.GEOGRAPHY, "after.csv", AFTER);
        bring(
                ReferenceKind.CENSUS,
                "other.csv",
                PEOPLE.replace("Residence type", "Kind").replace("1000,900", "1001,900"));

        assertThat(sums("Lives in a household"))
                .containsEntry("E05000001", "1850 of 3")
                .containsEntry("E05000011", "1400 of 2");
    }

    @Test
    void aWardInWhichASmallAreaHasNoFigureHasNoSum() throws Exception {
        bring(ReferenceKind.GEOGRAPHY, "before.csv", BEFORE);
        bring(ReferenceKind.CENSUS, "TS001.csv", PEOPLE);

        assertThat(sums("Lives in a household")).containsOnlyKeys("E05000001");
    }

    @Test
    void whatIsNoCountIsNeverSummed() throws Exception {
        bring(ReferenceKind.GEOGRAPHY, "before.csv", BEFORE);
        bring(ReferenceKind.CENSUS, "TS001.csv", PEOPLE);
        bring(
                ReferenceKind.CENSUS,
                "density.csv",
                "area_code,period,indicator,measure,unit,value\n"
                        + "E01000001,2021-03-21,Usual residents per square kilometre,Count,Persons,4263\n"
                        + "E01000002,2021-03-21,Usual residents per square kilometre,Count,Persons,17\n"
                        + "E01000003,2021-03-21,Usual residents per square kilometre,Count,Persons,12\n");
        bring(
                ReferenceKind.CENSUS,
                "tenure.csv",
                "area_code,period,tenure,measure,unit,value\nE01000004,2021-03-21,Owned,Percentage,%,63\n"
                        + "E01000004,2021-03-21,Rented,Count,Households,12.5\n");

        assertThat(sums("Mean age")).isEmpty();
        assertThat(sums("Usual residents per square kilometre")).isEmpty();
        assertThat(sums("Owned")).isEmpty();
        assertThat(sums("Rented")).isEmpty();
    }

    @Test
    void sharesOfPeopleAreWeightedByTheSmallAreasThatTwoWardsHaveInCommon() throws Exception {
        bring(ReferenceKind.GEOGRAPHY, "before.csv", BEFORE);
        bring(ReferenceKind.GEOGRAPHY, "after.csv", AFTER);
        assertThat(shares()).isEmpty();
        bring(ReferenceKind.CENSUS, "TS001.csv", PEOPLE);

        assertThat(shares())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "E05000001 E05000011", "75.0",
                        "E05000011 E05000001", "100.0",
                        "E05000001 E05000012", "25.0",
                        "E05000012 E05000001", "25.0",
                        "E05000002 E05000012", "100.0",
                        "E05000012 E05000002", "75.0"));
        assertThat(deployment.store().graph("http://localhost:8080/data/overlaps/lsoa21").stream(
                                Node.ANY,
                                org.apache.jena.graph.NodeFactory.createURI("http://www.w3.org/ns/prov#wasDerivedFrom"),
                                Node.ANY)
                        .map(triple -> triple.getObject().getURI().replaceFirst(".*/data/", "")))
                .containsExactlyInAnyOrder(
                        "geography/best-fit-lsoa21-wd22-e-e05000001",
                        "geography/best-fit-lsoa21-wd23-e-e05000011",
                        "census/ts001-e01000001");
    }

    @Test
    void aCorrectedTableMakesTheSumsAnewAndARebuildMakesTheSame() throws Exception {
        bring(ReferenceKind.GEOGRAPHY, "before.csv", BEFORE);
        bring(ReferenceKind.CENSUS, "TS001.csv", PEOPLE);
        bring(ReferenceKind.CENSUS, "TS001.csv", PEOPLE.replace("A,E01000001,1000,900,40", "A,E01000001,1100,990,40"));

        assertThat(sums("Total: All usual residents")).containsEntry("E05000001", "2100 of 3");
        deployment.close();
        ClosedFolder.rebuild(folder.resolve("data"), Optional.empty());
        assertThat(ClosedFolder.verify(folder.resolve("data")).differences()).isEmpty();
        open();
        assertThat(sums("Total: All usual residents")).containsEntry("E05000001", "2100 of 3");
    }

    @Test
    void aSmallAreaThatIsCountedWithTwoWardsIsNoBestFit() {
        assertThatThrownBy(() -> bring(
                        ReferenceKind.GEOGRAPHY, "before.csv", BEFORE + "E01000001,A,E05000002,South,E07000001\n"))
                .isInstanceOf(UnreadableReferenceException.class)
                .hasMessageContaining("row 6")
                .hasMessageContaining("E05000001");
    }
}
