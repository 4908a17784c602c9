package uk.declared.web.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is larger than anybody needs: numbers, texts, tables, patterns and answers. Each is refused or left without a value. */
class HostileSizesTest {
    private static HostileStore store;

    @BeforeAll
    static void open() {
        store = new HostileStore(
                "time-limit", HostileStore.PATIENT, "result-rows", "20000", "result-bytes", "16777216");
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @AfterEach
    void anOrdinaryQueryIsAnswered() {
        store.anOrdinaryQueryIsAnswered();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'2020-01-01T00:00:00'^^xsd:dateTime + xsd:dayTimeDuration(CONCAT('PT9999999999', '9999999999S'))",
                "'2020-01-01T00:00:00'^^xsd:dateTime - STRDT(CONCAT('PT9999999999', '9999999999S'), xsd:dayTimeDuration)",
                "'2020-01-01'^^xsd:date + ('P1000D'^^xsd:dayTimeDuration * 1000000000000)",
                "('99999999999999-01-01'^^xsd:date - '0001-01-01'^^xsd:date) + ('P1D'^^xsd:dayTimeDuration)",
                "fn:round(1.5, 1000000000)",
                "fn:round-half-to-even(15, -1000000000)"
            })
    void aValueThatWouldTakeYearsToWorkOutIsNone(String expression) {
        assertThat(store.ask(
                        "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> PREFIX fn: <http://www.w3.org/2005/xpath-functions#> "
                                + "SELECT (" + expression + " AS ?x) {}"))
                .doesNotContain("\"value\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT ('2020-01-01T00:00:00'^^xsd:dateTime + 'PT99999999999999999S'^^xsd:dayTimeDuration AS ?x) {}",
                "SELECT * { VALUES ?d { 'PT99999999999999999S'^^xsd:dayTimeDuration } }",
                "SELECT * { } VALUES ?d { 'PT99999999999999999S'^^xsd:duration }"
            })
    void aDurationOfThousandsOfYearsIsRefused(String query) {
        // Whether the parser or the guard says so depends on the literal's type.
        assertThat(store.refusal("PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> " + query))
                .isIn(Refusal.NUMBER, Refusal.SYNTAX);
    }

    @Test
    void durationsAndDatesOfOrdinarySizeAreWorkedWith() {
        assertThat(store.ask("PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> SELECT "
                        + "('2024-05-02'^^xsd:date + 'P30D'^^xsd:dayTimeDuration AS ?x) (fn:round(2.345, 2) AS ?y) {}"
                                .replace("fn:round", "<http://www.w3.org/2005/xpath-functions#round>")))
                .contains("2024-06-01", "2.35");
    }

    @Test
    void aNumberOfThousandsOfDigitsIsRefused() {
        assertThat(store.refusal("SELECT (1" + "0".repeat(2_000) + " + 1 AS ?x) {}"))
                .isEqualTo(Refusal.NUMBER);
    }

    @Test
    void morePatternsThanCanBePutInOrderAreRefused() {
        String patterns = IntStream.range(0, 400)
                .mapToObj(i -> "?s" + i + " ?p ?o" + i + " . ")
                .collect(Collectors.joining());

        assertThat(store.refusal("SELECT * { " + patterns + " }")).isEqualTo(Refusal.PATTERNS);
        assertThat(store.refusal("CONSTRUCT { " + patterns + " } WHERE { ?s0 ?p ?o0 }"))
                .isEqualTo(Refusal.PATTERNS);
        assertThat(store.refusal("ASK { FILTER EXISTS { " + patterns + " } }")).isEqualTo(Refusal.PATTERNS);
    }

    @Test
    void moreVariablesThanARowCanHoldAreRefused() {
        StringBuilder variables = new StringBuilder();
        for (int i = 0; i < 9_000; i++) {
            variables.append(" ?v").append(i);
        }
        assertThat(store.refusal("SELECT" + variables + " { ?s ?p ?o }")).isEqualTo(Refusal.VARIABLES);
        assertThat(store.refusal("SELECT * { VALUES (" + variables + ") {} }")).isEqualTo(Refusal.VARIABLES);
    }

    @Test
    void aTextOfManyDigitsIsReadAsNoNumber() {
        String digits = "REPLACE(\"" + "x".repeat(10_000) + "\", \"x\", \"123456789\")";
        assertThat(store.outcome("ASK { BIND (<http://www.w3.org/2001/XMLSchema#integer>(" + digits
                        + ") AS ?n) FILTER BOUND(?n) }"))
                .isEqualTo("false");
        assertThat(store.outcome("ASK { BIND (STRDT(" + digits
                        + ", <http://www.w3.org/2001/XMLSchema#decimal>) AS ?n) FILTER BOUND(?n) }"))
                .isEqualTo("false");
        assertThat(store.outcome("ASK { BIND (STRDT(" + digits + ", <urn:mine>) AS ?n) FILTER BOUND(?n) }"))
                .isEqualTo("true");
        assertThat(store.outcome("ASK { BIND (STR(<http://www.w3.org/2001/XMLSchema#string>(" + digits
                        + ")) AS ?n) FILTER (STRLEN(?n) = 90000) }"))
                .isEqualTo("true");
    }

    @Test
    void moreExpressionsThanAnybodyWritesAreRefused() {
        assertThat(store.refusal("SELECT * { ?s ?p ?o FILTER(?o IN (0" + ", 1".repeat(3_000) + ")) }"))
                .isEqualTo(Refusal.EXPRESSIONS);
    }

    @Test
    void aTextOfAWholeGroupStopsGrowing() {
        assertThat(store.refusal("SELECT (GROUP_CONCAT(?o) AS ?x) { ?s ?p ?o }"))
                .isEqualTo(Refusal.TOO_LONG_TEXT);
        assertThat(store.refusal("SELECT (GROUP_CONCAT(DISTINCT ?o; SEPARATOR='--') AS ?x) { ?s ?p ?o }"))
                .isEqualTo(Refusal.TOO_LONG_TEXT);
        assertThat(store.ask("SELECT (GROUP_CONCAT(?o) AS ?a) (GROUP_CONCAT(DISTINCT ?o; SEPARATOR='|') AS ?b) "
                        + "{ VALUES ?o { 'x' 'y' 'x' } }"))
                .contains("\"x y x\"", "\"x|y\"");
    }

    @Test
    void tablesInTheQueryAreLimitedInRowsAndInWhatTheyMultiplyTo() {
        String row = IntStream.range(0, 6_000).mapToObj(Integer::toString).collect(Collectors.joining(" "));
        String eight = IntStream.range(0, 8)
                .mapToObj(i -> "VALUES ?v" + i + " { 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 }")
                .collect(Collectors.joining(" "));

        assertThat(store.refusal("SELECT * { VALUES ?v { " + row + " } }")).isEqualTo(Refusal.VALUES);
        assertThat(store.refusal("SELECT * { ?s ?p ?o } VALUES ?v { " + row + " }"))
                .isEqualTo(Refusal.VALUES);
        assertThat(store.refusal("SELECT (COUNT(*) AS ?n) { " + eight + " }")).isEqualTo(Refusal.VALUES_PRODUCT);
    }

    @Test
    void aDescriptionOfEverythingIsRefused() {
        assertThat(store.refusal("DESCRIBE ?s { ?s ?p ?o }")).isEqualTo(Refusal.TOO_MANY_DESCRIBED);
        assertThat(store.refusal("DESCRIBE * { ?s ?p ?o }")).isEqualTo(Refusal.TOO_MANY_DESCRIBED);
    }

    @Test
    void aQueryDeeperThanAParserGoesIsRefused() {
        assertThat(store.refusal("SELECT * " + "{".repeat(5_000) + "}".repeat(5_000)))
                .isEqualTo(Refusal.TOO_DEEP);
        assertThat(store.refusal("ASK { FILTER(" + "(".repeat(5_000) + "1" + ")".repeat(5_000) + ") }"))
                .isEqualTo(Refusal.TOO_DEEP);
    }

    @Test
    void aLongChainDoesNotOverflowInSilence() {
        String sum = "ASK { FILTER(" + "1+".repeat(20_000) + "1 > 0) }";
        String unions = "ASK { {}" + " UNION {}".repeat(5_000) + " }";

        // Which bound comes first depends on how deep the thread's stack is.
        assertThat(store.outcome(sum)).isIn("true", "TOO_DEEP", "EXPRESSIONS");
        assertThat(store.outcome(unions)).isIn("true", "TOO_DEEP", "PATTERNS");
    }

    @Test
    void aQueryOfAMegabyteIsRefused() {
        assertThat(store.refusal("SELECT * { ?s ?p ?o } #" + "x".repeat(1 << 20)))
                .isEqualTo(Refusal.TOO_LONG_QUERY);
    }

    @Test
    void aTextThatDoublesItselfStopsGrowing() {
        StringBuilder query = new StringBuilder("SELECT (STRLEN(?v40) AS ?n) { BIND('0123456789' AS ?v0) ");
        for (int i = 1; i <= 40; i++) {
            query.append("BIND(CONCAT(?v%1$d, ?v%1$d) AS ?v%2$d) ".formatted(i - 1, i));
        }

        assertThat(store.ask(query + "}")).contains("\"bindings\": [").doesNotContain("\"value\"");
    }

    @Test
    void aNumberThatSquaresItselfStopsGrowing() {
        StringBuilder query = new StringBuilder("SELECT ?v40 { BIND(10 AS ?v0) ");
        for (int i = 1; i <= 40; i++) {
            query.append("BIND(?v%1$d * ?v%1$d AS ?v%2$d) ".formatted(i - 1, i));
        }

        assertThat(store.ask(query + "}")).doesNotContain("\"value\"");
        assertThat(store.ask("SELECT (<http://www.w3.org/2005/xpath-functions/math#pow>(2, 2000000000) AS ?x) {}"))
                .contains("INF");
    }

    @Test
    void aResultWithTooManyRowsIsRefusedBeforeItsFirstByte() {
        assertThat(store.refusal("SELECT * { ?a ?b ?c . ?d ?e ?f }")).isEqualTo(Refusal.TOO_MANY_RESULTS);
        assertThat(store.refusal("CONSTRUCT { ?a <urn:with> ?d } { ?a ?b ?c . ?d ?e ?f }"))
                .isEqualTo(Refusal.TOO_MANY_RESULTS);
    }

    @Test
    void aResultWithTooManyBytesIsRefusedBeforeItsFirstByte() {
        assertThatThrownBy(() -> store.ask("SELECT * { ?s ?p ?o }", 100_000))
                .extracting("refusal")
                .isEqualTo(Refusal.TOO_LONG_RESULT);
    }
}
