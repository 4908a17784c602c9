package uk.declared.web.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** SERVICE towards two other servers on this machine, some of whose addresses are listed and some of which are not. */
class ServiceTest {
    private static final String GRAPH = """
            PREFIX : <http://example.org/>
            :g { :north :votes 10 . :south :votes 20 . :east :votes 30 }
            """;

    private static final String ANSWER = """
            {"head": {"vars": ["place", "people"]}, "results": {"bindings": [
              {"place": {"type": "uri", "value": "http://example.org/north"}, "people": {"type": "literal", "value": "100"}},
              {"place": {"type": "uri", "value": "http://example.org/south"}, "people": {"type": "literal", "value": "200"}}]}}""";

    private static final ConcurrentLinkedQueue<String> ASKED = new ConcurrentLinkedQueue<>();

    private static HttpServer one;
    private static HttpServer two;
    private static SmallEndpoint endpoint;

    @BeforeAll
    static void start() throws IOException {
        one = server("one");
        two = server("two");
        endpoint = new SmallEndpoint(
                RDFParser.fromString(GRAPH, Lang.TRIG).toDatasetGraph(),
                "time-limit",
                "2s",
                "services",
                address(one, "/public"),
                "private-services",
                String.join(
                        ",",
                        address(one, "/sparql"),
                        address(one, "/redirect"),
                        address(one, "/endless"),
                        address(one, "/silent"),
                        address(one, "/broken"),
                        address(one, "/nonsense")));
    }

    @AfterAll
    static void stop() {
        endpoint.close();
        one.stop(0);
        two.stop(0);
    }

    @BeforeEach
    void nobodyHasBeenAsked() {
        ASKED.clear();
    }

    private static HttpServer server(String name) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", exchange -> {
            ASKED.add(name + exchange.getRequestURI() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(exchange);
        });
        server.start();
        return server;
    }

    private static void answer(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestURI().getPath()) {
            case "/redirect" -> {
                exchange.getResponseHeaders().set("Location", address(two, "/sparql"));
                exchange.sendResponseHeaders(307, -1);
            }
            case "/broken" -> exchange.sendResponseHeaders(500, -1);
            case "/silent" -> sleep();
            case "/endless" -> {
                exchange.sendResponseHeaders(200, 0);
                byte[] part = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
                while (true) {
                    exchange.getResponseBody().write(part);
                }
            }
            case "/nonsense" -> send(exchange, "<html>");
            default -> send(exchange, ANSWER);
        }
        exchange.close();
    }

    private static void send(HttpExchange exchange, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/sparql-results+json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void sleep() {
        try {
            Thread.sleep(20_000);
        } catch (InterruptedException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private static String address(HttpServer server, String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    private static HttpResponse<String> ask(String query) {
        return endpoint.post("/sparql", SmallEndpoint.DIRECT, "PREFIX : <http://example.org/> " + query);
    }

    private static String refusal(HttpResponse<String> answer) {
        return JsonMapper.builder()
                .build()
                .readTree(answer.body())
                .path("refusal")
                .asString("");
    }

    @Test
    void aListedEndpointIsAskedAndItsAnswerJoined() {
        HttpResponse<String> answer = ask("SELECT ?place ?votes ?people { SERVICE <" + address(one, "/sparql")
                + "> { ?place :people ?people } ?place :votes ?votes } ORDER BY ?place");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("north", "\"10\"", "\"100\"", "south", "\"20\"", "\"200\"");
        assertThat(answer.body()).doesNotContain("east");
        assertThat(ASKED).singleElement().asString().startsWith("one/sparql").contains("http://example.org/people");
    }

    @Test
    void aPartOfAQueryWithVariablesOfItsOwnIsJoinedToo() {
        HttpResponse<String> answer = ask("SELECT ?place ?n { { SELECT ?place (MAX(?people) AS ?n) { SERVICE <"
                + address(one, "/sparql") + "> { ?place :people ?people } } GROUP BY ?place } ?place :votes 20 }");

        assertThat(answer.body()).contains("south", "\"200\"").doesNotContain("north");
        assertThat(ASKED).singleElement().asString().doesNotContain("?/");
    }

    @Test
    void anAnswerThatComesFromElsewhereIsNotKept() {
        HttpResponse<String> answer = endpoint.get(SmallEndpoint.path("SELECT * { SERVICE <" + address(one, "/sparql")
                + "> { ?place <http://example.org/people> ?people } }"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("ETag")).isEmpty();
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-cache");
    }

    @Test
    void anEndpointThatIsNotListedIsNotAsked() {
        for (String service :
                new String[] {address(two, "/sparql"), address(one, "/sparql?x"), address(one, "/other")}) {
            HttpResponse<String> answer =
                    ask("SELECT * { SERVICE SILENT <" + service + "> { ?place :people ?people } }");

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(refusal(answer)).isEqualTo("service");
        }
        HttpResponse<String> variable =
                ask("SELECT * { BIND(<" + address(one, "/sparql") + "> AS ?s) SERVICE ?s { ?place :people ?people } }");
        assertThat(refusal(variable)).isEqualTo("service");
        assertThat(ASKED).isEmpty();
    }

    @Test
    void aListedEndpointOnAPrivateNetworkIsNotAskedUnlessItIsListedAsSuch() {
        HttpResponse<String> answer =
                ask("SELECT * { SERVICE <" + address(one, "/public") + "> { ?place :people ?people } }");

        assertThat(refusal(answer)).isEqualTo("service-address");
        assertThat(ASKED).isEmpty();
    }

    @Test
    void aRedirectIsNotFollowed() {
        HttpResponse<String> answer =
                ask("SELECT * { SERVICE <" + address(one, "/redirect") + "> { ?place :people ?people } }");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("307");
        assertThat(ASKED).singleElement().asString().startsWith("one/redirect");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/broken", "/nonsense", "/endless"})
    void anAnswerThatIsNoneRefusesTheQuery(String path) {
        HttpResponse<String> answer =
                ask("SELECT * { SERVICE <" + address(one, path) + "> { ?place :people ?people } }");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(refusal(answer)).isEqualTo("cannot-run");
    }

    @Test
    void anEndpointThatDoesNotAnswerHoldsTheQueryNoLongerThanItMayRun() {
        HttpResponse<String> answer =
                ask("SELECT * { SERVICE <" + address(one, "/silent") + "> { ?place :people ?people } }");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(refusal(answer)).isEqualTo("time");
        assertThat(ask("ASK {}").statusCode()).isEqualTo(200);
    }

    @Test
    void aQueryAsksAFewTimesAndNoMore() {
        String rows = " 1".repeat(40);

        HttpResponse<String> answer = ask("SELECT * { VALUES ?n {" + rows + " } SERVICE <" + address(one, "/sparql")
                + "> { ?place :people ?people } OPTIONAL { SERVICE <" + address(one, "/sparql")
                + "> { ?place :people ?n } } }");

        assertThat(ASKED).hasSizeLessThanOrEqualTo(10);
        assertThat(answer.statusCode()).isIn(200, 400);
    }

    @Test
    void theDescriptionSaysWhoIsAsked() {
        assertThat(endpoint.get("/sparql", "Accept", "text/turtle").body()).contains("BasicFederatedQuery");
    }
}
