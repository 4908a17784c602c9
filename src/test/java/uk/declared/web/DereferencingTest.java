package uk.declared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(WithSite.class)
class DereferencingTest {
    private static final List<String> SUFFIXES = List.of("ttl", "jsonld", "rdf", "nt");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    -                                                             | 200 | text/html
                    */*                                                           | 200 | text/html
                    text/*                                                        | 200 | text/html
                    text/html                                                     | 200 | text/html
                    text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | 200 | text/html
                    text/turtle                                                   | 200 | text/turtle
                    TEXT/Turtle ; charset=utf-8                                   | 200 | text/turtle
                    application/ld+json                                           | 200 | application/ld+json
                    application/rdf+xml                                           | 200 | application/rdf+xml
                    application/n-triples                                         | 200 | application/n-triples
                    application/*                                                 | 200 | application/ld+json
                    text/turtle;q=0.5, application/rdf+xml;q=0.9                  | 200 | application/rdf+xml
                    text/html;q=0.1, */*;q=0.2                                    | 200 | text/turtle
                    text/*;q=0.9, text/html;q=0.1, application/n-triples;q=0.5    | 200 | text/turtle
                    */*, text/html;q=0, text/turtle;q=0                           | 200 | application/ld+json
                    application/ld+json;profile="a,b;c", text/turtle;q=0.9        | 200 | application/ld+json
                    text/turtle;q=0.9, image/png                                  | 200 | text/turtle
                    not a media type                                              | 200 | text/html
                    application/pdf                                               | 406 | application/problem+json
                    text/turtle;q=0                                               | 406 | application/problem+json
                    image/png, text/html;q=0                                      | 406 | application/problem+json
                    """)
    void theFormIsNegotiated(String accept, int status, String type, Site site) {
        HttpResponse<byte[]> response =
                accept.equals("-") ? site.get(Site.ALTRINCHAM) : site.get(Site.ALTRINCHAM, "Accept", accept);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(Site.type(response)).isEqualTo(type);
        assertThat(vary(response)).contains("Accept", "Accept-Language");
    }

    @ParameterizedTest
    @CsvSource({
        "html,   text/html",
        "ttl,    text/turtle",
        "jsonld, application/ld+json",
        "rdf,    application/rdf+xml",
        "nt,     application/n-triples"
    })
    void aSuffixNamesTheFormWhateverIsAccepted(String suffix, String type, Site site) {
        HttpResponse<byte[]> response = site.get(Site.ALTRINCHAM + "." + suffix, "Accept", "application/pdf");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Site.type(response)).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "contest/local.trafford.altrincham.2024-05-02",
                "candidacy/local.trafford.altrincham.2024-05-02/mario-miniaci",
                "election/local.trafford.2024-05-02",
                "election/local.2024-05-02",
                "area/E05015239",
                "area/example.llan%C5%B5r.2022-05-05",
                "council/trafford",
                "party/PP63",
                "party/joint-party-9001-9002",
                "declaration/local.trafford.altrincham.2024-05-02/1",
                "submission/0000000000000000000000000000000000000000000000000000000000000001"
            })
    void aThingLeadsToItsDocument(String thing, Site site) {
        HttpResponse<byte[]> see = site.get("/id/" + thing + "?lang=cy", "Accept", "text/turtle");

        assertThat(see.statusCode()).isEqualTo(303);
        assertThat(Site.header(see, "Location")).isEqualTo("/doc/" + thing + "?lang=cy");
        assertThat(site.get(Site.header(see, "Location")).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "contest/local.trafford.altrincham.2024-05-02",
                "candidacy/local.trafford.altrincham.2024-05-02/mario-miniaci",
                "election/local.trafford.2024-05-02",
                "election/local.2024-05-02",
                "area/E05015239",
                "area/example.llan%C5%B5r.2022-05-05",
                "council/trafford",
                "party/PP63",
                "declaration/local.trafford.altrincham.2024-05-02/1",
                "submission/0000000000000000000000000000000000000000000000000000000000000001"
            })
    void everySyntaxSaysTheSame(String thing, Site site) {
        List<Graph> graphs = SUFFIXES.stream()
                .map(suffix -> parse(site.get("/doc/" + thing + "." + suffix), suffix))
                .toList();

        assertThat(graphs.get(0).size()).isPositive();
        assertThat(graphs).allMatch(graph -> graph.isIsomorphicWith(graphs.get(0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ttl", "nt", "jsonld", "rdf"})
    void aDocumentBeginsWithWhatWasAskedForAndIsTheSameEachTime(String suffix, Site site) {
        String first = Site.text(site.get(Site.ALTRINCHAM + "." + suffix));
        String begins = first.substring(first.indexOf("http://localhost:8080/"));

        assertThat(begins).startsWith("http://localhost:8080/id/contest/local.trafford.altrincham.2024-05-02");
        assertThat(begins.charAt("http://localhost:8080/id/contest/local.trafford.altrincham.2024-05-02".length()))
                .isIn('"', '>');
        assertThat(Site.text(site.get(Site.ALTRINCHAM + "." + suffix))).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nq", "trig"})
    void aSyntaxThatNamesGraphsHasTheSameTriplesInTheDefaultGraph(String suffix, Site site) {
        DatasetGraph dataset = DatasetGraphFactory.create();
        RDFParser.source(new ByteArrayInputStream(
                        site.get(Site.ALTRINCHAM + "." + suffix).body()))
                .lang(RDFLanguages.fileExtToLang(suffix))
                .parse(dataset);

        assertThat(dataset.listGraphNodes()).isExhausted();
        assertThat(dataset.getDefaultGraph().isIsomorphicWith(parse(site.get(Site.ALTRINCHAM + ".ttl"), "ttl")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        Site.ALTRINCHAM + ",                   \"id\"",
        "/doc/election/local.trafford.2024-05-02, \"id\"",
        "/queries/turnout-by-ward?election=local.trafford.2024-05-02, \"bindings\"",
        "/data,                               \"@graph\"",
        "/data/vocabulary,                    \"id\""
    })
    void whoAsksForJsonGetsIt(String path, String holds, Site site) {
        HttpResponse<byte[]> response = site.get(path, "Accept", "application/json");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Site.type(response)).isEqualTo("application/json");
        assertThat(Site.text(response)).contains(holds);
    }

    @ParameterizedTest
    @CsvSource({
        "observation/votes/PP63, /statistics",
        "rejection/official-mark, ''",
    })
    void aPartLeadsToTheDocumentThatDescribesIt(String part, String document, Site site) {
        String contest = "/id/contest/local.trafford.altrincham.2024-05-02";
        HttpResponse<byte[]> see = site.get(contest + "/" + part);

        assertThat(Site.header(see, "Location")).isEqualTo(Site.ALTRINCHAM + document);
        assertThat(parse(site.get(Site.header(see, "Location"), "Accept", "text/turtle"), "ttl")
                        .contains(
                                NodeFactory.createURI("http://localhost:8080" + contest + "/" + part),
                                Node.ANY,
                                Node.ANY))
                .isTrue();
    }

    @Test
    void aPartOfAThingLeadsToTheWhole(Site site) {
        HttpResponse<byte[]> see = site.get("/id/contest/local.trafford.altrincham.2024-05-02/rejection/official-mark");

        assertThat(see.statusCode()).isEqualTo(303);
        assertThat(Site.header(see, "Location")).isEqualTo(Site.ALTRINCHAM);
    }

    /** Clients of the reconciliation service put an identifier into an address whole, its slash in percent signs. */
    @ParameterizedTest
    @CsvSource({
        "/id/area%2FE05015239,                                                /doc/area/E05015239",
        "/id/area%2fE05015239,                                                /doc/area/E05015239",
        "/id/candidacy%2Flocal.trafford.altrincham.2024-05-02%2Fmario-miniaci, /doc/candidacy/local.trafford.altrincham.2024-05-02/mario-miniaci",
        "/id/candidacy/local.trafford.altrincham.2024-05-02%2Fmario-miniaci,   /doc/candidacy/local.trafford.altrincham.2024-05-02/mario-miniaci"
    })
    void anIdentifierWithAnEncodedSlashLeadsToTheThing(String path, String document, Site site) {
        HttpResponse<byte[]> see = site.get(path);

        assertThat(see.statusCode()).isEqualTo(303);
        assertThat(Site.header(see, "Location")).isEqualTo(document);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/id/contest/local.trafford.nowhere.2024-05-02",
                "/doc/contest/local.trafford.nowhere.2024-05-02",
                "/doc/contest/local.trafford.altrincham.2024-05-02.pdf",
                "/doc/contest/local.trafford.altrincham",
                "/doc/contest/local.trafford.altrincham.2024-05-02/",
                "/doc/contest/local.trafford.altrincham.2024-05-02/rejection/wrong-day",
                "/doc/candidacy/local.trafford.altrincham.2024-05-02",
                "/id/candidacy/local.trafford.altrincham.2024-05-02%2Fnobody",
                "/id/area%2FE05888888",
                "/doc/contest/",
                "/doc/contest",
                "/doc",
                "/id/wizard/merlin",
                "/doc/area/%C5%B5",
                "/doc/area/it's",
                "/doc/contest/%2F..%2F",
                "/doc/contest/.ttl",
                "/def/local-elections/noSuchTerm",
                "/def/local-elections.exe",
                "/nothing-here",
                "/error",
                "/actuator/env"
            })
    void whatIsUnknownIsNotFound(String path, Site site) {
        HttpResponse<byte[]> toPrograms = site.get(path);
        HttpResponse<byte[]> toBrowsers = site.get(path, "Accept", "text/html,*/*;q=0.8");

        assertThat(toPrograms.statusCode()).isEqualTo(404);
        assertThat(Site.type(toPrograms)).isEqualTo("application/problem+json");
        assertThat(Site.text(toPrograms)).contains("\"status\":404").contains("\"instance\":\"" + path + "\"");
        assertThat(toBrowsers.statusCode()).isEqualTo(404);
        assertThat(Site.type(toBrowsers)).isEqualTo("text/html");
        assertThat(Site.text(toBrowsers)).contains("Page not found").doesNotContain("Whitelabel");
    }

    @Test
    void whatNobodyAcceptsIsRefusedWithWhatThereIs(Site site) {
        assertThat(Site.text(site.get(Site.ALTRINCHAM, "Accept", "application/pdf")))
                .contains("\"status\":406")
                .contains(Site.ALTRINCHAM + ".ttl")
                .contains("application/ld+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {Site.WITHDRAWN, Site.WITHDRAWN + ".ttl", "/doc/candidacy/local.example.gone.2022-05-05/ann"})
    void aWithdrawnResultIsGoneWithItsReason(String path, Site site) {
        HttpResponse<byte[]> response = site.get(path);

        assertThat(response.statusCode()).isEqualTo(410);
        assertThat(Site.text(response))
                .contains("It was another ward’s.")
                .contains("/doc/declaration/local.example.gone.2022-05-05/1");
        assertThat(site.get("/doc/declaration/local.example.gone.2022-05-05/1").statusCode())
                .isEqualTo(200);
        assertThat(site.get("/id/contest/local.example.gone.2022-05-05").statusCode())
                .isEqualTo(303);
    }

    @ParameterizedTest
    @CsvSource({
        "text/html,           /def/local-elections#votes",
        "text/turtle,         /def/local-elections.ttl",
        "application/ld+json, /def/local-elections.jsonld"
    })
    void aTermLeadsToItsPlaceInTheVocabulary(String accept, String place, Site site) {
        HttpResponse<byte[]> see = site.get("/def/local-elections/votes", "Accept", accept);

        assertThat(see.statusCode()).isEqualTo(303);
        assertThat(Site.header(see, "Location")).isEqualTo(place);
    }

    @Test
    void theVocabularySaysTheSameInEverySyntax(Site site) {
        List<Graph> graphs = SUFFIXES.stream()
                .map(suffix -> parse(site.get("/def/local-elections." + suffix), suffix))
                .toList();

        assertThat(graphs).allMatch(graph -> graph.isIsomorphicWith(graphs.get(0)));
    }

    private static Graph parse(HttpResponse<byte[]> response, String suffix) {
        assertThat(response.statusCode()).isEqualTo(200);
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.source(new ByteArrayInputStream(response.body()))
                .forceLang(RDFLanguages.filenameToLang("document." + suffix))
                .base("http://base.example/")
                .parse(graph);
        return graph;
    }

    private static List<String> vary(HttpResponse<byte[]> response) {
        return response.headers().allValues("Vary").stream()
                .flatMap(field -> List.of(field.split(", *")).stream())
                .toList();
    }
}
