package uk.declared.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.declared.deployment.ClosedFolder;
import uk.declared.deployment.Deployment;
import uk.declared.election.GssCode;
import uk.declared.folder.DataFolderException;
import uk.declared.reference.PartyRecord;
import uk.declared.reference.ReferenceKind;
import uk.declared.reference.UnreadableReferenceException;

/** The files that reference data comes in: kept, packed, of other kinds, or with rows that cannot be used. */
class ReferenceFilesTest extends WithReferences {
    @Test
    void aRebuildReadsTheKeptFileAgain() throws Exception {
        try (Deployment deployment = open()) {
            publishResult(deployment);
            geography(deployment, HEADINGS + WARD + COUNCIL);
            geography(deployment, HEADINGS + WARD + REGION.replace("2009", "2026"));
        }
        ClosedFolder.rebuild(data, Optional.empty());
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

        assertThatThrownBy(() -> ClosedFolder.rebuild(data, Optional.empty()))
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

    private static void write(ZipOutputStream zip, String name, String content) throws Exception {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
