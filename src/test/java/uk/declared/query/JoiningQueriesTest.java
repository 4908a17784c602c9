package uk.declared.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.declared.linkeddata.Uris;
import uk.declared.store.EmbeddedStore;
import uk.declared.store.Position;
import uk.declared.store.StoreChange;

/**
 * The queries that join with what others publish, on a few statements that are counted by hand: Purple stood three times, with 100 and 50
 * votes and once unopposed, and holds a seat in an imported table; Orange stood once, unopposed. Of North the census has two figures in
 * one table and one in another, of South none.
 */
class JoiningQueriesTest {
    private static final String DATA = """
            PREFIX le:   <https://w3id.org/local-elections#>
            PREFIX foaf: <http://xmlns.com/foaf/0.1/>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX qb:   <http://purl.org/linked-data/cube#>
            PREFIX dim:  <http://purl.org/linked-data/sdmx/2009/dimension#>
            PREFIX xsd:  <http://www.w3.org/2001/XMLSchema#>
            PREFIX ec:   <https://search.electoralcommission.org.uk/English/Registrations/>
            PREFIX sg:   <http://statistics.data.gov.uk/id/statistical-geography/>
            PREFIX p:    <http://localhost:8080/id/party/>
            PREFIX c:    <http://localhost:8080/id/candidacy/>
            PREFIX t:    <http://localhost:8080/data/census/>
            PREFIX :     <http://localhost:8080/id/contest/>
            p:PP1 a le:Party ; skos:notation "PP1" ; foaf:page ec:PP1 .
            p:PP2 a le:Party ; skos:notation "PP2" ; foaf:page ec:PP2 .
            c:a a le:Candidacy ; le:party p:PP1 ; le:votes 100 .
            c:b a le:Candidacy ; le:party p:PP1 ; le:votes 50 .
            c:c a le:Candidacy ; le:party p:PP1 .
            c:d a le:Candidacy ; le:party p:PP2 .
            <http://localhost:8080/data/composition/1> le:party p:PP1 ; le:memberName "Ann" .
            :north a le:Contest ; le:statisticalGeography sg:N ; le:pollingDate "2024-05-02"^^xsd:date ; le:turnout 40.1 .
            :south a le:Contest ; le:statisticalGeography sg:S ; le:pollingDate "2024-05-02"^^xsd:date .
            t:one a qb:DataSet . t:two a qb:DataSet . <http://localhost:8080/data/votes> a qb:DataSet .
            t:o1 qb:dataSet t:one ; dim:refArea sg:N .
            t:o2 qb:dataSet t:one ; dim:refArea sg:N .
            t:o3 qb:dataSet t:two ; dim:refArea sg:N .
            t:o4 qb:dataSet <http://localhost:8080/data/votes> ; dim:refArea sg:N, sg:S .
            """;

    private static final EmbeddedStore STORE = EmbeddedStore.inMemory();

    @BeforeAll
    static void fill() {
        StoreChange change = new StoreChange.Add(
                "http://localhost:8080/doc/x",
                RDFParser.fromString(DATA, Lang.TURTLE).toGraph().stream().toList());
        STORE.apply(List.of(change).iterator(), new Position(1, "one"));
    }

    @AfterAll
    static void close() {
        STORE.close();
    }

    private static List<List<String>> answer(String query) throws Exception {
        return Tables.of(QueryLibrary.load().run(STORE, new Uris("http://localhost:8080"), query, Map.of()));
    }

    @Test
    void candidaciesOfAPartyAreCountedWithoutSeatsAndVotesAsFarAsTheyAreStated() throws Exception {
        String entry = "https://search.electoralcommission.org.uk/English/Registrations/";
        assertThat(answer("join-with-electoral-commission"))
                .contains(List.of("PP1", "http://localhost:8080/id/party/PP1", entry + "PP1", "3", "150"))
                .contains(List.of("PP2", "http://localhost:8080/id/party/PP2", entry + "PP2", "1", ""));
    }

    @Test
    void figuresOfTheCensusAreCountedForEachAreaAndOthersAreNot() throws Exception {
        String area = "http://statistics.data.gov.uk/id/statistical-geography/";
        assertThat(answer("join-with-official-statistics"))
                .contains(List.of(area + "N", "http://localhost:8080/id/contest/north", "2024-05-02", "40.1", "3"))
                .contains(List.of(area + "S", "http://localhost:8080/id/contest/south", "2024-05-02", "", "0"));
    }
}
