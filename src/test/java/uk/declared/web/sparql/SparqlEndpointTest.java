package uk.declared.web.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.declared.linkeddata.Uris;
import uk.declared.store.EmbeddedStore;
import uk.declared.store.Position;
import uk.declared.store.StoreChange;
import uk.declared.web.DeclaredServer;
import uk.declared.web.settings.ServerSettings;

/** The endpoint as programs and browsers meet it: the SPARQL 1.1 Protocol, its formats, its refusals. */
class SparqlEndpointTest {
    private static final String SELECT =
            "SELECT ?label { ?party <http://www.w3.org/2000/01/rdf-schema#label> ?label } ORDER BY ?label";
    private static final String CONSTRUCT = "CONSTRUCT WHERE { <http://localhost:8080/id/party/PP1> ?p ?o }";
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static EmbeddedStore store;
    private static DeclaredServer server;

    @BeforeAll
    static void start() {
        DatasetGraph dataset = RDFDataMgr.loadDatasetGraph("queries/small.trig");
        List<StoreChange> changes = new ArrayList<>();
        for (Iterator<Node> names = dataset.listGraphNodes(); names.hasNext(); ) {
            Node name = names.next();
            changes.add(new StoreChange.Replace(
                    name.getURI(), dataset.getGraph(name).find().toList()));
        }
        store = EmbeddedStore.inMemory();
        store.apply(changes.iterator(), new Position(1, "one"));
        server = DeclaredServer.start(store, new Uris("http://localhost:8080"), ServerSettings.onPort(0));
    }

    @AfterAll
    static void stop() {
        server.close();
        store.close();
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
        HttpResponse<String> answer = accept == null ? get(query(SELECT)) : get(query(SELECT), "Accept", accept);

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
            HttpResponse<String> answer = get(query(query), "Accept", accept);

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
        assertThat(get(query("ASK { ?s ?p \"Purple Party\" }")).body()).contains("true");
        assertThat(get(query("ASK { ?s ?p \"Beige Party\" }"), "Accept", "application/sparql-results+xml")
                        .body())
                .contains("<boolean>false</boolean>");
    }

    @Test
    void aQueryMayBePostedAsAFormOrAsItself() throws Exception {
        HttpResponse<String> form = post("/sparql", FORM, "query=" + encode(SELECT));
        HttpResponse<String> direct = post("/sparql", "application/sparql-query", SELECT);
        HttpResponse<String> unicode =
                post("/sparql", "application/sparql-query; charset=UTF-8", "SELECT (STRLEN('ŵŷ') AS ?n) {}");

        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(form.body()).isEqualTo(direct.body()).contains("Purple Party");
        assertThat(unicode.body()).contains("\"2\"");
    }

    @Test
    void theProtocolsGraphsTakeThePlaceOfTheQuerys() throws Exception {
        String parties = "&default-graph-uri=" + encode("http://localhost:8080/data/parties");
        String named = "&named-graph-uri=" + encode("http://localhost:8080/data/areas");

        assertThat(get(query(SELECT) + parties).body()).contains("Purple Party").doesNotContain("Abbey");
        assertThat(get(query("SELECT * FROM <http://localhost:8080/data/areas> { ?s ?p ?o }") + parties)
                        .body())
                .contains("Purple Party")
                .doesNotContain("Abbey");
        assertThat(get(query("SELECT ?g { GRAPH ?g { ?s ?p ?o } }") + named).body())
                .contains("data/areas")
                .doesNotContain("data/parties");
        assertThat(get(query(SELECT.replace("{ ?party", "FROM <http://localhost:8080/data/parties> { ?party")))
                        .body())
                .contains("Purple Party")
                .doesNotContain("Abbey");
        assertThat(post(
                                "/sparql?default-graph-uri=" + encode("http://localhost:8080/data/parties"),
                                "application/sparql-query",
                                SELECT)
                        .body())
                .doesNotContain("Abbey");
        assertThat(get(query("DESCRIBE <http://localhost:8080/id/party/PP1>") + named)
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
        HttpResponse<String> answer = get(path, "Accept", "application/json");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.get("refusal").asString()).isEqualTo(refusal);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("detail").asString()).isNotBlank().doesNotContain("{0}");
    }

    @Test
    void otherWaysToSendAreRefusedWithTheRightStatus() throws Exception {
        assertThat(post("/sparql", "application/sparql-update", "CLEAR ALL").statusCode())
                .isEqualTo(415);
        assertThat(post("/sparql", "text/plain", SELECT).statusCode()).isEqualTo(415);
        assertThat(post("/sparql", "multipart/form-data; boundary=x", "--x--").statusCode())
                .isEqualTo(415);
        assertThat(post("/sparql", "nonsense", SELECT).statusCode()).isEqualTo(415);
        assertThat(post("/sparql", FORM, "update=" + encode("CLEAR ALL")).statusCode())
                .isEqualTo(400);
        assertThat(post("/sparql", FORM, "").statusCode()).isEqualTo(400);
        assertThat(post("/sparql", "application/sparql-query", "SELECT * { ?s ?p ?o } #" + "x".repeat(300_000))
                        .statusCode())
                .isEqualTo(413);
        assertThat(post("/sparql", FORM, "query=ASK%7B%7D%23" + "x".repeat(2_000_000))
                        .statusCode())
                .isBetween(400, 499);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
    void aMethodThatWouldChangeSomethingIsNotAllowed(String method) throws Exception {
        HttpResponse<String> answer =
                send(request("/sparql").method(method, BodyPublishers.ofString("<urn:s> <urn:p> <urn:o> .")));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(String.join(",", answer.headers().allValues("Allow")))
                .contains("GET")
                .contains("POST")
                .doesNotContain(method);
    }

    @Test
    void aSyntaxErrorSaysItsLineAndColumn() throws Exception {
        JsonNode problem = JSON.readTree(get(query("SELECT * {\n  ?s ?p\n}")).body());

        assertThat(problem.get("line").asInt()).isEqualTo(3);
        assertThat(problem.get("column").asInt()).isEqualTo(1);
    }

    @Test
    void aFormatThatThereIsNotIsNotAcceptable() throws Exception {
        assertThat(get(query(SELECT), "Accept", "application/pdf").statusCode()).isEqualTo(406);
        assertThat(get(query(SELECT), "Accept", "text/turtle").statusCode()).isEqualTo(406);
        assertThat(get(query(CONSTRUCT), "Accept", "text/csv").statusCode()).isEqualTo(406);
        assertThat(get(query(SELECT), "Accept", "application/pdf").body()).contains("text/csv");
    }

    @Test
    void headersWithoutABodyAnswerHead() throws Exception {
        HttpResponse<String> answer =
                send(request(query(SELECT)).header("Accept", "text/csv").method("HEAD", BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv;charset=utf-8");
        assertThat(answer.headers().firstValueAsLong("Content-Length").orElse(0))
                .isPositive();
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void programsOfOtherSitesMayRead() throws Exception {
        HttpResponse<String> answer = get(query(SELECT), "Origin", "https://elsewhere.example");
        HttpResponse<String> options = send(request("/sparql").method("OPTIONS", BodyPublishers.noBody()));
        HttpResponse<String> preflight = send(request("/sparql")
                .header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type")
                .method("OPTIONS", BodyPublishers.noBody()));

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
        HttpResponse<String> first = get(query(SELECT));
        String tag = first.headers().firstValue("ETag").orElseThrow();

        assertThat(get(query(SELECT), "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(get(query(SELECT + " LIMIT 1"), "If-None-Match", tag).statusCode())
                .isEqualTo(200);
        assertThat(get(query("SELECT (NOW() AS ?now) {}")).headers().firstValue("ETag"))
                .isEmpty();
    }

    @Test
    void withoutAQueryTheEndpointDescribesItself() throws Exception {
        HttpResponse<String> answer = get("/sparql", "Accept", "text/turtle");

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
        assertThat(get("/sparql", "Accept", "application/rdf+xml").body()).contains("rdf:RDF");
        assertThat(get("/sparql").headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/turtle");
    }

    @Test
    void aBrowserGetsAnEditorThatAlsoWorksWithoutScripts() throws Exception {
        HttpResponse<String> page = get("/sparql", "Accept", BROWSER);

        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.body()).contains("<textarea").contains("name=\"query\"").contains("action=\"/sparql\"");
        assertThat(page.body())
                .doesNotContain("onload=")
                .doesNotContain("<script>")
                .doesNotContain("style=\"");
        for (String file : List.of("yasgui.js", "yasgui.css", "editor.js")) {
            int start = page.body().lastIndexOf('"', page.body().indexOf("/" + file));
            String path = page.body().substring(start + 1, page.body().indexOf('"', start + 1));
            assertThat(get(path).statusCode()).as(path).isEqualTo(200);
        }
        assertThat(get("/sparql?edit=" + encode("ASK { <a> ?p '</textarea>' }"), "Accept", BROWSER)
                        .body())
                .contains("ASK { &lt;a&gt; ?p &#39;&lt;/textarea&gt;&#39; }");
        assertThat(get("/assets/yasgui-4.5.0/..%2Fpackage.json").statusCode()).isEqualTo(404);
    }

    @Test
    void aBrowserWithAQueryGetsItsAnswerAsAPage() throws Exception {
        String page = get(
                        query("SELECT ?party ?label { ?party <http://www.w3.org/2000/01/rdf-schema#label> ?label }"),
                        "Accept",
                        BROWSER)
                .body();

        assertThat(page)
                .contains("Purple Party")
                .contains("href=\"/doc/party/PP1\"")
                .contains("format=csv")
                .contains("6 rows.");
        assertThat(get(query(CONSTRUCT), "Accept", BROWSER).body())
                .contains("Purple Party")
                .contains("format=ttl");
        assertThat(get(query("ASK {}"), "Accept", BROWSER).body()).contains("Yes");
        assertThat(get(
                                query("SELECT ('<script>alert(1)</script>' AS ?x) (<javascript:alert(1)> AS ?y) {}"),
                                "Accept",
                                BROWSER)
                        .body())
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("<script>alert")
                .doesNotContain("href=\"javascript");
    }

    @Test
    void aBrowserIsToldInPlainWordsWhyAQueryIsNotAnswered() throws Exception {
        HttpResponse<String> english = get(query("SELECT * { SERVICE <http://x/> {} }"), "Accept", BROWSER);
        HttpResponse<String> welsh = get(query("SELECT * { SERVICE <http://x/> {} }") + "&lang=cy", "Accept", BROWSER);

        assertThat(english.statusCode()).isEqualTo(400);
        assertThat(english.body()).contains("asks another server").contains("SELECT * { SERVICE");
        assertThat(welsh.body()).contains("holi gweinydd arall");
    }

    private static String query(String query) {
        return "/sparql?query=" + encode(query);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Node uri(String uri) {
        return NodeFactory.createURI(uri);
    }

    private static HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = request(path).GET();
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private static HttpResponse<String> post(String path, String type, String body) throws Exception {
        return send(request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }
}
