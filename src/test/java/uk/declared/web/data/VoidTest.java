package uk.declared.web.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.vocabulary.SKOS;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.declared.web.Site;
import uk.declared.web.WithSite;

/** What the description in VoID says of the data and of its links, counted in the dumps. */
@ExtendWith(WithSite.class)
class VoidTest {
    private final Site site;

    VoidTest(Site site) {
        this.site = site;
    }

    @Test
    void voidCountsWhatIsThere() throws IOException {
        Graph description = ReadData.turtle(site, "/.well-known/void");
        DatasetGraph all =
                DumpFilesTest.unpacked(site.get("/data/dumps/all.nq.gz").body());
        DumpFilesTest.unpacked(site.get("/data/dumps/other-licences.nq.gz").body()).stream()
                .forEach(all::add);
        long triples;
        long links;
        try (QueryExec exec = QueryExec.dataset(all)
                .query("SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?s ?p ?o { GRAPH ?g { ?s ?p ?o } } }")
                .build()) {
            triples = Long.parseLong(exec.select().next().get("n").getLiteralLexicalForm());
        }
        try (QueryExec exec = QueryExec.dataset(all)
                .query("SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?s ?o { GRAPH ?g { ?s"
                        + " <https://w3id.org/local-elections#statisticalGeography> ?o } } }")
                .build()) {
            links = Long.parseLong(exec.select().next().get("n").getLiteralLexicalForm());
        }

        assertThat(
                        ReadData.number(
                                description,
                                "PREFIX void: <http://rdfs.org/ns/void#> SELECT (?t AS ?n) { ?d void:sparqlEndpoint ?e ; void:triples ?t }"))
                .isEqualTo(triples);
        assertThat(ReadData.number(
                        description,
                        "PREFIX void: <http://rdfs.org/ns/void#> SELECT (?t AS ?n) { ?l a void:Linkset ; void:linkPredicate"
                                + " <https://w3id.org/local-elections#statisticalGeography> ; void:triples ?t }"))
                .isEqualTo(links);
    }

    /** Counted from the lines of the dumps, without a query. */
    @Test
    void everyLinksetHasAsManyLinksAsTheDumps() throws IOException {
        DatasetGraph all =
                DumpFilesTest.unpacked(site.get("/data/dumps/all.nq.gz").body());
        DumpFilesTest.unpacked(site.get("/data/dumps/other-licences.nq.gz").body()).stream()
                .forEach(all::add);
        Map<String, Set<String>> counted = new TreeMap<>();
        all.stream()
                .filter(quad -> quad.getSubject().isURI() && quad.getObject().isURI())
                .filter(quad -> quad.getSubject().getURI().startsWith("http://localhost:8080/id/"))
                .forEach(quad -> {
                    String[] parts = quad.getObject().getURI().split("/", 4);
                    counted.computeIfAbsent(
                                    quad.getPredicate().getURI() + " " + parts[0] + "//"
                                            + (parts.length > 2 ? parts[2] : "") + "/",
                                    first -> new HashSet<>())
                            .add(quad.getSubject() + " " + quad.getObject());
                });

        Map<String, Long> said = new TreeMap<>();
        try (QueryExec exec = QueryExec.graph(ReadData.turtle(site, "/.well-known/void"))
                .query(
                        "PREFIX void: <http://rdfs.org/ns/void#> SELECT ?p ?t ?n { ?l a void:Linkset ; void:linkPredicate ?p ;"
                                + " void:subjectsTarget <http://localhost:8080/data/dataset/all> ;"
                                + " void:objectsTarget ?t ; void:triples ?n }")
                .build()) {
            exec.select()
                    .forEachRemaining(row -> said.put(
                            row.get("p").getURI() + " " + row.get("t").getURI(),
                            Long.parseLong(row.get("n").getLiteralLexicalForm())));
        }

        assertThat(said)
                .containsKeys(
                        "https://w3id.org/local-elections#statisticalGeography http://statistics.data.gov.uk/",
                        "http://xmlns.com/foaf/0.1/page https://search.electoralcommission.org.uk/")
                .allSatisfy((links, number) -> assertThat(number)
                        .as(links)
                        .isEqualTo(counted.getOrDefault(links, Set.of()).size()));
    }

    /** Counted in the file of alignments. */
    @Test
    void theVocabularysLinksToParliamentsAreALinkset() {
        Graph alignments = RDFParser.source("ontology/alignments.ttl").toGraph();
        long closely = alignments.stream(Node.ANY, SKOS.closeMatch.asNode(), Node.ANY)
                .filter(triple -> triple.getObject().isURI()
                        && triple.getObject().getURI().startsWith("http://parliament.uk/ontologies/"))
                .count();

        assertThat(ReadData.number(
                        ReadData.turtle(site, "/.well-known/void"),
                        "PREFIX void: <http://rdfs.org/ns/void#> SELECT (?t AS ?n) { ?l a void:Linkset ; void:subjectsTarget"
                                + " <http://localhost:8080/data/vocabulary> ; void:triples ?t ;"
                                + " void:linkPredicate <http://www.w3.org/2004/02/skos/core#closeMatch> }"))
                .isEqualTo(closely)
                .isPositive();
    }

    @Test
    void thePageOfLinksJoinsWithEachPublisher() {
        Document page = site.page("/data/links");

        assertThat(page.select("section h2")).hasSize(5);
        assertThat(page.select("section a[href^=/queries/join-with-]")).hasSize(5);
        assertThat(page.select("section:has(#join-0) tbody tr")).hasSize(3);
        assertThat(page.select("section:has(#join-0) tbody").text())
                .contains("http://statistics.data.gov.uk/id/statistical-geography/E05015239");
        assertThat(page.select("section:has(#join-1) tbody").text())
                .contains("https://candidates.democracyclub.org.uk/elections/local.trafford.");
        assertThat(page.select("section:has(#join-2) tbody tr")).isNotEmpty();
        assertThat(page.select("section:has(#join-4) tbody").text())
                .contains("http://parliament.uk/ontologies/election/");
        assertThat(site.page("/data/links?lang=cy").select("h1").text()).isEqualTo("Dolenni i gysylltu drwyddynt");
        page.select("section a[href^=/queries/]")
                .forEach(run -> assertThat(site.get(run.attr("href") + ".csv").statusCode())
                        .as(run.attr("href"))
                        .isEqualTo(200));
    }
}
