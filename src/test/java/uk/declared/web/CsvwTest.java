package uk.declared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
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
}
