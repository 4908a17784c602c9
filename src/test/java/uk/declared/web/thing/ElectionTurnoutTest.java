package uk.declared.web.thing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.declared.store.EmbeddedStore;
import uk.declared.store.Position;
import uk.declared.store.StoreChange;
import uk.declared.web.stored.Row;
import uk.declared.web.stored.StoredQuery;

/**
 * The turnout of a council's whole election is said where all contests with a poll say theirs. Four wards: North declared 800
 * papers of 2,000 electors, South is awaited, in East nobody was opposed, in West the poll was put off.
 */
class ElectionTurnoutTest {
    private static final Node ELECTION = NodeFactory.createURI("http://localhost:8080/id/election/local.x.2024-05-02");
    private static final String PREFIXES = "PREFIX le: <https://w3id.org/local-elections#>\n"
            + "PREFIX status: <https://w3id.org/local-elections/code/contest-status/>\n"
            + "PREFIX : <http://localhost:8080/id/contest/>\n";
    private static final String OF_ELECTION = " le:election <" + ELECTION.getURI() + "> ";

    private final EmbeddedStore store = EmbeddedStore.inMemory();

    @AfterEach
    void close() {
        store.close();
    }

    private void publish(int entry, String contest, String rest) {
        StoreChange change = new StoreChange.Add(
                "http://localhost:8080/doc/contest/" + contest,
                RDFParser.fromString(PREFIXES + ":" + contest + OF_ELECTION + rest, Lang.TURTLE).toGraph().stream()
                        .toList());
        store.apply(List.of(change).iterator(), new Position(entry, "hash" + entry));
    }

    private void threeOfFour() {
        publish(1, "north", "; le:candidacy [ le:votes 790 ] ; le:ballotPapersCast 800 ; le:electorate 2000 .");
        publish(2, "east", "; le:contestStatus status:uncontested ; le:electorate 900 .");
        publish(3, "west", "; le:contestStatus status:postponed ; le:electorate 1500 .");
    }

    private Row turnout() {
        List<Row> rows = store.select(StoredQuery.read("election-turnout"), Map.of("thing", ELECTION), Row::all);
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    @Test
    void aContestThatIsAwaitedIsOneThatDoesNotSayItsTurnout() {
        threeOfFour();
        publish(4, "south", "; le:candidacy [ le:nameOnBallotPaper \"Ann\" ] .");

        assertThat(turnout().integer("contests")).contains(2);
        assertThat(turnout().integer("silent")).contains(1);
    }

    /** 800 and 300 of 2,000 and 1,000: the electors of East and West had nothing to vote in. */
    @Test
    void whereAllThatHadAPollSayItTheirPapersAndElectorsAreAddedUp() {
        threeOfFour();
        publish(4, "south", "; le:candidacy [ le:votes 295 ] ; le:ballotPapersCast 300 ; le:electorate 1000 .");

        assertThat(turnout().integer("contests")).contains(2);
        assertThat(turnout().integer("silent")).contains(0);
        assertThat(turnout().decimal("cast").orElseThrow()).isEqualByComparingTo("1100");
        assertThat(turnout().decimal("electorate").orElseThrow()).isEqualByComparingTo("3000");
    }
}
