package uk.declared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.util.Values;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.Rio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a program that uses RDF4J gets, with nothing of ours on its side. */
@ExtendWith(WithSite.class)
class RdfClientsTest {
    private static final Map<String, RDFFormat> SYNTAXES = Map.of(
            "text/turtle", RDFFormat.TURTLE,
            "application/ld+json", RDFFormat.JSONLD,
            "application/rdf+xml", RDFFormat.RDFXML,
            "application/n-triples", RDFFormat.NTRIPLES);

    @Test
    void aDocumentSaysTheSameInEverySyntax(Site site) throws IOException {
        Map<String, Integer> statements = new TreeMap<>();
        for (Map.Entry<String, RDFFormat> syntax : SYNTAXES.entrySet()) {
            HttpResponse<byte[]> response = site.get(Site.ALTRINCHAM, "Accept", syntax.getKey());
            Model model = Rio.parse(new ByteArrayInputStream(response.body()), "", syntax.getValue());
            assertThat(model.filter(null, Values.iri("https://w3id.org/local-elections#votes"), null))
                    .as(syntax.getKey())
                    .hasSize(4);
            statements.put(syntax.getKey(), model.size());
        }
        assertThat(Set.copyOf(statements.values())).as("%s", statements).hasSize(1);
    }

    @Test
    void theDumpOfAnElectionHoldsAGraphForEachContest(Site site) throws IOException {
        byte[] dump = site.get("/data/dumps/local.trafford.2024-05-02.nq.gz").body();
        Model model = Rio.parse(new GZIPInputStream(new ByteArrayInputStream(dump)), "", RDFFormat.NQUADS);

        Set<String> contests = model.contexts().stream()
                .map(Resource::stringValue)
                .filter(graph -> graph.matches(".*/doc/contest/[^/]+"))
                .collect(Collectors.toSet());
        assertThat(contests).hasSize(21);
    }
}
