package uk.declared.web.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.declared.web.sparql.SmallEndpoint.path;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The endpoint as programs and browsers meet it: the SPARQL 1.1 Protocol, its formats, its refusals. */
class SparqlEndpointTest {
    private static final String SELECT =
            "SELECT ?label { ?party <http://www.w3.org/2000/01/rdf-schema#label> ?label } ORDER BY ?label";
    private static final String CONSTRUCT = "CONSTRUCT WHERE { <http://localhost:8080/id/party/PP1> ?p ?o }";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static SmallEndpoint endpoint;

    @BeforeAll
    static void start() {
        endpoint = new SmallEndpoint(RDFDataMgr.loadDatasetGraph("queries/small.trig"));
    }

    @AfterAll
    static void stop() {
        endpoint.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none | application/sparql-results+json",
                "*/* | application/sparql-results+json",
                "application/json | application/json",
                "application/sparql-results+xml | application/sparql-results+xml",
                "text/csv | text/csv;charset=utf-8",
                "text/tab-separated-values | text/tab-separated-values;charset=utf-8",
                "text/csv;q=0.5, application/sparql-results+xml;q=0.9, */*;q=0.1 | application/sparql-results+xml",
                "application/sparql-results+json;q=0, */* | application/json",
                "rubbish, ;;;, text/csv;q=x, /, text/tab-separated-values | text/tab-separated-values;charset=utf-8",
                "complete rubbish | application/sparql-results+json"
            })
    void rowsComeInTheFormatThatTheClientPrefers(String accept, String type) throws Exception {
        HttpResponse<String> answer =
                accept == null ? endpoint.get(path(SELECT)) : endpoint.get(path(SELECT), "Accept", accept);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(type);
        assertThat(answer.headers().allValues("Vary")).anyMatch(vary -> vary.contains("Accept"));
        assertThat(answer.body()).contains("Purple Party").contains("Abbey");
    }

    @ParameterizedTest
    @CsvSource({
        "text/turtle, text/turtle;charset=utf-8, TURTLE",
        "*/*, text/turtle;charset=utf-8, TURTLE",
        "application/ld+json, application/ld+json, JSON-LD",
        "application/rdf+xml, application/rdf+xml, RDF/XML",
        "application/n-triples, application/n-triples, N-TRIPLES"
    })
    void aGraphComesInTheSyntaxThatTheClientPrefers(String accept, String type, String syntax) throws Exception {
        for (String query : List.of(CONSTRUCT, "DESCRIBE <http://localhost:8080/id/party/PP1>")) {
            HttpResponse<String> answer = endpoint.get(path(query), "Accept", accept);

            assertThat(answer.headers().firstValue("Content-Type")).hasValue(type);
            Graph graph = RDFParser.source(
                            new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)))
                    .lang(syntax.equals("TURTLE") ? Lang.TURTLE : org.apache.jena.riot.RDFLanguages.nameToLang(syntax))
                    .toGraph();
            assertThat(graph.size()).isEqualTo(3);
        }
    }

    @Test
    void aQuestionIsAnsweredWithYesOrNo() throws Exception {
        assertThat(endpoint.get(path("ASK { ?s ?p \"Purple Party\" }")).body()).contains("true");
        assertThat(endpoint.get(path("ASK { ?s ?p \"Beige Party\" }"), "Accept", "application/sparql-results+xml")
                        .body())
                .contains("<boolean>false</boolean>");
    }

    @Test
    void aQueryMayBePostedAsAFormOrAsItself() throws Exception {
        HttpResponse<String> form =
                endpoint.post("/sparql", SmallEndpoint.FORM, "query=" + SmallEndpoint.encode(SELECT));
        HttpResponse<String> direct = endpoint.post("/sparql", "application/sparql-query", SELECT);
        HttpResponse<String> unicode =
                endpoint.post("/sparql", "application/sparql-query; charset=UTF-8", "SELECT (STRLEN('ŵŷ') AS ?n) {}");

        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(form.body()).isEqualTo(direct.body()).contains("Purple Party");
        assertThat(unicode.body()).contains("\"2\"");
    }

    @Test
    void theProtocolsGraphsTakeThePlaceOfTheQuerys() throws Exception {
        String parties = "&default-graph-uri=" + SmallEndpoint.encode("http://localhost:8080/data/parties");
        String named = "&named-graph-uri=" + SmallEndpoint.encode("http://localhost:8080/data/areas");

        assertThat(endpoint.get(path(SELECT) + parties).body())
                .contains("Purple Party")
                .doesNotContain("Abbey");
        assertThat(endpoint.get(path("SELECT * FROM <http://localhost:8080/data/areas> { ?s ?p ?o }") + parties)
                        .body())
                .contains("Purple Party")
                .doesNotContain("Abbey");
        assertThat(endpoint.get(path("SELECT ?g { GRAPH ?g { ?s ?p ?o } }") + named)
                        .body())
                .contains("data/areas")
                .doesNotContain("data/parties");
        assertThat(endpoint.get(path(SELECT.replace("{ ?party", "FROM <http://localhost:8080/data/parties> { ?party")))
                        .body())
                .contains("Purple Party")
                .doesNotContain("Abbey");
        assertThat(endpoint.post(
                                "/sparql?default-graph-uri="
                                        + SmallEndpoint.encode("http://localhost:8080/data/parties"),
                                "application/sparql-query",
                                SELECT)
                        .body())
                .doesNotContain("Abbey");
        assertThat(endpoint.get(path("DESCRIBE <http://localhost:8080/id/party/PP1>") + named)
                        .body())
                .doesNotContain("Purple");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/sparql?update=CLEAR%20ALL | 400 | update",
                "/sparql?query=ASK%7B%7D&query=ASK%7B%7D | 400 | several-queries",
                "/sparql?query= | 400 | no-query",
                "/sparql?query=SELECT | 400 | syntax",
                "/sparql?query=SELECT%20*%20%7B%7D&default-graph-uri=file%3A///etc/passwd | 400 | no-such-graph",
                "/sparql?query=ASK%7B%7D&format=ttl | 406 | not-acceptable"
            })
    void whatIsNoQueryIsRefusedWithAProblemDocument(String path, int status, String refusal) throws Exception {
        HttpResponse<String> answer = endpoint.get(path, "Accept", "application/json");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.get("refusal").asString()).isEqualTo(refusal);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("detail").asString()).isNotBlank().doesNotContain("{0}");
    }

    @Test
    void otherWaysToSendAreRefusedWithTheRightStatus() throws Exception {
        assertThat(endpoint.post("/sparql", "application/sparql-update", "CLEAR ALL")
                        .statusCode())
                .isEqualTo(415);
        assertThat(endpoint.post("/sparql", "text/plain", SELECT).statusCode()).isEqualTo(415);
        assertThat(endpoint.post("/sparql", "multipart/form-data; boundary=x", "--x--")
                        .statusCode())
                .isEqualTo(415);
        assertThat(endpoint.post("/sparql", "nonsense", SELECT).statusCode()).isEqualTo(415);
        assertThat(endpoint.post("/sparql", SmallEndpoint.FORM, "update=" + SmallEndpoint.encode("CLEAR ALL"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(endpoint.post("/sparql", SmallEndpoint.FORM, "").statusCode())
                .isEqualTo(400);
        assertThat(endpoint.post("/sparql", "application/sparql-query", "SELECT * { ?s ?p ?o } #" + "x".repeat(300_000))
                        .statusCode())
                .isEqualTo(413);
        assertThat(endpoint.post("/sparql", SmallEndpoint.FORM, "query=ASK%7B%7D%23" + "x".repeat(2_000_000))
                        .statusCode())
                .isBetween(400, 499);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
    void aMethodThatWouldChangeSomethingIsNotAllowed(String method) throws Exception {
        HttpResponse<String> answer =
                endpoint.send(method, "/sparql", "<urn:s> <urn:p> <urn:o> .".getBytes(StandardCharsets.US_ASCII));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(String.join(",", answer.headers().allValues("Allow")))
                .contains("GET")
                .contains("POST")
                .doesNotContain(method);
    }

    @Test
    void aSyntaxErrorSaysItsLineAndColumn() throws Exception {
        JsonNode problem =
                JSON.readTree(endpoint.get(path("SELECT * {\n  ?s ?p\n}")).body());

        assertThat(problem.get("line").asInt()).isEqualTo(3);
        assertThat(problem.get("column").asInt()).isEqualTo(1);
    }

    @Test
    void aFormatThatThereIsNotIsNotAcceptable() throws Exception {
        assertThat(endpoint.get(path(SELECT), "Accept", "application/pdf").statusCode())
                .isEqualTo(406);
        assertThat(endpoint.get(path(SELECT), "Accept", "text/turtle").statusCode())
                .isEqualTo(406);
        assertThat(endpoint.get(path(CONSTRUCT), "Accept", "text/csv").statusCode())
                .isEqualTo(406);
        assertThat(endpoint.get(path(SELECT), "Accept", "application/pdf").body())
                .contains("text/csv");
    }

    @Test
    void headersWithoutABodyAnswerHead() throws Exception {
        HttpResponse<String> answer = endpoint.send("HEAD", path(SELECT), new byte[0], "Accept", "text/csv");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv;charset=utf-8");
        assertThat(answer.headers().firstValueAsLong("Content-Length").orElse(0))
                .isPositive();
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void programsOfOtherSitesMayRead() throws Exception {
        HttpResponse<String> answer = endpoint.get(path(SELECT), "Origin", "https://elsewhere.example");
        HttpResponse<String> options = endpoint.send("OPTIONS", "/sparql", new byte[0]);
        HttpResponse<String> preflight = endpoint.send(
                "OPTIONS",
                "/sparql",
                new byte[0],
                "Origin",
                "https://elsewhere.example",
                "Access-Control-Request-Method",
                "POST",
                "Access-Control-Request-Headers",
                "content-type");

        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(options.statusCode()).isEqualTo(200);
        assertThat(options.headers().firstValue("Allow").orElse(""))
                .contains("GET")
                .contains("POST");
        assertThat(preflight.statusCode()).isBetween(200, 204);
        assertThat(preflight
                        .headers()
                        .firstValue("Access-Control-Allow-Methods")
                        .orElse(""))
                .contains("POST");
    }

    @Test
    void anAnswerThatTheClientHasIsNotSentAgain() throws Exception {
        HttpResponse<String> first = endpoint.get(path(SELECT));
        String tag = first.headers().firstValue("ETag").orElseThrow();

        assertThat(endpoint.get(path(SELECT), "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        assertThat(endpoint.get(path(SELECT + " LIMIT 1"), "If-None-Match", tag).statusCode())
                .isEqualTo(200);
        assertThat(endpoint.get(path("SELECT (NOW() AS ?now) {}")).headers().firstValue("ETag"))
                .isEmpty();
    }

    @Test
    void withoutAQueryTheEndpointDescribesItself() throws Exception {
        HttpResponse<String> answer = endpoint.get("/sparql", "Accept", "text/turtle");

        Graph graph = RDFParser.fromString(answer.body(), Lang.TURTLE).toGraph();
        Node service = NodeFactory.createURI("http://localhost:8080/sparql");
        String sd = "http://www.w3.org/ns/sparql-service-description#";
        // Where it was asked, whatever its URI begins with; and why the two differ.
        assertThat(graph.contains(
                        service, uri(sd + "endpoint"), uri(answer.uri().toString())))
                .isTrue();
        assertThat(graph.contains(service, uri(sd + "endpoint"), service)).isFalse();
        assertThat(graph.stream(service, uri("http://www.w3.org/2000/01/rdf-schema#comment"), Node.ANY))
                .hasSize(2);
        assertThat(graph.contains(service, uri(sd + "feature"), uri(sd + "UnionDefaultGraph")))
                .isTrue();
        assertThat(graph.contains(service, uri(sd + "supportedLanguage"), uri(sd + "SPARQL11Query")))
                .isTrue();
        assertThat(graph.contains(
                        service,
                        uri(sd + "extensionFunction"),
                        uri("http://www.w3.org/2005/xpath-functions/math#sqrt")))
                .isTrue();
        assertThat(endpoint.get("/sparql", "Accept", "application/rdf+xml").body())
                .contains("rdf:RDF");
        assertThat(endpoint.get("/sparql").headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/turtle");
    }

    private static Node uri(String uri) {
        return NodeFactory.createURI(uri);
    }
}
