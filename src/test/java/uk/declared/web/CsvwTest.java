package uk.declared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.declared.export.CsvwTriples;

/** Our tables say in RDF, by their descriptions alone, what our RDF says. */
@ExtendWith(WithSite.class)
class CsvwTest {
    private static final String LE = "https://w3id.org/local-elections#";

    @Test
    void everyStatementOfTheTableOfAContestStandsInItsDocument(Site site) throws Exception {
        Set<Triple> said = triples(site, Site.ALTRINCHAM);
        Graph document = RDFParser.fromString(Site.text(site.get(Site.ALTRINCHAM + ".ttl")), Lang.TURTLE)
                .toGraph();

        // Four candidacies, each with its votes, and the account of the contest.
        assertThat(said.stream().filter(triple -> triple.getPredicate().getURI().equals(LE + "votes")))
                .hasSize(4);
        assertThat(said).hasSizeGreaterThan(40);
        assertThat(said.stream().filter(triple -> !contains(document, triple))).isEmpty();
    }

    /** Equal values are the same, whatever digits they are written with. */
    private static boolean contains(Graph graph, Triple triple) {
        return graph.contains(triple)
                || graph.stream(triple.getSubject(), triple.getPredicate(), Node.ANY)
                        .anyMatch(other -> other.getObject().sameValueAs(triple.getObject()));
    }

    private static Set<Triple> triples(Site site, String document) throws Exception {
        HttpResponse<byte[]> table = site.get(document + ".csv");
        HttpResponse<byte[]> metadata = site.get(document + ".csv-metadata.json");
        Set<Triple> said = new HashSet<>();
        CsvwTriples.read(
                new StringReader(Site.text(table)),
                new ByteArrayInputStream(metadata.body()),
                URI.create("http://localhost:8080" + document + ".csv"),
                said::add);
        return said;
    }

    /** As the specification's own examples have it, on a table of one row written down by hand. */
    @Test
    void standardModeDescribesTheTableAndItsRows() throws Exception {
        String metadata = """
                {"@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}], "url": "one.csv", "dc:title": "One row",
                 "dc:license": {"@id": "http://example.org/licence"},
                 "tableSchema": {"aboutUrl": "http://example.org/{key}", "columns": [
                   {"name": "key", "titles": "key", "suppressOutput": true},
                   {"name": "votes", "titles": "votes", "datatype": "integer", "propertyUrl": "http://example.org/votes"}]}}
                """;
        Graph said = GraphFactory.createDefaultGraph();
        CsvwTriples.readStandard(
                new StringReader("key,votes\nann,12\n"),
                new ByteArrayInputStream(metadata.getBytes(StandardCharsets.UTF_8)),
                URI.create("http://example.org/one.csv"),
                said::add);

        String expected = """
                PREFIX csvw: <http://www.w3.org/ns/csvw#>
                [] a csvw:TableGroup ; csvw:table [ a csvw:Table ; csvw:url <http://example.org/one.csv> ;
                  <http://purl.org/dc/terms/title> "One row"@en ; <http://purl.org/dc/terms/license> <http://example.org/licence> ;
                  csvw:row [ a csvw:Row ; csvw:rownum 1 ; csvw:url <http://example.org/one.csv#row=2> ;
                    csvw:describes <http://example.org/ann> ] ] .
                <http://example.org/ann> <http://example.org/votes> 12 .
                """;
        assertThat(said.isIsomorphicWith(
                        RDFParser.fromString(expected, Lang.TURTLE).toGraph()))
                .isTrue();
    }

    @Test
    void bothModesSayTheSameOfWhatTheTableHolds(Site site) throws Exception {
        String table = Site.text(site.get(Site.ALTRINCHAM + ".csv"));
        byte[] metadata = site.get(Site.ALTRINCHAM + ".csv-metadata.json").body();
        Graph standard = GraphFactory.createDefaultGraph();
        CsvwTriples.readStandard(
                new StringReader(table),
                new ByteArrayInputStream(metadata),
                URI.create("http://localhost:8080" + Site.ALTRINCHAM + ".csv"),
                standard::add);
        Graph cells = GraphFactory.createDefaultGraph();
        standard.stream().filter(triple -> triple.getSubject().isURI()).forEach(cells::add);
        Graph minimal = GraphFactory.createDefaultGraph();
        triples(site, Site.ALTRINCHAM).forEach(minimal::add);

        assertThat(cells.isIsomorphicWith(minimal)).isTrue();
        assertThat(standard.stream(Node.ANY, NodeFactory.createURI("http://www.w3.org/ns/csvw#rownum"), Node.ANY))
                .hasSize(4);
    }
}
