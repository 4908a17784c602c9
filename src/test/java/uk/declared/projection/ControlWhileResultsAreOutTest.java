package uk.declared.projection;

import static org.assertj.core.api.Assertions.assertThat;

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
import uk.declared.deployment.Deployment;
import uk.declared.election.BallotId;
import uk.declared.election.Source;
import uk.declared.publish.Publication;
import uk.declared.query.QueryLibrary;
import uk.declared.query.QueryTable;
import uk.declared.query.TableWriter;
import uk.declared.reference.ReferenceKind;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;

/**
 * What is said of a council's control while results are out. The council is real, its members are not; who has what
 * follows by counting the six seats of two wards on the fingers.
 */
class ControlWhileResultsAreOutTest {
    private static final QueryLibrary LIBRARY = QueryLibrary.load();
    private static final String LE = "https://w3id.org/local-elections#";

    /** Greens have four of six, Labour two; a Green seat of each ward is up in 2022. */
    private static final String SITTING =
            "Council,Ward Name,Councillor Name,Next Election,Party Name,Electoral Commission Party Code\n"
                    + "Trafford,North,Ann Ash,2022,Green Party,PP63\n"
                    + "Trafford,North,Bob Beech,2023,Green Party,PP63\n"
                    + "Trafford,North,Cai Cedar,2024,Labour Party,PP53\n"
                    + "Trafford,South,Dee Date,2022,Green Party,PP63\n"
                    + "Trafford,South,Eve Elm,2023,Green Party,PP63\n"
                    + "Trafford,South,Flo Fir,2024,Labour Party,PP53\n";

    private static final String HEADINGS =
            "council,polling_date,area_code,area_name,contest_type,status,name_on_ballot_paper,party_id,party_name,votes,elected\n";
    private static final String NOMINATED = HEADINGS
            + "trafford,2022-05-05,E05000801,North,ordinary,nominated,Ann Ash,PP63,Green Party,,\n"
            + "trafford,2022-05-05,E05000801,North,ordinary,nominated,Gus Gorse,PP53,Labour Party,,\n"
            + "trafford,2022-05-05,E05000802,South,ordinary,nominated,Hal Holly,PP53,Labour Party,,\n"
            + "trafford,2022-05-05,E05000802,South,ordinary,nominated,Dee Date,PP63,Green Party,,\n";
    private static final String NORTH = HEADINGS
            + "trafford,2022-05-05,E05000801,North,ordinary,declared,Ann Ash,PP63,Green Party,900,false\n"
            + "trafford,2022-05-05,E05000801,North,ordinary,declared,Gus Gorse,PP53,Labour Party,1000,true\n";
    private static final String SOUTH = HEADINGS
            + "trafford,2022-05-05,E05000802,South,ordinary,declared,Hal Holly,PP53,Labour Party,700,true\n"
            + "trafford,2022-05-05,E05000802,South,ordinary,declared,Dee Date,PP63,Green Party,600,false\n";

    private static final String COUNTED_AFTER_NORTH = "2022-05-06,PP53,Labour Party,,3,,1,";

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
    void controlWaitsForTheWardThatIsStillOut() throws Exception {
        composition("2022-04-01", SITTING);
        results(NOMINATED);
        results(NORTH);

        assertThat(rows("change-of-control", Map.of())).isEmpty();
        assertThat(objects("controlAfter")).isEmpty();
        assertThat(objects("interimCountOf"))
                .containsExactly("http://localhost:8080/id/election/local.trafford.2022-05-05");
        assertThat(objects("contestsDecided")).containsExactly("1");
        assertThat(objects("contestsInAll")).containsExactly("2");
        assertThat(rows("council-composition", Map.of("council", "trafford")))
                .contains(COUNTED_AFTER_NORTH, "2022-05-06,PP63,Green Party,,2,,1,");

        results(SOUTH);

        assertThat(objects("interimCountOf")).isEmpty();
        assertThat(objects("contestsInAll")).isEmpty();
        assertThat(rows("change-of-control", Map.of()))
                .containsExactly("2022-05-05,Trafford Metropolitan Borough Council,majority,Green Party,majority,"
                        + "Labour Party,true,http://localhost:8080/id/election/local.trafford.2022-05-05");
    }

    @Test
    void aWardWhoseSeatIsDueIsMissedAlsoWhereNobodyWasNominated() throws Exception {
        composition("2022-04-01", SITTING);
        results(NORTH);

        assertThat(objects("controlAfter")).isEmpty();
        assertThat(objects("contestsInAll")).containsExactly("2");
        assertThat(rows("council-composition", Map.of("council", "trafford"))).contains(COUNTED_AFTER_NORTH);
        assertThat(members("2022-06-01"))
                .as("Dee Date's term ended; who followed is not known")
                .containsExactlyInAnyOrder("Gus Gorse", "Bob Beech", "Cai Cedar", "Eve Elm", "Flo Fir", "1 not known");
    }

    @Test
    void aResultThatWasTakenBackIsOpenAgain() throws Exception {
        composition("2022-04-01", SITTING);
        results(NORTH);
        results(SOUTH);

        deployment.upkeep().withdraw(new BallotId("local.trafford.south.2022-05-05"), "Wrong ward", Source.OPERATOR);

        assertThat(objects("controlAfter")).isEmpty();
        assertThat(rows("council-composition", Map.of("council", "trafford"))).contains(COUNTED_AFTER_NORTH);
    }

    @Test
    void aWithdrawnByElectionMayOrMayNotHaveBeen() throws Exception {
        composition("2021-06-01", SITTING);
        String byElection = HEADINGS
                + "trafford,2021-09-15,E05000801,North,by-election,declared,Ivy Ivory,PP52,Conservative Party,800,true\n";
        results(byElection);
        results(NORTH);
        results(SOUTH);

        deployment.upkeep().withdraw(new BallotId("local.trafford.north.by.2021-09-15"), "Mistaken", Source.OPERATOR);

        assertThat(rows("change-of-control", Map.of()))
                .as(
                        "A Green of North may have left: the majority of four of six is not certain before, nor Labour's after")
                .isEmpty();
    }

    @Test
    void aByElectionThatIsAwaitedLeavesASeatOpen() throws Exception {
        composition("2021-06-01", SITTING);
        results(HEADINGS
                + "trafford,2021-09-15,E05000801,North,by-election,nominated,Ivy Ivory,PP52,Conservative Party,,\n");

        assertThat(rows("who-holds-each-seat", Map.of("council", "trafford", "day", "2021-10-01")))
                .filteredOn(row -> row.startsWith("North"))
                .allSatisfy(row -> assertThat(row.split(",", -1)[4]).isEqualTo("false"));
    }

    /** Without a table or the geography nothing says how many wards there are: one declared ward is no council. */
    @Test
    void oneDeclaredWardOfACouncilWhoseWardsAreNotKnownIsNoMajority() throws Exception {
        results(HEADINGS
                + "sutton,2022-05-05,E05000801,North,ordinary,declared,Ann Ash,PP63,Green Party,900,true\n"
                + "sutton,2022-05-05,E05000801,North,ordinary,declared,Bob Beech,PP53,Labour Party,800,false\n");

        assertThat(objects("controlState")).isEmpty();
        assertThat(rows("council-composition", Map.of("council", "sutton")))
                .containsExactly("2022-05-06,PP63,Green Party,,1,,,");
    }

    @Test
    void theGeographySaysWhichWardsAreOutAndWhenNoneIs() throws Exception {
        geography("E09000029,Sutton,,01/04/2009,,,E09,live\n"
                + "E05000801,North,,05/05/2022,,E09000029,E05,live\n"
                + "E05000802,South,,05/05/2022,,E09000029,E05,live\n"
                + "E05000700,Old,,01/04/2009,04/05/2022,E09000029,E05,terminated\n");
        String north = "sutton,2022-05-05,E05000801,North,ordinary,declared,Ann Ash,PP63,Green Party,900,true\n"
                + "sutton,2022-05-05,E05000801,North,ordinary,declared,Bob Beech,PP53,Labour Party,800,false\n";
        results(HEADINGS + north);

        assertThat(objects("controlState")).isEmpty();
        assertThat(objects("contestsDecided")).containsExactly("1");
        assertThat(objects("contestsInAll")).containsExactly("2");

        results(HEADINGS + "sutton,2022-05-05,E05000802,South,ordinary,declared,Cai Cedar,PP63,Green Party,900,true\n"
                + "sutton,2022-05-05,E05000802,South,ordinary,declared,Dee Date,PP53,Labour Party,800,false\n");

        assertThat(objects("controlState")).singleElement().asString().endsWith("/majority");
        assertThat(objects("controlAfter")).hasSize(1);
        assertThat(objects("contestsInAll")).isEmpty();
    }

    /** A term of which no end is known is not for ever: councillors elected in 2018 do not sit in 2026 for certain. */
    @Test
    void whoWasElectedAsPartOfAWholeCouncilDoesNotSitForCertainWhenTheTermIsOver() throws Exception {
        results(HEADINGS + "sutton,2018-05-03,E05000801,North,ordinary,declared,Ann Ash,PP63,Green Party,900,true\n");

        assertThat(certain("sutton", "2022-05-01")).containsExactly("Ann Ash true");
        assertThat(certain("sutton", "2022-06-01")).containsExactly("Ann Ash false");
    }

    @Test
    void scottishCouncillorsOf2017SitForFiveYears() throws Exception {
        results(HEADINGS + "fife,2017-05-04,S13003150,North,ordinary,declared,Ann Ash,PP63,Green Party,900,true\n");

        assertThat(certain("fife", "2021-06-01")).containsExactly("Ann Ash true");
        assertThat(certain("fife", "2022-06-01")).containsExactly("Ann Ash false");
    }

    @Test
    void aTableThatDoesNotSayWhenSeatsAreUpHoldsUntilTheNextOrdinaryDay() throws Exception {
        composition("2022-06-01", SITTING.replaceAll(",202\\d,", ",,"));

        assertThat(certain("trafford", "2023-05-01")).contains("Ann Ash true");
        assertThat(certain("trafford", "2023-06-01")).contains("Ann Ash false").noneMatch(row -> row.endsWith("true"));
    }

    @Test
    void aSeatForWhichThereWereTooFewCandidatesIsVacantAndOneWithoutAResultIsNot() throws Exception {
        String headings = HEADINGS.replace("status,", "status,seats,");
        geography("E09000029,Sutton,,01/04/2009,,,E09,live\nE05000801,North,,05/05/2022,,E09000029,E05,live\n");
        results(headings
                + "sutton,2022-05-05,E05000801,North,ordinary,declared,3,Ann Ash,PP63,Green Party,,true\n"
                + "sutton,2022-05-05,E05000801,North,ordinary,declared,3,Bob Beech,PP63,Green Party,,true\n");

        assertThat(objects("vacantSeats")).containsExactly("1");
    }

    @Test
    void whereNobodyHasAMajorityAnElectionIsOneRow() throws Exception {
        composition(
                "2022-04-01", SITTING.replace("Eve Elm,2023,Green Party,PP63", "Eve Elm,2023,Conservative Party,PP52"));
        results(NORTH.replace("1000,true", "800,false").replace("900,false", "900,true"));
        results(SOUTH.replace("700,true", "500,false").replace("600,false", "600,true"));

        assertThat(rows("change-of-control", Map.of()))
                .containsExactly("2022-05-05,Trafford Metropolitan Borough Council,no-overall-control,,"
                        + "no-overall-control,,false,http://localhost:8080/id/election/local.trafford.2022-05-05");
    }

    @Test
    void aWithdrawnContestIsCountedAsSuch() throws Exception {
        results(NORTH);
        results(SOUTH);

        deployment.upkeep().withdraw(new BallotId("local.trafford.south.2022-05-05"), "Wrong ward", Source.OPERATOR);

        assertThat(rows("declared-of-expected", Map.of("polling_date", "2022-05-05")))
                .containsExactly("http://localhost:8080/id/election/local.trafford.2022-05-05,2,0,0,1,1");
    }

    @Test
    void aByElectionThatIsOnlyNominatedWasNotHeld() throws Exception {
        results(HEADINGS
                + "trafford,2021-09-15,E05000801,North,by-election,nominated,Ivy Ivory,PP52,Conservative Party,,\n");

        assertThat(rows("by-elections", Map.of())).isEmpty();
    }

    @Test
    void aWardWhoseResultIsAwaitedWasFoughtToo() throws Exception {
        results(NOMINATED);

        assertThat(rows("wards-fought-by-party", Map.of("election", "local.trafford.2022-05-05")))
                .containsExactlyInAnyOrder("PP63,Green Party,2,2,0,0", "PP53,Labour Party,2,2,0,0");
        assertThat(rows("election-totals", Map.of("council", "trafford")))
                .as("No votes are stated: their sum is empty, not 0")
                .containsExactly("2022-05-05,2,4,0,,,,,http://localhost:8080/id/election/local.trafford.2022-05-05");
    }

    /** Labour and Labour with the Co-operative Party sit together: a seat that goes from one to the other is not flipped. */
    @Test
    void aWardThatAJointCandidateHeldForTheSamePartyIsNotFlipped() throws Exception {
        String joint = "joint-party:53-119,";
        results(NORTH.replace("2022-05-05", "2021-05-06")
                + SOUTH.replace("2022-05-05", "2021-05-06").substring(HEADINGS.length()));
        results(NORTH.replace("PP53,Labour Party", joint) + SOUTH.substring(HEADINGS.length()));

        assertThat(rows(
                        "wards-flipped",
                        Map.of("earlier", "local.trafford.2021-05-06", "later", "local.trafford.2022-05-05")))
                .isEmpty();
        assertThat(rows("votes-per-seat", Map.of("election", "local.trafford.2022-05-05")))
                .contains("joint-party-53-119,Labour and Co-operative,1000,1,1000");
    }

    private void composition(String day, String table) throws Exception {
        Path file = temporary.resolve("councillors-" + day + ".csv");
        Files.writeString(file, table);
        deployment.imports().publish(ReferenceKind.COMPOSITION, file);
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

    /** Everything that the seats of councils say by a property. */
    private List<String> objects(String property) {
        return List.of("trafford", "sutton").stream()
                .flatMap(council -> deployment.store().graph("http://localhost:8080/data/seats/" + council).stream())
                .filter(triple -> triple.getPredicate().getURI().equals(LE + property))
                .map(triple -> triple.getObject())
                .map(node -> node.isURI() ? node.getURI() : node.getLiteralLexicalForm())
                .sorted()
                .toList();
    }

    /** Who sits on a day, and how many seats there are of which that is not known. */
    private List<String> members(String day) throws Exception {
        return rows("who-holds-each-seat", Map.of("council", "trafford", "day", day)).stream()
                .map(row -> row.split(",", -1))
                .map(cells -> cells[3].isEmpty() ? cells[10] + " not known" : cells[3])
                .toList();
    }

    private List<String> certain(String council, String day) throws Exception {
        return rows("who-holds-each-seat", Map.of("council", council, "day", day)).stream()
                .map(row -> row.split(",", -1))
                .filter(cells -> !cells[3].isEmpty())
                .map(cells -> cells[3] + " " + cells[4])
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
