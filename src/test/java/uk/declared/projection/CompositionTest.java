package uk.declared.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.declared.deployment.ClosedFolder;
import uk.declared.deployment.Deployment;
import uk.declared.dump.GraphLicences;
import uk.declared.election.Source;
import uk.declared.publish.Publication;
import uk.declared.query.QueryLibrary;
import uk.declared.query.QueryTable;
import uk.declared.query.TableWriter;
import uk.declared.reference.ReferenceKind;
import uk.declared.reference.UnreadableReferenceException;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;

/** Tables of sitting councillors, and what follows from them together with results. The council is real, its members are not. */
class CompositionTest {
    private static final QueryLibrary LIBRARY = QueryLibrary.load();

    private static final String HEADINGS =
            "Council,Ward Name,Councillor Name,Next Election,Party Name,Electoral Commission Party Code\n";

    /** Two wards of three seats before the election of 2022: Purple (PP63) has four of six, Labour two. */
    private static final String SITTING = HEADINGS
            + "Trafford,North,Cllr Ann Ash,2022,Green Party,PP63\n"
            + "Trafford,North,Bob Beech,2023,Green Party,PP63\n"
            + "Trafford,North,Cai Cedar,2024,Labour Party,PP53\n"
            + "Trafford,South,Dee Date,2022,Green Party,PP63\n"
            + "Trafford,South,Eve Elm,2023,Green Party,PP63\n"
            + "Trafford,South,Flo Fir,2024,Labour Party,PP53\n";

    private static final String RESULTS_HEADINGS =
            "council,polling_date,area_code,area_name,contest_type,name_on_ballot_paper,party_id,party_name,votes,elected\n";

    /** Labour wins both seats that were up, and has four of six. */
    private static final String RESULTS = RESULTS_HEADINGS
            + "trafford,2022-05-05,E05000801,North,ordinary,Ann Ash,PP63,Green Party,900,false\n"
            + "trafford,2022-05-05,E05000801,North,ordinary,Gus Gorse,PP53,Labour Party,1000,true\n"
            + "trafford,2022-05-05,E05000802,South,ordinary,Hal Holly,PP53,Labour Party,700,true\n"
            + "trafford,2022-05-05,E05000802,South,ordinary,Dee Date,PP63,Green Party,600,false\n";

    @TempDir
    private Path temporary;

    private Deployment deployment;

    @BeforeEach
    void open() throws Exception {
        deployment = Deployment.open(temporary.resolve("data"), Optional.empty());
    }

    @AfterEach
    void close() {
        deployment.close();
    }

    @Test
    void aCouncilElectedByThirdsHasItsWholeCompositionBeforeAndAfterAnElection() throws Exception {
        composition("2022-04-01", SITTING);
        results(RESULTS);

        assertThat(rows("council-composition", Map.of("council", "trafford")))
                .containsExactly(
                        "2022-04-01,PP63,Green Party,,4,,0,majority",
                        "2022-04-01,PP53,Labour Party,,2,,0,majority",
                        "2022-05-06,PP53,Labour Party,,4,,0,majority",
                        "2022-05-06,PP63,Green Party,,2,,0,majority");
        assertThat(rows("change-of-control", Map.of()))
                .containsExactly("2022-05-05,Trafford Metropolitan Borough Council,majority,Green Party,majority,"
                        + "Labour Party,true,http://localhost:8080/id/election/local.trafford.2022-05-05");
    }

    @Test
    void seatsThatWereNotUpStayWithThoseWhoHoldThem() throws Exception {
        composition("2022-04-01", SITTING);
        results(RESULTS);

        assertThat(holders("2022-05-08"))
                .contains("Ann Ash 2022", "Dee Date 2022")
                .doesNotContain("Gus Gorse 2026");
        assertThat(holders("2022-06-01"))
                .containsExactlyInAnyOrder(
                        "Gus Gorse 2026",
                        "Bob Beech 2023",
                        "Cai Cedar 2024",
                        "Hal Holly 2026",
                        "Eve Elm 2023",
                        "Flo Fir 2024");
    }

    @Test
    void aByElectionInAWardOfThreeDoesNotSayWhoLeft() throws Exception {
        composition("2021-06-01", SITTING);
        results(RESULTS_HEADINGS
                + "trafford,2021-09-15,E05000801,North,by-election,Ivy Ivory,PP52,Conservative Party,800,true\n");

        assertThat(rows("who-holds-each-seat", Map.of("council", "trafford", "day", "2021-10-01")))
                .filteredOn(row -> row.startsWith("North"))
                .extracting(row -> row.split(",")[3] + " " + row.split(",")[4])
                .containsExactlyInAnyOrder("Ann Ash false", "Bob Beech false", "Cai Cedar false", "Ivy Ivory true");
        assertThat(rows("council-composition", Map.of("council", "trafford")))
                .contains(
                        "2021-09-16,PP63,Green Party,,3,,1,",
                        "2021-09-16,PP52,Conservative Party,,1,,1,",
                        "2021-09-16,PP53,Labour Party,,1,,1,");
    }

    @Test
    void aLaterTableSaysWhoIsStillThereAfterAByElection() throws Exception {
        composition("2021-06-01", SITTING);
        results(RESULTS_HEADINGS
                + "trafford,2021-09-15,E05000801,North,by-election,Ivy Ivory,PP52,Conservative Party,800,true\n");
        composition(
                "2021-11-01",
                SITTING.replace("Bob Beech,2023,Green Party,PP63", "Ivy Ivory,2023,Conservative Party,PP52"));

        assertThat(rows("who-holds-each-seat", Map.of("council", "trafford", "day", "2021-12-01")))
                .filteredOn(row -> row.startsWith("North"))
                .extracting(row -> row.split(",")[3] + " " + row.split(",")[4])
                .containsExactlyInAnyOrder("Ann Ash true", "Ivy Ivory true", "Cai Cedar true");
        assertThat(rows("members-elected", Map.of("council", "trafford")))
                .as("The membership that the by-election began is the one that the table tells of")
                .singleElement()
                .satisfies(row -> assertThat(row).contains("Ivy Ivory"));
        assertThat(memberships("Ivy Ivory")).hasSize(1);
    }

    @Test
    void aNameInAnotherWardIsAnotherMembership() throws Exception {
        composition("2022-06-01", SITTING.replace("Flo Fir", "Bob Beech"));

        assertThat(memberships("Bob Beech")).hasSize(2);
    }

    @Test
    void columnsMayStandInAnyOrderAndBeCalledOtherwise() throws Exception {
        composition(
                "2022-04-01",
                "EC party code;Division;Local Authority;Surname;Forenames;LAD22CD\n"
                        + "PP63;North;;Ash;Ann;E08000009\nPP53;North;;Beech;Bob;E08000009\n");

        assertThat(rows("council-composition", Map.of("council", "trafford")))
                .extracting(row -> row.split(",")[1] + row.split(",")[4])
                .containsExactlyInAnyOrder("PP531", "PP631");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Council,Ward Name,Party Name | no column “Councillor Name”",
                "Council,Councillor Name,Party Name | no column “Ward Name”",
                "Ward Name,Councillor Name,Party Name | no column “Council”",
                "Council,Ward Name,Councillor Name,Colour | If “Colour” is that column, call it so",
                "Council,Ward,Division,Councillor Name,Party | “Division” says what another column says too"
            })
    void aTableThatLacksAColumnIsRefusedWithTheColumnAndTheMend(String headings, String said) {
        assertThatThrownBy(() -> composition("2022-04-01", headings + "\nTrafford,a,b,c,d\n"))
                .isInstanceOf(UnreadableReferenceException.class)
                .hasMessageContaining(said);
    }

    @Test
    void aVacantSeatIsCountedAsVacantAndFilledByTheNextByElection() throws Exception {
        composition("2021-06-01", SITTING.replace("Bob Beech,2023,Green Party,PP63", "VACANT,2023,,"));
        results(RESULTS_HEADINGS
                + "trafford,2021-09-15,E05000801,North,by-election,Ivy Ivory,PP52,Conservative Party,800,true\n");

        assertThat(rows("council-composition", Map.of("council", "trafford")))
                .contains("2021-06-01,PP63,Green Party,,3,1,0,no-overall-control")
                .contains("2021-09-16,PP52,Conservative Party,,1,,0,no-overall-control");
        assertThat(holders("2021-10-01")).contains("Ivy Ivory 2023");
    }

    @Test
    void aTableWithoutADayHoldsForTheEveOfTheFirstElectionThatItAwaits() throws Exception {
        Path file = temporary.resolve("councillors.csv");
        Files.writeString(file, SITTING);

        deployment.imports().publish(ReferenceKind.COMPOSITION, file);

        assertThat(rows("council-composition", Map.of("council", "trafford")))
                .allSatisfy(row -> assertThat(row).startsWith("2022-05-04"));
    }

    @Test
    void wardsAreMatchedByNameWithinTheCouncilOnly() throws Exception {
        geography("E08000009,Trafford,,01/04/2009,,,E08,live\n"
                + "E08000003,Manchester,,01/04/2009,,,E08,live\n"
                + "E05000801,North Ward,,01/04/2009,,E08000009,E05,live\n"
                + "E05000702,South,,01/04/2009,,E08000003,E05,live\n");

        List<String> notes = composition("2022-04-01", SITTING);

        assertThat(rows("who-holds-each-seat", Map.of("council", "trafford", "day", "2022-04-02")))
                .extracting(row -> row.split(",")[0] + row.split(",")[1])
                .contains("North WardE05000801", "South");
        assertThat(notes).singleElement().satisfies(note -> assertThat(note).contains("“South”"));
    }

    @Test
    void geographyThatComesLaterIsMatchedToo() throws Exception {
        composition("2022-04-01", SITTING);
        geography("E08000009,Trafford,,01/04/2009,,,E08,live\nE05000801,North,,01/04/2009,,E08000009,E05,live\n");

        assertThat(rows("who-holds-each-seat", Map.of("council", "trafford", "day", "2022-04-02")))
                .extracting(row -> row.split(",")[1])
                .contains("E05000801");
    }

    @Test
    void aPartyIsFoundByItsNameOnlyWhereNoOtherBearsIt() throws Exception {
        Path register = temporary.resolve("register.csv");
        Files.writeString(
                register,
                "Electoral Commission ID,MNIS name,Jurisdiction,Registered on\n"
                        + "PP63,Green Party,Great Britain,01/02/2001\nPP52,Twin Party,Great Britain,01/02/2001\n"
                        + "PP51,Twin Party,Northern Ireland,01/02/2001\n");
        deployment.imports().publish(ReferenceKind.PARTIES, register);

        List<String> notes = composition(
                "2022-04-01",
                "Council,Ward,Name,Party\nTrafford,North,Ann Ash,Green\nTrafford,North,Bob Beech,Twin Party\n"
                        + "Trafford,North,Cai Cedar,Independent\n");

        assertThat(rows("council-composition", Map.of("council", "trafford")))
                .extracting(row -> row.split(",")[1] + row.split(",")[3])
                .containsExactlyInAnyOrder("PP63", "not-stated", "independent");
        assertThat(notes).anySatisfy(note -> assertThat(note).contains("“Twin Party”"));
    }

    @Test
    void theStoreIsMadeAnewFromTheRecordAsItWas() throws Exception {
        composition("2022-04-01", SITTING);
        results(RESULTS);
        Path folder = temporary.resolve("data");
        deployment.close();

        assertThat(ClosedFolder.verify(folder).differences()).isEmpty();
        ClosedFolder.rebuild(folder, Optional.empty());
        assertThat(ClosedFolder.verify(folder).differences()).isEmpty();

        deployment = Deployment.open(folder, Optional.empty());
        assertThat(holders("2022-06-01")).contains("Gus Gorse 2026");
    }

    /** London boroughs are elected as a whole, so that what is not declared yet is known to be open. */
    @Test
    void onElectionNightSeatsThatAreNotDeclaredYetAreNotKnown() throws Exception {
        String headings = "council,polling_date,area_code,area_name,contest_type,status,seats,name_on_ballot_paper,"
                + "party_id,party_name,votes,elected\n";
        String declared = "sutton,2022-05-05,E05000801,North,ordinary,declared,2,Ann Ash,PP63,Green Party,900,true\n"
                + "sutton,2022-05-05,E05000801,North,ordinary,declared,2,Bob Beech,PP63,Green Party,800,true\n"
                + "sutton,2022-05-05,E05000801,North,ordinary,declared,2,Eve Elm,PP53,Labour Party,700,false\n";
        geography("E09000029,Sutton,,01/04/2009,,,E09,live\n"
                + "E05000801,North,,05/05/2022,,E09000029,E05,live\n"
                + "E05000802,South,,05/05/2022,,E09000029,E05,live\n");
        results(headings + declared
                + "sutton,2022-05-05,E05000802,South,ordinary,nominated,3,Cai Cedar,PP53,Labour Party,,\n");

        assertThat(rows("council-composition", Map.of("council", "sutton")))
                .containsExactly("2022-05-06,PP63,Green Party,,2,,3,");

        results(headings + "sutton,2022-05-05,,West,ordinary,nominated,,Dee Date,PP53,Labour Party,,\n");

        assertThat(rows("council-composition", Map.of("council", "sutton")))
                .as("It is not known how many seats there are in all")
                .containsExactly("2022-05-06,PP63,Green Party,,2,,,");
    }

    @Test
    void whatFollowsFromATableOfUnknownLicenceIsNotOpen() throws Exception {
        String graph = "http://localhost:8080/data/seats/trafford";
        results(RESULTS);
        assertThat(GraphLicences.of(deployment.store()).isOpen(graph)).isTrue();

        composition("2022-04-01", SITTING);

        assertThat(GraphLicences.of(deployment.store()).isOpen(graph)).isFalse();
    }

    private List<String> composition(String day, String table) throws Exception {
        Path file = temporary.resolve("councillors-" + day + ".csv");
        Files.writeString(file, table);
        return deployment.imports().publish(ReferenceKind.COMPOSITION, file).stream()
                .flatMap(imported -> imported.leftOut().stream())
                .toList();
    }

    private void geography(String rows) throws Exception {
        Path file = temporary.resolve("history.csv");
        Files.writeString(file, "GEOGCD,GEOGNM,GEOGNMW,OPER_DATE,TERM_DATE,PARENTCD,ENTITYCD,STATUS\n" + rows);
        deployment.imports().publish(ReferenceKind.GEOGRAPHY, file);
    }

    private void results(String table) throws Exception {
        Path file = temporary.resolve("results.csv");
        Files.writeString(file, table);
        Publication publication =
                deployment.publisher().publish(Submission.open(file), ReadOptions.NONE, Source.OPERATOR);
        assertThat(publication.refused()).isFalse();
    }

    /** The members of a day, each with the year in which the term ends. */
    private List<String> holders(String day) throws Exception {
        return rows("who-holds-each-seat", Map.of("council", "trafford", "day", day)).stream()
                .map(row -> row.split(",", -1))
                .map(cells -> cells[3] + " " + (cells[9].isEmpty() ? "" : cells[9].substring(0, 4)))
                .toList();
    }

    private List<String> memberships(String name) {
        return deployment.store().graph("http://localhost:8080/data/seats/trafford").stream()
                .filter(triple -> triple.getObject().isLiteral()
                        && triple.getObject().getLiteralLexicalForm().equals(name))
                .map(triple -> triple.getSubject().getURI())
                .toList();
    }

    /** The lines of an answer below its headings. */
    private List<String> rows(String query, Map<String, String> parameters) throws Exception {
        QueryTable table = LIBRARY.run(deployment.store(), deployment.uris(), query, parameters);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TableWriter.CSV.write(table, out);
        return out.toString(StandardCharsets.UTF_8).lines().skip(1).toList();
    }
}
