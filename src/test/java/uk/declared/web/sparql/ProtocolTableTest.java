package uk.declared.web.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The SPARQL 1.1 Protocol as a table: a row for each of the cases that the W3C's test suite names, in words and data of our
 * own. Its updates are all to be refused, and to change nothing.
 */
class ProtocolTableTest {
    private static final String ONE = "http://example.org/graph/one";
    private static final String TWO = "http://example.org/graph/two";
    private static final String THREE = "http://example.org/graph/three";

    private static final String GRAPHS = """
            PREFIX foaf: <http://xmlns.com/foaf/0.1/>
            GRAPH <http://example.org/graph/one>   { <http://example.org/graph/one>   a foaf:Document }
            GRAPH <http://example.org/graph/two>   { <http://example.org/graph/two>   a foaf:Document }
            GRAPH <http://example.org/graph/three> { <http://example.org/graph/three> a foaf:Document }
            """;

    private static final String BOTH =
            "ASK { <" + ONE + "> a ?kind . <" + TWO + "> a ?kind " + "FILTER NOT EXISTS { <" + THREE + "> a ?kind } }";
    private static final String BOTH_NAMED =
            "ASK { GRAPH ?a { <%s> a ?x } GRAPH ?b { <%s> a ?y } FILTER NOT EXISTS { GRAPH ?c { <%s> a ?z } } }"
                    .formatted(ONE, TWO, THREE);
    private static final String UPDATE = "CLEAR ALL ; INSERT DATA { GRAPH <urn:g> { <urn:s> <urn:p> <urn:o> } }";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static SmallEndpoint endpoint;

    @BeforeAll
    static void start() {
        endpoint = new SmallEndpoint(RDFParser.fromString(GRAPHS, Lang.TRIG).toDatasetGraph());
    }

    @AfterAll
    static void stop() {
        endpoint.close();
    }

    /** What is to come back: yes, a table, yes or no, RDF, or a refusal with its status and key. */
    private record Expected(String kind, int status) {}

    private static final Expected YES = new Expected("yes", 200);
    private static final Expected TABLE = new Expected("table", 200);
    private static final Expected BOOLEAN = new Expected("boolean", 200);
    private static final Expected RDF = new Expected("rdf", 200);

    private static Expected refused(int status, String refusal) {
        return new Expected(refusal, status);
    }

    /** @param type the value of Content-Type, absent where it is empty */
    private record Row(String name, String method, String parameters, String type, byte[] body, Expected expected) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Row get(String name, String parameters, Expected expected) {
        return new Row(name, "GET", parameters, "", new byte[0], expected);
    }

    private static Row post(String name, String parameters, String type, String body, Expected expected) {
        return new Row(name, "POST", parameters, type, body.getBytes(StandardCharsets.UTF_8), expected);
    }

    private static String defaults(String... graphs) {
        return graphs("default-graph-uri", graphs);
    }

    private static String named(String... graphs) {
        return graphs("named-graph-uri", graphs);
    }

    private static String graphs(String field, String... graphs) {
        return String.join(
                "&",
                Arrays.stream(graphs)
                        .map(graph -> field + "=" + SmallEndpoint.encode(graph))
                        .toList());
    }

    private static String query(String query) {
        return "query=" + SmallEndpoint.encode(query);
    }

    private static String update(String update) {
        return "update=" + SmallEndpoint.encode(update);
    }

    private static Stream<Row> rows() {
        List<Row> rows = new ArrayList<>();
        queries(rows);
        badQueries(rows);
        updates(rows);
        badUpdates(rows);
        return rows.stream();
    }

    private static void queries(List<Row> rows) {
        String form = SmallEndpoint.FORM;
        String direct = SmallEndpoint.DIRECT;
        rows.add(get("query_get", query("ASK {}") + "&" + defaults(ONE), YES));
        rows.add(post("query_post_form", defaults(ONE), form, query("ASK {}"), YES));
        rows.add(post("query_post_direct", defaults(ONE), direct, "ASK {}", YES));
        rows.add(get("query_dataset_default_graphs_get", query(BOTH) + "&" + defaults(ONE, TWO), YES));
        rows.add(post("query_dataset_default_graphs_post", defaults(ONE, TWO), direct, BOTH, YES));
        rows.add(post(
                "query_dataset_default_graphs_post, as a form", "", form, query(BOTH) + "&" + defaults(ONE, TWO), YES));
        rows.add(get("query_dataset_named_graphs_get", query(BOTH_NAMED) + "&" + named(ONE, TWO), YES));
        rows.add(post("query_dataset_named_graphs_post", named(ONE, TWO), direct, BOTH_NAMED, YES));
        rows.add(post(
                "query_dataset_full",
                defaults(THREE) + "&" + named(ONE, TWO),
                direct,
                "ASK { <" + THREE + "> a ?kind " + BOTH_NAMED.substring("ASK {".length()),
                YES));
        rows.add(post(
                "query_multiple_dataset",
                named(ONE, TWO),
                direct,
                BOTH_NAMED.replace("ASK", "ASK FROM <" + THREE + "> FROM NAMED <" + THREE + ">"),
                YES));
        rows.add(post("query_content_type_select", defaults(ONE), direct, "SELECT (1 AS ?value) {}", TABLE));
        rows.add(post("query_content_type_ask", defaults(ONE), direct, "ASK {}", BOOLEAN));
        rows.add(post("query_content_type_describe", defaults(ONE), direct, "DESCRIBE <http://example.org/>", RDF));
        rows.add(post("query_content_type_construct", defaults(ONE), direct, "CONSTRUCT { <s> <p> 1 } WHERE {}", RDF));
    }

    private static void badQueries(List<Row> rows) {
        String form = SmallEndpoint.FORM;
        String direct = SmallEndpoint.DIRECT;
        rows.add(new Row("bad_query_method", "PUT", query("ASK {}"), "", new byte[0], refused(405, "")));
        rows.add(get(
                "bad_multiple_queries", query("ASK {}") + "&" + query("SELECT * {}"), refused(400, "several-queries")));
        rows.add(post("bad_query_wrong_media_type", "", "text/plain", "ASK {}", refused(415, "media-type")));
        rows.add(post("bad_query_missing_form_type", "", "", query("ASK {}"), refused(415, "no-media-type")));
        rows.add(post("bad_query_missing_direct_type", "", "", "ASK {}", refused(415, "no-media-type")));
        rows.add(new Row(
                "bad_query_non_utf8",
                "POST",
                "",
                direct + "; charset=UTF-16",
                "ASK {}".getBytes(StandardCharsets.UTF_16),
                refused(415, "media-type")));
        rows.add(new Row(
                "bad_query_non_utf8, without saying so",
                "POST",
                "",
                direct,
                "ASK { ?s ?p 'Môn' }".getBytes(StandardCharsets.ISO_8859_1),
                refused(400, "not-utf8")));
        rows.add(post("bad_query_non_utf8, in a form", "", form, "query=ASK%20%7B%7D%23%F4", refused(400, "not-utf8")));
        rows.add(get("bad_query_non_utf8, in an address", "query=ASK%20%7B%7D%23%F4", refused(400, "not-utf8")));
        rows.add(get("bad_query_syntax", query("ASK"), refused(400, "syntax")));
    }

    private static void updates(List<Row> rows) {
        String form = SmallEndpoint.FORM;
        String direct = "application/sparql-update";
        Expected wrongType = refused(415, "update-type");
        String insert = "INSERT { GRAPH <urn:g> { ?s a <urn:c> } } WHERE { ?s a ?kind }";
        rows.add(post("update_post_form", "", form, update(UPDATE), refused(400, "update")));
        rows.add(post("update_post_direct", "", direct, UPDATE, wrongType));
        rows.add(post("update_dataset_default_graph", graphs("using-graph-uri", ONE), direct, insert, wrongType));
        rows.add(post("update_dataset_default_graphs", graphs("using-graph-uri", ONE, TWO), direct, insert, wrongType));
        rows.add(post(
                "update_dataset_named_graphs", graphs("using-named-graph-uri", ONE, TWO), direct, insert, wrongType));
        rows.add(post(
                "update_dataset_full",
                graphs("using-graph-uri", ONE) + "&" + graphs("using-named-graph-uri", TWO),
                form,
                update(insert),
                refused(400, "update")));
        rows.add(post(
                "update_base_uri",
                "",
                direct,
                "BASE <urn:base> INSERT DATA { GRAPH <urn:g> { <s> <p> <o> } }",
                wrongType));
    }

    private static void badUpdates(List<Row> rows) {
        String form = SmallEndpoint.FORM;
        String direct = "application/sparql-update";
        rows.add(get("bad_update_get", update(UPDATE), refused(400, "update")));
        rows.add(post(
                "bad_multiple_updates",
                "",
                form,
                update("CLEAR NAMED") + "&" + update("CLEAR DEFAULT"),
                refused(400, "update")));
        rows.add(post("bad_update_wrong_media_type", "", "text/plain", UPDATE, refused(415, "media-type")));
        rows.add(post("bad_update_missing_form_type", "", "", update(UPDATE), refused(415, "no-media-type")));
        rows.add(new Row(
                "bad_update_non_utf8",
                "POST",
                "",
                direct + "; charset=UTF-16",
                UPDATE.getBytes(StandardCharsets.UTF_16),
                refused(415, "update-type")));
        rows.add(post("bad_update_syntax", "", form, update("CLEAR XYZ"), refused(400, "update")));
        rows.add(post(
                "bad_update_dataset_conflict",
                "",
                form,
                graphs("using-named-graph-uri", ONE) + "&"
                        + update("INSERT { ?s ?p 1 } USING <" + ONE + "> WHERE { ?s ?p ?o }"),
                refused(400, "update")));
        rows.add(post(
                "an update beside a query", "", form, query("ASK {}") + "&" + update(UPDATE), refused(400, "update")));
        rows.add(post("an update in the place of a query", "", SmallEndpoint.DIRECT, UPDATE, refused(400, "syntax")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void theProtocolIsKept(Row row) {
        String path = "/sparql" + (row.parameters().isEmpty() ? "" : "?" + row.parameters());
        String version = endpoint.store.version();

        HttpResponse<String> answer = row.type().isEmpty()
                ? endpoint.send(row.method(), path, row.body())
                : endpoint.send(row.method(), path, row.body(), "Content-Type", row.type());

        assertThat(answer.statusCode())
                .as(answer.body())
                .isEqualTo(row.expected().status());
        String type = answer.headers().firstValue("Content-Type").orElse("");
        switch (row.expected().kind()) {
            case "yes" ->
                assertThat(JSON.readTree(answer.body()).get("boolean").asBoolean())
                        .isTrue();
            case "boolean" ->
                assertThat(JSON.readTree(answer.body()).has("boolean")).isTrue();
            case "table" ->
                assertThat(JSON.readTree(answer.body())
                                .at("/results/bindings/0/value/value")
                                .asString())
                        .isEqualTo("1");
            case "rdf" ->
                assertThat(RDFParser.fromString(answer.body(), Lang.TURTLE)
                                .base("http://example.org/")
                                .toGraph())
                        .isNotNull();
            default -> {
                JsonNode problem = JSON.readTree(answer.body());
                assertThat(type).isEqualTo("application/problem+json");
                assertThat(problem.path("refusal").asString(""))
                        .isEqualTo(row.expected().kind());
            }
        }
        assertThat(endpoint.store.version()).isEqualTo(version);
        assertThat(endpoint.get(SmallEndpoint.path(BOTH.replace("FILTER NOT EXISTS", "FILTER EXISTS")))
                        .body())
                .contains("true");
    }
}
