package uk.declared.web.thing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import uk.declared.linkeddata.Uris;
import uk.declared.store.EmbeddedStore;
import uk.declared.store.Position;
import uk.declared.store.StoreChange;
import uk.declared.web.map.MappedArea;
import uk.declared.web.page.LocalPaths;
import uk.declared.web.page.Wording;

/**
 * A map of neighbours reads those who were elected alone, and shows what a list of everybody would. Four wards: North has two
 * seats, Ann (Red, 90) and Bob (independent, 80), and Cai lost; of South there are candidates and no result; Delyth was elected in
 * East with no votes given; nobody stands in West.
 */
class WinnersOfAnElectionTest {
    private static final String BASE = "http://localhost:8080";
    private static final Node ELECTION = NodeFactory.createURI(BASE + "/id/election/local.x.2024-05-02");
    private static final String RESULTS = """
            PREFIX le:   <https://w3id.org/local-elections#>
            PREFIX code: <https://w3id.org/local-elections/code/standing/>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX c:    <http://localhost:8080/id/contest/local.x.>
            PREFIX p:    <http://localhost:8080/id/candidacy/>
            PREFIX a:    <http://localhost:8080/id/area/>
            PREFIX e:    <http://localhost:8080/id/election/local.x.>
            c:north le:election e:2024-05-02 ; le:contestType le:ordinary ; le:electoralArea a:n ; le:candidacy p:ann, p:bob, p:cai .
            c:south le:election e:2024-05-02 ; le:contestType le:ordinary ; le:electoralArea a:s ; le:candidacy p:eve .
            c:east  le:election e:2024-05-02 ; le:contestType le:ordinary ; le:electoralArea a:e ; le:candidacy p:delyth .
            c:west  le:election e:2024-05-02 ; le:contestType le:ordinary ; le:electoralArea a:w .
            a:n rdfs:label "North"@en, "Gogledd"@cy . a:s rdfs:label "South"@en . a:e rdfs:label "East"@en . a:w rdfs:label "West"@en .
            p:ann le:nameOnBallotPaper "Ann" ; le:standing code:party ; le:party p:red ; le:votes 90 ; le:elected true .
            p:bob le:nameOnBallotPaper "Bob" ; le:standing code:independent ; le:votes 80 ; le:elected true .
            p:cai le:nameOnBallotPaper "Cai" ; le:standing code:party ; le:party p:red ; le:votes 70 ; le:elected false .
            p:eve le:nameOnBallotPaper "Eve" ; le:standing code:party ; le:party p:red .
            p:delyth le:nameOnBallotPaper "Delyth" ; le:standing code:party ; le:party p:red ; le:elected true .
            p:red rdfs:label "Red" .
            """;

    private final EmbeddedStore store = EmbeddedStore.inMemory();
    private final Uris uris = new Uris(BASE);
    private final Places places = new Places(new ThingDescriptions(store, uris), new LocalPaths(uris));

    @BeforeEach
    void publish() {
        StoreChange change = new StoreChange.Add(
                BASE + "/doc/contest/x",
                RDFParser.fromString(RESULTS, Lang.TURTLE).toGraph().stream().toList());
        store.apply(List.of(change).iterator(), new Position(1, "hash"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static Wording wording() {
        StaticMessageSource messages = new StaticMessageSource();
        messages.setUseCodeAsDefaultMessage(true);
        return new Wording(messages, Locale.ENGLISH);
    }

    @Test
    void eachWardIsThereWithThoseWhoWereElected() {
        assertThat(places.winnersOf(ELECTION, wording()))
                .extracting(area -> area.label() + ": " + area.text())
                .containsExactly("East: Red", "North: Red, standing.independent", "South: not-stated");
    }

    @Test
    void theMapIsThatOfTheListOfEverybody() {
        assertThat(places.winnersOf(ELECTION, wording()))
                .map(WinnersOfAnElectionTest::shown)
                .isEqualTo(places.election(ELECTION, wording()).stream()
                        .map(WinnersOfAnElectionTest::shown)
                        .toList());
    }

    private static List<Object> shown(MappedArea area) {
        return List.of(area.label(), area.href(), area.text(), area.colour(), area.letters(), area.hexagons());
    }
}
