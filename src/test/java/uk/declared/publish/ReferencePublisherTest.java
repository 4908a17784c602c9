package uk.declared.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.exec.RowSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.declared.election.GssCode;
import uk.declared.election.Source;
import uk.declared.reference.AreaRecord;
import uk.declared.reference.Geography;
import uk.declared.reference.PartyRecord;
import uk.declared.reference.ReferenceKind;
import uk.declared.reference.UnreadableReferenceException;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;

class ReferencePublisherTest {
    private static final String HEADINGS = "GEOGCD,GEOGNM,GEOGNMW,OPER_DATE,TERM_DATE,PARENTCD,ENTITYCD,STATUS\n";
    private static final String COUNCIL = "E08000009,Trafford,,01/01/2009,,E12000002,E08,live\n";
    private static final String REGION = "E12000002,North West,,01/01/2009,,E92000001,E12,live\n";
    private static final String WARD = "E05015239,Altrincham,,04/05/2023,,E08000009,E05,live\n";
    private static final String RESULT =
            "council,polling_date,area_code,area_name,name_on_ballot_paper,party_id,party_name,votes,elected\n"
                    + "trafford,2024-05-02,E05015239,Old Altrincham,Ann,PP63,The Greens,500,true\n";

    @TempDir
    private Path temporary;

    private Path data;

    @BeforeEach
    void nameTheFolder() {
        data = temporary.resolve("data");
    }

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
        assertThat(Deployment.verify(data).holds()).isTrue();
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
    void aRebuildReadsTheKeptFileAgain() throws Exception {
        try (Deployment deployment = open()) {
            publishResult(deployment);
            geography(deployment, HEADINGS + WARD + COUNCIL);
            geography(deployment, HEADINGS + WARD + REGION.replace("2009", "2026"));
        }
        Deployment.rebuild(data, Optional.empty());
        try (Deployment deployment = open()) {
            assertThat(deployment.reference().geography().covers("E12")).isTrue();
            assertThat(values(deployment, "area/E05015239", "http://www.w3.org/2004/02/skos/core#altLabel"))
                    .containsExactly("Old Altrincham");
        }
    }

    @Test
    void aRebuildWithoutTheKeptFileIsRefusedInOneSentence() throws Exception {
        try (Deployment deployment = open()) {
            geography(deployment, HEADINGS + WARD);
        }
        try (Stream<Path> kept = Files.list(data.resolve("submissions"))) {
            for (Path file : kept.toList()) {
                Files.writeString(file, "something else");
            }
        }

        assertThatThrownBy(() -> Deployment.rebuild(data, Optional.empty()))
                .isInstanceOf(DataFolderException.class)
                .hasMessageContaining("history.csv")
                .hasMessageContaining("Bring it back from a copy");
    }

    @Test
    void aZipHoldsSeveralTables() throws Exception {
        try (Deployment deployment = open()) {
            Path file = temporary.resolve("Code_History_Database.zip");
            try (OutputStream out = Files.newOutputStream(file);
                    ZipOutputStream zip = new ZipOutputStream(out)) {
                write(zip, "CHD/ChangeHistory.csv", HEADINGS + WARD + WARD.replace("E05015239", "E05000819"));
                write(
                        zip,
                        "CHD/Changes.csv",
                        "GEOGCD,GEOGCD_P,OPER_DATE,SI_ID\nE05015239,E05000819,04/05/2023 00:00,1/2023\n");
                write(zip, "CHD/Equivalents.csv", "GEOGCD,GEOGCDO\nE05000819,00BU\n");
            }

            List<Imported> imported = deployment.imports().publish(ReferenceKind.GEOGRAPHY, file);

            assertThat(imported)
                    .extracting(Imported::release)
                    .containsExactly("history-2023-05-04", "changes-2023-2023", "equivalents");
            assertThat(deployment
                            .reference()
                            .geography()
                            .area(new GssCode("E05000819"))
                            .orElseThrow()
                            .successors())
                    .containsExactly(new GssCode("E05015239"));
            assertThat(values(deployment, "area/E05015239", "https://w3id.org/local-elections#replaces"))
                    .containsExactly("http://localhost:8080/id/area/E05000819");
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

    @Test
    void descriptionsEmblemsNamesThroughTimeAndJointCandidaturesOfARegisterAreStated() throws Exception {
        try (Deployment deployment = open()) {
            Path file = temporary.resolve("register.csv");
            Files.writeString(
                    file,
                    "ECRef,RegulatedEntityName,RegulatedEntityTypeName,RegisterName,RegistrationStatusName,DateOfRegistration,"
                            + "DateDeregistered,Description,DescriptionTranslation,EmblemId,Wikidata\n"
                            + "PP53,Labour Party,Political Party,Great Britain,Registered,14/01/1999,,"
                            + "Labour and Co-operative Party (Joint Description with Co-operative Party),,104,\n"
                            + "PP53,Labour Party,Political Party,Northern Ireland,Registered,08/02/1999,,,,,\n"
                            + "PP119,Co-operative Party,Political Party,Great Britain,Registered,14/01/1999,,"
                            + "Labour and Co-operative Party (Joint Description with Labour Party),,,Q5167842\n"
                            + "PP77,Plaid Cymru,Political Party,Great Britain,Registered,14/01/1999,,"
                            + "The Party of Wales,Plaid Genedlaethol Cymru,https://example.org/emblem.png,\n"
                            + "PP7931,The Brexit Party,Political Party,Great Britain,Deregistered,05/02/2019,03/01/2021,,,,\n"
                            + "PP7931,Reform UK,Political Party,Great Britain,Registered,04/01/2021,,,,,\n");

            deployment.imports().publish(ReferenceKind.PARTIES, file);

            assertThat(values(deployment, "party/PP77", "https://w3id.org/local-elections#registeredDescription"))
                    .containsExactlyInAnyOrder("The Party of Wales", "Plaid Genedlaethol Cymru");
            assertThat(values(deployment, "party/PP77", "http://xmlns.com/foaf/0.1/logo"))
                    .containsExactly("https://example.org/emblem.png");
            assertThat(values(deployment, "party/PP53", "http://xmlns.com/foaf/0.1/logo"))
                    .containsExactly("https://search.electoralcommission.org.uk/Api/Registrations/Emblems/104");
            assertThat(values(deployment, "party/PP53", "https://w3id.org/local-elections#registration"))
                    .containsExactlyInAnyOrder(
                            "http://localhost:8080/id/party/PP53/registration/great-britain",
                            "http://localhost:8080/id/party/PP53/registration/northern-ireland");
            assertThat(values(deployment, "party/PP53", "http://www.w3.org/2004/02/skos/core#exactMatch"))
                    .containsExactly("http://www.wikidata.org/entity/Q9630");
            assertThat(values(deployment, "party/PP119", "http://www.w3.org/2004/02/skos/core#exactMatch"))
                    .containsExactly("http://www.wikidata.org/entity/Q5167842");
            assertThat(values(deployment, "party/joint-party-53-119", "https://w3id.org/local-elections#jointOf"))
                    .containsExactlyInAnyOrder(
                            "http://localhost:8080/id/party/PP53", "http://localhost:8080/id/party/PP119");
            assertThat(values(
                            deployment,
                            "party/joint-party-53-119",
                            "https://w3id.org/local-elections#registeredDescription"))
                    .containsExactly("Labour and Co-operative Party");
            assertThat(values(
                            deployment,
                            "party/PP7931/registration/great-britain",
                            "http://www.w3.org/2000/01/rdf-schema#label"))
                    .containsExactly("The Brexit Party");
            assertThat(deployment.reference().parties().named("Reform UK", LocalDate.of(2024, 5, 2)))
                    .singleElement()
                    .satisfies(party -> assertThat(party.id()).isEqualTo("PP7931"));
        }
    }

    @Test
    void theCommissionsExportIsRead() throws Exception {
        try (Deployment deployment = open()) {
            Path file = temporary.resolve("export.csv");
            Files.writeString(
                    file,
                    "\uFEFFECRef,RegulatedEntityName,RegulatedEntityTypeName,RegisterName,ApprovedDate,PartyDescriptions\n"
                            + "PP77,Plaid Cymru - The Party of Wales,Political Party,Great Britain,14/01/1999,Plaid Cymru|Plaid Cymru 2021\n"
                            + "PP39,Sinn Féin,Political Party,Northern Ireland,/Date(922320000000)/,\n"
                            + "PP1,Gone [De-registered 04/11/15],Political Party,Great Britain,01/02/2003,\n"
                            + "PP2,Gone Too [De-registered 04/11/2015],Political Party,Great Britain,01/02/2003,\n"
                            + "TP9,A Third Party,Third Party,Great Britain,01/02/2003,\n");

            List<Imported> imported = deployment.imports().publish(ReferenceKind.PARTIES, file);

            assertThat(imported.get(0).things()).isEqualTo(4);
            PartyRecord plaid = deployment.reference().parties().party("PP77").orElseThrow();
            assertThat(plaid.descriptions()).containsExactly("Plaid Cymru", "Plaid Cymru 2021");
            assertThat(deployment
                            .reference()
                            .parties()
                            .party("PP39")
                            .orElseThrow()
                            .registered())
                    .contains(LocalDate.of(1999, 3, 25));
            PartyRecord gone = deployment.reference().parties().party("PP2").orElseThrow();
            assertThat(gone.name()).isEqualTo("Gone Too");
            assertThat(gone.deregistered()).contains(LocalDate.of(2015, 11, 4));
            assertThat(deployment
                            .reference()
                            .parties()
                            .party("PP1")
                            .orElseThrow()
                            .deregistered())
                    .contains(LocalDate.of(2015, 11, 4));
            assertThat(values(
                            deployment,
                            "party/PP39/registration/northern-ireland",
                            "https://w3id.org/local-elections#register"))
                    .containsExactly("https://w3id.org/local-elections/code/register/northern-ireland");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            E05015239,A,,31/02/2023,,,E05,live     | row 3 | operdate
            E05015239,A,,tomorrow,,,E05,live       | row 3 | “tomorrow”
            ,A,,04/05/2023,,,E05,live              | row 3 | has no code
            E05015239,"A,,04/05/2023,,,E05,live    | row 3 | not whole
            """)
    void aRowThatCannotBeUsedRefusesTheFile(String row, String place, String problem) throws Exception {
        try (Deployment deployment = open()) {
            String before = deployment.store().version();

            assertThatThrownBy(() -> geography(deployment, HEADINGS + COUNCIL + row + "\n"))
                    .isInstanceOf(UnreadableReferenceException.class)
                    .hasMessageContaining("history.csv")
                    .hasMessageContaining(place)
                    .hasMessageContaining(problem);

            assertThat(deployment.store().version()).isEqualTo(before);
            assertThat(deployment.reference().geography().isLoaded()).isFalse();
            try (Stream<Path> kept = Files.list(data.resolve("submissions"))) {
                assertThat(kept).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"'a,b\n1,2\n'", "'GEOGCD,GEOGNM,OPER_DATE\n00BU,Old,01/01/2009\n'", "'\0\1\2\3'", "''"})
    void aFileOfAnotherKindIsRefusedInOneSentence(String content) throws Exception {
        try (Deployment deployment = open()) {
            assertThatThrownBy(() -> geography(deployment, content))
                    .isInstanceOf(UnreadableReferenceException.class)
                    .hasMessageContaining("history.csv");
        }
    }

    private Deployment open() throws DataFolderException {
        return Deployment.open(data, Optional.empty());
    }

    private List<Imported> geography(Deployment deployment, String table) throws Exception {
        Path file = temporary.resolve("history.csv");
        Files.writeString(file, table);
        return deployment.imports().publish(ReferenceKind.GEOGRAPHY, file);
    }

    private void publishResult(Deployment deployment) throws Exception {
        Path file = temporary.resolve("result.csv");
        Files.writeString(file, RESULT);
        Publication publication =
                deployment.publisher().publish(Submission.open(file), ReadOptions.NONE, Source.COUNCIL);
        assertThat(publication.refused()).isFalse();
    }

    private static void write(ZipOutputStream zip, String name, String content) throws Exception {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** The values of a property of a thing, in the union of all graphs. */
    private static List<String> values(Deployment deployment, String thing, String property) {
        return deployment
                .store()
                .select(
                        QueryFactory.create("SELECT DISTINCT ?value { ?thing ?property ?value } ORDER BY ?value"),
                        Map.of(
                                "thing", NodeFactory.createURI("http://localhost:8080/id/" + thing),
                                "property", NodeFactory.createURI(property)),
                        ReferencePublisherTest::texts);
    }

    private static List<String> texts(RowSet rows) {
        return rows.stream()
                .map(row -> row.get("value"))
                .map((Node node) -> node.isURI() ? node.getURI() : node.getLiteralLexicalForm())
                .toList();
    }
}
