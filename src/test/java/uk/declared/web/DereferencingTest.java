package uk.declared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.zip.GZIPInputStream;
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
        assertThat(type(response)).isEqualTo(type);
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
        assertThat(type(response)).isEqualTo(type);
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
        assertThat(header(see, "Location")).isEqualTo("/doc/" + thing + "?lang=cy");
        assertThat(site.get(header(see, "Location")).statusCode()).isEqualTo(200);
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
        assertThat(type(response)).isEqualTo("application/json");
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

        assertThat(header(see, "Location")).isEqualTo(Site.ALTRINCHAM + document);
        assertThat(parse(site.get(header(see, "Location"), "Accept", "text/turtle"), "ttl")
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
        assertThat(header(see, "Location")).isEqualTo(Site.ALTRINCHAM);
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
                "/id/candidacy/local.trafford.altrincham.2024-05-02%2Fmario-miniaci",
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
        assertThat(type(toPrograms)).isEqualTo("application/problem+json");
        assertThat(Site.text(toPrograms)).contains("\"status\":404").contains("\"instance\":\"" + path + "\"");
        assertThat(toBrowsers.statusCode()).isEqualTo(404);
        assertThat(type(toBrowsers)).isEqualTo("text/html");
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

    @Test
    void aDocumentNamesItselfItsFormsItsLicenceAndItsVocabulary(Site site) {
        List<String> links = site.get(Site.ALTRINCHAM + ".ttl").headers().allValues("Link");

        assertThat(links)
                .contains(
                        "<http://localhost:8080" + Site.ALTRINCHAM + ">; rel=\"canonical\"",
                        "<" + Site.ALTRINCHAM + ".html>; rel=\"alternate\"; type=\"text/html\"",
                        "<" + Site.ALTRINCHAM + ".ttl>; rel=\"alternate\"; type=\"text/turtle\"",
                        "<" + Site.ALTRINCHAM + ".jsonld>; rel=\"alternate\"; type=\"application/ld+json\"",
                        "<" + Site.ALTRINCHAM + ".rdf>; rel=\"alternate\"; type=\"application/rdf+xml\"",
                        "<" + Site.ALTRINCHAM + ".nt>; rel=\"alternate\"; type=\"application/n-triples\"",
                        "<https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/>; rel=\"license\"",
                        "</def/local-elections>; rel=\"describedby\"");
    }

    @Test
    void theLicenceIsTheDeclarationsWhereItNamesOne(Site site) {
        assertThat(site.get(Site.UNOPPOSED).headers().allValues("Link"))
                .contains("<https://creativecommons.org/licenses/by/4.0/>; rel=\"license\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                Site.ALTRINCHAM,
                Site.ALTRINCHAM + ".ttl",
                Site.ALTRINCHAM + ".jsonld",
                "/",
                "/elections",
                "/def/local-elections",
                "/def/local-elections.rdf",
                "/template/declared-template.csv"
            })
    void aConditionalRequestForWhatIsUnchangedGetsNoBody(String path, Site site) {
        String tag = header(site.get(path), "ETag");

        HttpResponse<byte[]> again = site.get(path, "If-None-Match", "\"other\", " + tag);

        assertThat(tag).startsWith("\"").endsWith("\"");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(header(again, "ETag")).isEqualTo(tag);
        assertThat(again.headers().allValues("Vary")).isNotEmpty();
        assertThat(site.get(path, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
    }

    @Test
    void aResultSaysWhenItWasLastChanged(Site site) {
        HttpResponse<byte[]> response = site.get(Site.TIE + ".ttl");

        assertThat(header(response, "Last-Modified")).isEqualTo("Fri, 06 May 2022 03:00:00 GMT");
        assertThat(site.get(Site.TIE + ".ttl", "If-Modified-Since", header(response, "Last-Modified"))
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void everyFormAndEveryEncodingHasATagOfItsOwn(Site site) throws Exception {
        HttpResponse<byte[]> plain = site.get(Site.ALTRINCHAM);
        HttpResponse<byte[]> zipped = site.get(Site.ALTRINCHAM, "Accept-Encoding", "br, gzip;q=0.8");
        HttpResponse<byte[]> turtle = site.get(Site.ALTRINCHAM + ".ttl");
        HttpResponse<byte[]> welsh = site.get(Site.ALTRINCHAM + "?lang=cy");

        assertThat(List.of(plain, zipped, turtle, welsh).stream()
                        .map(response -> header(response, "ETag"))
                        .distinct())
                .hasSize(4);
        assertThat(header(zipped, "Content-Encoding")).isEqualTo("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes())
                .isEqualTo(plain.body());
        assertThat(site.get(Site.ALTRINCHAM, "Accept-Encoding", "gzip;q=0")
                        .headers()
                        .firstValue("Content-Encoding"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {Site.ALTRINCHAM, Site.ALTRINCHAM + ".nt", "/", "/template/declared-template.csv"})
    void headIsGetWithoutABody(String path, Site site) {
        HttpResponse<byte[]> get = site.get(path);
        HttpResponse<byte[]> head = site.send("HEAD", path);

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(header(head, "ETag")).isEqualTo(header(get, "ETag"));
        assertThat(header(head, "Content-Length")).isEqualTo(String.valueOf(get.body().length));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''       | -                    | en
                    ''       | cy                   | cy
                    ''       | fr, cy;q=0.5, en;q=0.4 | cy
                    ''       | cy-GB,en;q=0.5       | cy
                    ''       | fr                   | en
                    ''       | ;;;                  | en
                    ?lang=cy | en                   | cy
                    ?lang=en | cy                   | en
                    ?lang=xx | cy                   | cy
                    """)
    void theLanguageIsTheAddresssThenTheClients(String query, String accepted, String language, Site site) {
        HttpResponse<byte[]> response = accepted.equals("-")
                ? site.get(Site.ALTRINCHAM + query)
                : site.get(Site.ALTRINCHAM + query, "Accept-Language", accepted);

        assertThat(header(response, "Content-Language")).isEqualTo(language);
        assertThat(Site.text(response)).contains("<html lang=\"" + language + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void documentsCanOnlyBeRead(String method, Site site) {
        HttpResponse<byte[]> response = site.send(method, Site.ALTRINCHAM);

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(type(response)).isEqualTo("application/problem+json");
        assertThat(header(response, "Allow")).contains("GET");
    }

    @Test
    void anySiteMayReadButNothingElse(Site site) {
        HttpResponse<byte[]> preflight = site.send(
                "OPTIONS",
                Site.ALTRINCHAM,
                "Origin",
                "https://elsewhere.example",
                "Access-Control-Request-Method",
                "GET",
                "Access-Control-Request-Headers",
                "if-none-match");

        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(header(preflight, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(header(preflight, "Access-Control-Allow-Methods")).doesNotContain("PUT", "DELETE");
        assertThat(header(site.get(Site.ALTRINCHAM), "Access-Control-Allow-Origin"))
                .isEqualTo("*");
        assertThat(header(site.get("/nothing-here"), "Access-Control-Allow-Origin"))
                .isEqualTo("*");
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
        assertThat(header(see, "Location")).isEqualTo(place);
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

    private static String type(HttpResponse<byte[]> response) {
        return header(response, "Content-Type").replaceFirst(";.*", "");
    }

    private static String header(HttpResponse<byte[]> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
