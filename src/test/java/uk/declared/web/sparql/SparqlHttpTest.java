package uk.declared.web.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.declared.web.sparql.SmallEndpoint.path;

import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFDataMgr;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.declared.store.Position;
import uk.declared.store.StoreChange;

/** What HTTP brings to the endpoint beyond the SPARQL protocol: QUERY, caches, compression, other sites, large requests. */
@ExtendWith(OutputCaptureExtension.class)
class SparqlHttpTest {
    private static final String SELECT =
            "SELECT ?label { ?party <http://www.w3.org/2000/01/rdf-schema#label> ?label } ORDER BY ?label";

    /** Refused as soon as it runs, since it has more rows than an answer may have. */
    private static final String TOO_LARGE = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }";

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

    private static HttpResponse<String> query(String query, String... headers) {
        return endpoint.send("QUERY", "/sparql", query.getBytes(StandardCharsets.UTF_8), headers);
    }

    @Test
    void theMethodQueryBringsTheQueryAsItsBody() {
        HttpResponse<String> answer = query(SELECT, "Content-Type", "application/sparql-query", "Accept", "text/csv");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith("label\r\n").contains("Purple Party");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv;charset=utf-8");
    }

    @Test
    void anAnswerToTheMethodQueryIsNotSentAgain() {
        String tag = query(SELECT, "Content-Type", "application/sparql-query")
                .headers()
                .firstValue("ETag")
                .orElseThrow();

        HttpResponse<String> again = query(SELECT, "Content-Type", "application/sparql-query", "If-None-Match", tag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/sparql-query | SELECT | 400 | syntax",
                "application/sparql-query | INSERT DATA { <urn:s> <urn:p> 1 } | 400 | syntax",
                "application/sparql-update | CLEAR ALL | 415 | update-type",
                "application/x-www-form-urlencoded | query=ASK%7B%7D | 415 | media-type",
                "text/plain | ASK {} | 415 | media-type"
            })
    void theMethodQueryTakesQueriesOnly(String type, String body, int status, String refusal) {
        HttpResponse<String> answer = query(body, "Content-Type", type);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(JSON.readTree(answer.body()).get("refusal").asString()).isEqualTo(refusal);
    }

    @Test
    void theMethodQueryIsOfferedToOtherSitesToo() {
        HttpResponse<String> options = endpoint.send("OPTIONS", "/sparql", new byte[0]);
        HttpResponse<String> preflight = endpoint.send(
                "OPTIONS",
                "/sparql",
                new byte[0],
                "Origin",
                "https://elsewhere.example",
                "Access-Control-Request-Method",
                "QUERY",
                "Access-Control-Request-Headers",
                "content-type");

        assertThat(options.headers().firstValue("Allow")).hasValue("GET, HEAD, POST, QUERY, OPTIONS");
        assertThat(options.headers().firstValue("Accept-Query")).hasValue("application/sparql-query");
        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(preflight
                        .headers()
                        .firstValue("Access-Control-Allow-Methods")
                        .orElse(""))
                .contains("QUERY");
        assertThat(preflight
                        .headers()
                        .firstValue("Access-Control-Allow-Headers")
                        .orElse(""))
                .contains("Content-Type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "PROPFIND", "NONSENSE"})
    void otherMethodsAreNotAllowed(String method) {
        HttpResponse<String> answer = endpoint.send(method, path("ASK {}"), new byte[0]);

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow").orElse(""))
                .contains("GET")
                .contains("QUERY");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void whoHasTheAnswerIsToldSoWithoutRunningTheQuery() {
        HttpResponse<String> refused = endpoint.get(path(TOO_LARGE));
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);

        HttpResponse<String> known = endpoint.get(path(TOO_LARGE), "If-None-Match", "*");

        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(known.body()).isEmpty();
        assertThat(known.headers().firstValue("ETag")).isPresent();
    }

    @Test
    void anAnswerHasAnotherTagWhenSomethingWasPublished() {
        String before = endpoint.get(path(SELECT)).headers().firstValue("ETag").orElseThrow();
        endpoint.store.apply(
                List.<StoreChange>of(new StoreChange.Add(
                                "urn:g",
                                List.of(Triple.create(
                                        NodeFactory.createURI("urn:s"),
                                        NodeFactory.createURI("http://www.w3.org/2000/01/rdf-schema#label"),
                                        NodeFactory.createLiteralString("Newly published")))))
                        .iterator(),
                new Position(2, "two"));

        HttpResponse<String> after = endpoint.get(path(SELECT), "If-None-Match", before);

        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(after.body()).contains("Newly published");
        assertThat(after.headers().firstValue("ETag").orElseThrow()).isNotEqualTo(before);
    }

    @Test
    void cachesBetweenMayKeepAnAnswerForSecondsAndHaveToAskAfterThat() {
        assertThat(endpoint.get(path(SELECT)).headers().firstValue("Cache-Control"))
                .hasValue("public, max-age=0, must-revalidate, s-maxage=5");
        assertThat(endpoint.get(path(SELECT)).headers().allValues("Vary"))
                .anyMatch(vary -> vary.toLowerCase(java.util.Locale.ROOT).contains("accept"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (NOW() AS ?x) {}",
                "SELECT ?s { ?s ?p ?o } ORDER BY RAND # (\n () LIMIT 1",
                "SELECT (UUID() AS ?x) {}",
                "SELECT * { BIND(CONCAT('a', STRUUID()) AS ?x) }",
                "SELECT (MAX(RAND()) AS ?x) { ?s ?p ?o }",
                "SELECT * { { SELECT (rand() AS ?x) {} } FILTER EXISTS { FILTER(RAND() > 0) } }"
            })
    void anAnswerThatChangesByItselfIsKeptNowhere(String query) {
        HttpResponse<String> answer = endpoint.get(path(query), "If-None-Match", "*");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("ETag")).isEmpty();
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-cache");
    }

    @Test
    void aRefusalHasNeitherTheTagNorTheCachingOfAnAnswer() {
        HttpResponse<String> refused = endpoint.get(path(TOO_LARGE));

        assertThat(refused.headers().firstValue("ETag")).isEmpty();
        assertThat(refused.headers().allValues("Cache-Control")).containsExactly("no-cache");
    }

    @Test
    void aLongAnswerIsCompressedForWhoeverTakesIt() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(endpoint.uri(path("SELECT * { ?s ?p ?o }")))
                .header("Accept-Encoding", "gzip")
                .build();

        HttpResponse<byte[]> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());

        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(String.join(",", answer.headers().allValues("Vary"))).containsIgnoringCase("accept-encoding");
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            JsonNode read = JSON.readTree(unpacked.readAllBytes());
            assertThat(read.at("/results/bindings").size()).isPositive();
        }
        assertThat(endpoint.get(path("SELECT * { ?s ?p ?o }"), "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "QUERY", "PUT"})
    void aLargeRequestIsRefusedAndNothingIsLogged(String method, CapturedOutput output) {
        byte[] form = ("query=ASK%7B%7D%23" + "x".repeat(2_000_000)).getBytes(StandardCharsets.US_ASCII);

        HttpResponse<String> answer =
                endpoint.send(method, "/sparql", form, "Content-Type", SmallEndpoint.FORM, "Accept", "text/html");

        assertThat(answer.statusCode()).isIn(405, 413, 415);
        assertThat(output.getAll()).doesNotContain("WARN", "ERROR", "Exception", "\tat ");
    }

    @Test
    void aNumberThatTheParserStumblesOverIsRefusedInSilence(CapturedOutput output) {
        HttpResponse<String> answer = endpoint.get(path(
                "SELECT * { } VALUES ?d { 'PT99999999999999999S'^^" + "<http://www.w3.org/2001/XMLSchema#duration> }"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(output.getAll()).doesNotContain("WARN", "ERROR", "Exception", "\tat ");
    }

    @Test
    void whatCannotBeReadInAnAddressIsRefusedToBrowsersToo(CapturedOutput output) {
        HttpResponse<String> answer =
                endpoint.get("/sparql?query=ASK%7B%7D&lang=cy&x=%F4", "Accept", "text/html", "Accept-Language", "cy");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(answer.body()).contains("UTF-8");
        assertThat(output.getAll()).doesNotContain("WARN", "ERROR", "Exception", "\tat ");
    }

    @Test
    void whoeverBreaksOffIsForgottenInSilence(CapturedOutput output) throws Exception {
        try (Socket socket = new Socket("localhost", endpoint.uri("/").getPort())) {
            socket.getOutputStream()
                    .write(("POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
                                    + "Content-Length: 1000\r\n\r\nSELECT")
                            .getBytes(StandardCharsets.US_ASCII));
        }
        for (int i = 0; i < 20; i++) {
            assertThat(endpoint.get(path("ASK {}")).statusCode()).isEqualTo(200);
        }

        assertThat(output.getAll()).doesNotContain("WARN", "ERROR", "Exception", "\tat ");
    }

    @Test
    void everyBoundStandsInTheDescriptionAndOnAPage() {
        String description =
                endpoint.get("/sparql", "Accept", "application/n-triples").body();
        String page = endpoint.get("/sparql/limits", "Accept", "text/html").body();
        String welsh =
                endpoint.get("/sparql/limits?lang=cy", "Accept", "text/html").body();

        for (Bound bound : Bound.all(SmallEndpoint.limits())) {
            assertThat(description)
                    .contains(
                            "/sparql/limits#" + bound.key() + "> <http://schema.org/value> \"" + bound.value() + "\"");
            assertThat(page).contains("declared.sparql." + bound.key());
        }
        assertThat(description).contains("\"How long a query may run\"@en", "\"Am faint y caiff ymholiad redeg\"@cy");
        assertThat(page).contains("300 seconds", "33,554,432 bytes", "3,600 seconds");
        assertThat(welsh).contains("lang=\"cy\"", "300 eiliad");
    }

    @Test
    void aFormInABrowserIsAnsweredInItsLanguage() {
        HttpResponse<String> page =
                endpoint.post("/sparql?lang=cy", SmallEndpoint.FORM, "query=ASK%7B%7D", "Accept", "text/html");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("lang=\"cy\"").contains("Ateb i ymholiad");
    }
}
