package uk.declared.web.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** GeoSPARQL's functions over the endpoint, on shapes that can be checked by looking at them. */
class GeoSparqlTest {
    private static final String PREFIXES = """
            PREFIX geo: <http://www.opengis.net/ont/geosparql#>
            PREFIX geof: <http://www.opengis.net/def/function/geosparql/>
            PREFIX uom: <http://www.opengis.net/def/uom/OGC/1.0/>
            """;

    private static final String SQUARE = "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static SmallEndpoint endpoint;

    @BeforeAll
    static void start() {
        endpoint = new SmallEndpoint(
                RDFParser.fromString("<urn:g> { <urn:s> <urn:p> <urn:o> }", Lang.TRIG)
                        .toDatasetGraph(),
                "time-limit",
                "2s",
                "client-budget",
                "1h");
    }

    @AfterAll
    static void stop() {
        endpoint.close();
    }

    private static String wkt(String text) {
        return "\"" + text + "\"^^geo:wktLiteral";
    }

    /** The value of an expression; empty where it has none. */
    private static String value(String expression) {
        HttpResponse<String> answer =
                endpoint.post("/sparql", SmallEndpoint.DIRECT, PREFIXES + "SELECT (" + expression + " AS ?x) {}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode row = JSON.readTree(answer.body()).at("/results/bindings/0");
        return row.at("/x/value").asString("");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // relation | one | other | whether
                "sfContains | POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0)) | POINT (1 1) | true",
                "sfContains | POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0)) | POINT (5 1) | false",
                "sfContains | POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 3 1, 3 3, 1 3, 1 1)) | POINT (2 2) | false",
                "sfContains | MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 9 5, 9 9, 5 5))) | POINT (8 6) | true",
                "sfWithin | POINT (1 1) | POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0)) | true",
                "sfWithin | POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0)) | POINT (1 1) | false",
                "sfIntersects | POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0)) | LINESTRING (-1 2, 9 2) | true",
                "sfIntersects | POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0)) | LINESTRING (-1 5, 9 5) | false",
                "sfDisjoint | POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0)) | LINESTRING (-1 5, 9 5) | true",
                "sfDisjoint | POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0)) | LINESTRING (-1 2, 9 2) | false",
                "sfTouches | POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0)) | POLYGON ((4 0, 8 0, 8 4, 4 4, 4 0)) | true",
                "sfTouches | POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0)) | POLYGON ((3 0, 8 0, 8 4, 3 4, 3 0)) | false",
                "sfOverlaps | POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0)) | POLYGON ((3 0, 8 0, 8 4, 3 4, 3 0)) | true",
                "sfOverlaps | POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0)) | POLYGON ((4 0, 8 0, 8 4, 4 4, 4 0)) | false",
                "sfCrosses | LINESTRING (-1 2, 9 2) | POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0)) | true",
                "sfCrosses | LINESTRING (1 2, 2 2) | POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0)) | false",
                "sfEquals | POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0)) | POLYGON ((4 4, 0 4, 0 0, 4 0, 4 4)) | true",
                "sfEquals | POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0)) | POLYGON ((0 0, 4 0, 4 4, 0 0)) | false",
                "sfContains | <http://www.opengis.net/def/crs/OGC/1.3/CRS84> POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0)) | POINT (1 1) | true"
            })
    void oneGeometryLiesToAnotherAsItIsSeenTo(String relation, String one, String other, String whether) {
        assertThat(value("geof:" + relation + "(" + wkt(one) + ", " + wkt(other) + ")"))
                .isEqualTo(whether);
    }

    /** From Altrincham's market to Old Trafford: 9.36 km on the ellipsoid, by Vincenty's formula. */
    @Test
    void distancesAreInMetresOnTheEllipsoid() {
        String two = wkt("POINT (-2.3515 53.3870)") + ", " + wkt("POINT (-2.2913 53.4631)");

        assertThat(Double.parseDouble(value("geof:metricDistance(" + two + ")")))
                .isCloseTo(9365, within(10.0));
        assertThat(value("geof:distance(" + two + ", uom:metre)")).isEqualTo(value("geof:metricDistance(" + two + ")"));
        assertThat(Double.parseDouble(
                        value("geof:distance(" + wkt("POINT (0 0)") + ", " + wkt("POINT (3 4)") + ", uom:degree)")))
                .isEqualTo(5);
        assertThat(Double.parseDouble(value("geof:metricDistance(" + wkt(SQUARE) + ", " + wkt("POINT (1 1)") + ")")))
                .isZero();
    }

    /** A degree by a degree on the equator: 12,308.778 square kilometres (National Geospatial-Intelligence Agency's tables). */
    @Test
    void areasAreInSquareMetresOnTheEllipsoid() {
        String degree = wkt("POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))");

        assertThat(Double.parseDouble(value("geof:metricArea(" + degree + ")"))).isCloseTo(12_308.778e6, within(1e6));
        assertThat(value("geof:area(" + degree + ", uom:squareMetre)"))
                .isEqualTo(value("geof:metricArea(" + degree + ")"));
    }

    @Test
    void rectanglesAndHullsAreGeometriesAgain() {
        assertThat(value("geof:sfEquals(geof:envelope(" + wkt("LINESTRING (0 0, 4 4)") + "), " + wkt(SQUARE) + ")"))
                .isEqualTo("true");
        assertThat(value("geof:sfEquals(geof:convexHull(" + wkt("MULTIPOINT ((0 0), (4 0), (4 4), (0 4), (2 2))")
                        + "), " + wkt(SQUARE) + ")"))
                .isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "geof:sfContains('POINT (1 1)', 'POINT (1 1)')",
                "geof:sfContains(\"POLYGON ((\"^^geo:wktLiteral, \"POINT (1 1)\"^^geo:wktLiteral)",
                "geof:sfContains(\"nonsense\"^^geo:wktLiteral, \"POINT (1 1)\"^^geo:wktLiteral)",
                "geof:sfContains(\"<http://www.opengis.net/def/crs/EPSG/0/27700> POINT (1 1)\"^^geo:wktLiteral, \"POINT (1 1)\"^^geo:wktLiteral)",
                "geof:distance(\"POINT (1 1)\"^^geo:wktLiteral, \"POINT (2 1)\"^^geo:wktLiteral, uom:furlong)",
                "geof:metricDistance(\"POINT EMPTY\"^^geo:wktLiteral, \"POINT (2 1)\"^^geo:wktLiteral)",
                "geof:distance(\"POINT (NaN 1)\"^^geo:wktLiteral, \"POINT (2 1)\"^^geo:wktLiteral, uom:metre)",
                "geof:metricArea(<urn:s>)"
            })
    void whatIsNoGeometryInDegreesHasNoValue(String expression) {
        assertThat(value(expression)).isEmpty();
    }

    @Test
    void aFunctionOfGeometriesThatThereIsNotIsRefused() {
        assertThat(endpoint.post("/sparql", SmallEndpoint.DIRECT, PREFIXES + "SELECT (geof:buffer(1, 2, 3) AS ?x) {}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(endpoint.post("/sparql", SmallEndpoint.DIRECT, PREFIXES + "SELECT (geof:sfWithin(1) AS ?x) {}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(endpoint.get("/sparql", "Accept", "text/turtle").body())
                .contains("geosparql/sfContains>", "geosparql/metricDistance>");
    }

    /** Up and down a thousand times across a thousand ways to and fro: a million crossings. */
    @Test
    void geometriesThatCrossWithoutEndAreGivenUp() {
        String one =
                IntStream.range(0, 1_000).mapToObj(i -> i + " " + i % 2 * 1000).collect(Collectors.joining(","));
        String other =
                IntStream.range(0, 1_000).mapToObj(i -> i % 2 * 1000 + " " + i).collect(Collectors.joining(","));

        assertThat(value("geof:sfTouches(" + wkt("LINESTRING (" + one + ")") + ", " + wkt("LINESTRING (" + other + ")")
                        + ")"))
                .isEmpty();
        assertThat(value("geof:metricDistance(" + wkt("LINESTRING (" + one + ")") + ", "
                        + wkt("LINESTRING (" + other + ")") + ")"))
                .isEmpty();
        assertThat(value("geof:sfEquals(" + wkt("LINESTRING (" + one + "," + other + ")") + ", "
                        + wkt("LINESTRING (" + one + "," + other + ")") + ")"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 2_000})
    void collectionsWithinCollectionsAreNotFollowedWithoutEnd(int depth) {
        String nested = "GEOMETRYCOLLECTION (".repeat(depth) + "POINT (1 1)" + ")".repeat(depth);

        int status = endpoint.post(
                        "/sparql",
                        SmallEndpoint.DIRECT,
                        PREFIXES + "SELECT (geof:sfWithin(" + wkt(nested) + ", " + wkt(SQUARE) + ") AS ?x) {}")
                .statusCode();

        assertThat(status).isIn(200, 400);
        assertThat(value("geof:sfWithin(" + wkt("POINT (1 1)") + ", " + wkt(SQUARE) + ")"))
                .isEqualTo("true");
    }

    @Test
    void workOnGeometriesEndsWithItsQuery() {
        String many =
                IntStream.range(0, 700).mapToObj(i -> i + " " + i % 2 * 1000).collect(Collectors.joining(","));
        String query = PREFIXES + "SELECT (COUNT(*) AS ?n) { VALUES ?a {" + " 1".repeat(60) + " } VALUES ?b {"
                + " 1".repeat(60) + " } VALUES ?c {" + " 1".repeat(50) + "} FILTER(geof:sfContains("
                + wkt("LINESTRING (" + many + ")")
                + ", STRDT(CONCAT('LINESTRING (0 ', STR(?a + RAND()), ', 699 400)'), geo:wktLiteral))) }";

        assertThat(endpoint.post("/sparql", SmallEndpoint.DIRECT, query).statusCode())
                .isIn(200, 503);
        assertThat(endpoint.get(SmallEndpoint.path("ASK {}")).statusCode()).isEqualTo(200);
    }
}
