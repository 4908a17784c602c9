package uk.declared.web.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.declared.web.Site;
import uk.declared.web.WithSite;

/** The page of the vocabulary, and the ways that lead to its terms. */
@ExtendWith(WithSite.class)
class VocabularyPageTest {
    private static final String PAGE = "/def/local-elections";
    private static final String NAMES = "https://w3id.org/local-elections";

    @Test
    void everyTermCodeAndStructureIsFoundByItsPathAndHasAnAnchor(Site site) throws Exception {
        Document page = site.page(PAGE);
        Set<String> named = named();

        assertThat(named).hasSizeGreaterThan(250);
        for (String uri : named) {
            String path = PAGE + "/" + uri.substring(NAMES.length() + 1);
            HttpResponse<byte[]> see = site.get(path, "Accept", "text/html");

            assertThat(see.statusCode()).as(path).isEqualTo(303);
            String place = see.headers().firstValue("Location").orElse("");
            assertThat(place).as(path).startsWith(PAGE + "#");
            assertThat(page.getElementById(place.substring(PAGE.length() + 1)))
                    .as("%s leads to %s", path, place)
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "code/office/mayor,  code-office-mayor",
        "code/office,        code-office",
        "structure/votes,    structure-votes",
        "alignments,         alignments",
        "0.1.0,              changes",
        "0.2.0,              changes"
    })
    void whatIsNoTermIsFoundToo(String path, String anchor, Site site) {
        assertThat(site.get(PAGE + "/" + path, "Accept", "text/html").headers().firstValue("Location"))
                .contains(PAGE + "#" + anchor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"code/office/king", "code/", "structure/none", "9.9.9", "Votes"})
    void whatTheVocabularyDoesNotNameIsNotFound(String path, Site site) {
        assertThat(site.get(PAGE + "/" + path, "Accept", "text/html").statusCode())
                .isEqualTo(404);
    }

    @Test
    void classesStandInATreeAndPropertiesUnderTheirClass(Site site) {
        Document page = site.page(PAGE);

        assertThat(page.select(".declared-tree > li:has(> a[href$=#ElectedBody]) > ul a")
                        .eachText())
                .containsExactly("le:Council");
        assertThat(page.select("#properties-Candidacy ~ div#votes")).isNotEmpty();
        assertThat(page.select("#properties-Contest + ul a").eachText()).contains("le:seats", "le:quota");
        assertThat(page.select("#properties-of-several + ul a").eachText()).contains("le:pollingDate");
    }

    @Test
    void codesHaveTheirSourcesAndTermsTheirAlignments(Site site) {
        Document page = site.page(PAGE);

        assertThat(page.select("#code-contest-type-by-election a").eachAttr("href"))
                .contains("https://www.legislation.gov.uk/ukpga/1972/70/section/89");
        assertThat(page.select("#code-contest-status-under-contested a").eachAttr("href"))
                .contains(PAGE + "#code-contest-status-uncontested");
        assertThat(page.select("#within").text()).contains("Nearly the same as", "geo:sfWithin", "a fact of law");
        assertThat(page.select("#changes ~ dl").text()).contains("0.1.0: the first version.");
    }

    @Test
    void theDiagramIsServedAndSaidInWords(Site site) throws Exception {
        Document page = site.page(PAGE);
        String diagram = page.select("img.declared-diagram").attr("src");
        HttpResponse<byte[]> answer = site.get(diagram);

        assertThat(answer.headers().firstValue("Content-Type")).contains("image/svg+xml");
        assertThat(answer.body()).isEqualTo(Files.readAllBytes(Path.of("docs/model.svg")));
        assertThat(page.select("img.declared-diagram").attr("alt")).startsWith("The core of the vocabulary");
        assertThat(page.select("details").text()).contains("A count stage has tallies, each for one candidacy.");
    }

    @Test
    void thePageIsWelshWhereThatIsAskedFor(Site site) {
        Document page = site.page(PAGE + "?lang=cy");

        assertThat(page.select("h2").eachText())
                .contains("Y craidd", "Cipolwg ar y dosbarthiadau", "Strwythurau’r ystadegau");
        assertThat(page.select("#changes ~ dl").text()).contains("y fersiwn gyntaf");
    }

    /** The URIs below the vocabulary's that its files describe. */
    private static Set<String> named() throws Exception {
        Graph graph = GraphFactory.createDefaultGraph();
        try (Stream<Path> files = Files.list(Path.of("ontology"))) {
            List<Path> turtle =
                    files.filter(file -> file.toString().endsWith(".ttl")).toList();
            turtle.forEach(file -> RDFParser.source(file).parse(graph));
        }
        Set<String> named = new TreeSet<>();
        graph.stream(Node.ANY, RDF.Nodes.type, Node.ANY)
                .filter(triple -> !triple.getObject().equals(OWL.Ontology.asNode()))
                .map(Triple::getSubject)
                .filter(Node::isURI)
                .map(Node::getURI)
                .filter(uri -> uri.startsWith(NAMES + "#") || uri.startsWith(NAMES + "/"))
                .forEach(named::add);
        return named;
    }

    @ParameterizedTest
    @CsvSource({
        "/def/local-elections.ttl,            https://w3id.org/local-elections",
        "/def/local-elections/0.1.0,          https://w3id.org/local-elections",
        "/def/local-elections/0.1.0.ttl,      https://w3id.org/local-elections",
        "/def/local-elections/code,           https://w3id.org/local-elections/code",
        "/def/local-elections/code/0.1.0,     https://w3id.org/local-elections/code",
        "/def/local-elections/statistics.ttl, https://w3id.org/local-elections/statistics",
        "/def/local-elections/alignments,     https://w3id.org/local-elections/alignments"
    })
    void aDocumentHasOneHeader(String path, String ontology, Site site) {
        HttpResponse<byte[]> response = site.get(path, "Accept", "text/turtle");

        assertThat(response.statusCode()).isEqualTo(200);
        Graph graph = RDFParser.fromString(Site.text(response), Lang.TURTLE).toGraph();
        assertThat(graph.stream(Node.ANY, RDF.Nodes.type, OWL2.Ontology.asNode())
                        .map(triple -> triple.getSubject().getURI()))
                .containsExactly(ontology);
    }
}
