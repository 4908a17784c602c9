package uk.declared.web.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers may try, against a store of 20,000 triples; after each attempt an ordinary query is answered. */
class HostileQueriesTest {
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
                "SELECT * { ?s ?p ?o FILTER(<%s>(?o)) }",
                "SELECT (<%s>() AS ?x) {}",
                "SELECT * { ?s ?p ?o } ORDER BY <%s>(?o) LIMIT 1",
                "SELECT (SUM(<%s>(?o)) AS ?x) { ?s ?p ?o }",
                "SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING (COUNT(?o) > 1) (<%s>(?s))",
                "SELECT (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY (<%s>(?s) AS ?k)",
                "SELECT * { ?s ?p ?o FILTER EXISTS { ?s ?p ?q FILTER(<%s>(?q)) } }",
                "SELECT * { { SELECT (<%s>(?o) AS ?x) { ?s ?p ?o } } }",
                "SELECT * { ?s ?p ?o BIND(IF(true, <%s>(), 1) AS ?x) }",
                "SELECT (<http://www.w3.org/2005/xpath-functions#apply>(<%s>) AS ?x) {}"
            })
    void aFunctionThatNamesAJavaClassIsRefused(String query) {
        String iri = "java:uk.declared.web.sparql.MustNotBeLoaded";

        assertThat(store.refusal(query.formatted(iri))).isEqualTo(Refusal.FUNCTION);
        assertThat(System.getProperty(MustNotBeLoaded.TRACE)).isNull();
    }

    @Test
    void anAggregateThatNamesAJavaClassIsRefused() {
        Refusal refusal =
                store.refusal("SELECT (<java:uk.declared.web.sparql.MustNotBeLoaded>(DISTINCT ?o) AS ?x) { ?s ?p ?o }");

        assertThat(refusal).isIn(Refusal.SYNTAX, Refusal.FUNCTION, Refusal.AGGREGATE);
        assertThat(System.getProperty(MustNotBeLoaded.TRACE)).isNull();
    }

    @Test
    void anAggregateOfJenasOwnIsRefused() {
        assertThat(store.refusal(
                        "SELECT (<http://jena.apache.org/ARQ/function/aggregate#median>(?o) AS ?x) { ?s ?p ?o }"))
                .isIn(Refusal.AGGREGATE, Refusal.FUNCTION);
    }

    @Test
    void aPropertyThatNamesAJavaClassIsAPropertyThatNothingHas() {
        assertThat(store.ask("SELECT * { ?s <java:uk.declared.web.sparql.MustNotBeLoaded> ?o }"))
                .isEqualToIgnoringWhitespace("{\"head\":{\"vars\":[\"s\",\"o\"]},\"results\":{\"bindings\":[]}}");
        assertThat(store.ask("SELECT * { ?s (<java:uk.declared.web.sparql.MustNotBeLoaded>/<urn:next>) ?o }"))
                .contains("\"bindings\": [");
        assertThat(store.ask("SELECT * { ?x <http://jena.apache.org/ARQ/property#splitIRI> (?a ?b) }"))
                .contains("\"bindings\": [");
        assertThat(System.getProperty(MustNotBeLoaded.TRACE)).isNull();
    }

    @Test
    void aFunctionThatSleepsIsRefused() {
        assertThat(store.refusal("SELECT (<http://jena.apache.org/ARQ/function#wait>(60000) AS ?x) {}"))
                .isEqualTo(Refusal.FUNCTION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
                "SELECT * { OPTIONAL { SERVICE SILENT <http://127.0.0.1:1/> { ?s ?p ?o } } }",
                "SELECT * { { SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } } } }",
                "ASK { FILTER NOT EXISTS { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } } }"
            })
    void anotherServerIsNotAsked(String query) {
        assertThat(store.refusal(query)).isEqualTo(Refusal.SERVICE);
    }

    @Test
    void aFileOrAnAddressIsNotLoaded(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("secret.ttl"), "<urn:s> <urn:p> \"secret\" .");

        assertThat(store.refusal("SELECT * FROM <" + file.toUri() + "> { ?s ?p ?o }"))
                .isEqualTo(Refusal.NO_SUCH_GRAPH);
        assertThat(store.refusal("SELECT * FROM NAMED <http://127.0.0.1:1/> { GRAPH ?g { ?s ?p ?o } }"))
                .isEqualTo(Refusal.NO_SUCH_GRAPH);
    }

    @Test
    void whatTheStoreSaysOfItselfIsNotShown() {
        assertThat(store.refusal("SELECT * { GRAPH <urn:x-arq:DefaultGraph> { ?s ?p ?o } }"))
                .isEqualTo(Refusal.NO_SUCH_GRAPH);
        assertThat(store.refusal("SELECT * FROM <urn:x-arq:DefaultGraph> { ?s ?p ?o }"))
                .isEqualTo(Refusal.NO_SUCH_GRAPH);
        assertThat(store.ask("SELECT * { GRAPH ?g { <urn:x-declared:store> ?p ?o } }"))
                .doesNotContain("applied");
        assertThat(store.ask("SELECT * { BIND(<urn:x-arq:DefaultGraph> AS ?g) GRAPH ?g { ?s ?p ?o } }"))
                .doesNotContain("applied");
        assertThat(store.ask("SELECT * { VALUES ?g { <urn:x-arq:DefaultGraph> } GRAPH ?g { ?s ?p ?o } }"))
                .doesNotContain("applied");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { ?s <urn:name> ?o FILTER REGEX(CONCAT(?o, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'), '((a|aa)+)+b$') }",
                "SELECT (REPLACE('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', '((a|aa)+)+b$', 'b') AS ?x) {}",
                "SELECT (SUM(IF(REGEX('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', '((a|aa)+)+b$'), 1, 0)) AS ?x) { ?s ?p ?o }"
            })
    void aPatternThatWouldGoBackAgainAndAgainIsMatchedInOneGo(String query) {
        assertThat(store.ask(query)).contains("\"bindings\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "((){2000000000}){2000000000}b",
                "((((){1000}){1000}){1000}){1000}b",
                "(a)\\\\1",
                "^(?!a)",
                "[",
            })
    void aPatternThatCannotBeMatchedInOneGoIsRefused(String pattern) {
        assertThat(store.refusal("SELECT (REGEX('a', '" + pattern + "') AS ?x) {}"))
                .isIn(Refusal.PATTERN, Refusal.SYNTAX);
        assertThat(store.refusal("SELECT (SUM(IF(REGEX(?o, '" + pattern + "'), 1, 0)) AS ?x) { ?s ?p ?o }"))
                .isIn(Refusal.PATTERN, Refusal.SYNTAX);
    }

    /** What is made while the query runs is an error of the expression, as SPARQL has it: the value is left unbound. */
    @ParameterizedTest
    @ValueSource(strings = {"((){2000000000}){2000000000}b", "(a)\\\\1", "^(?!a)"})
    void aPatternThatIsPutTogetherAndCannotBeMatchedInOneGoGivesNoValue(String pattern) {
        assertThat(store.ask("SELECT (REGEX('a', CONCAT('', '" + pattern + "')) AS ?x) {}"))
                .doesNotContain("\"value\"");
    }

    @Test
    void aRefusalRepeatsLittleOfWhatWasSent() {
        QueryRefusedException refused = new QueryRefusedException(Refusal.FUNCTION, "urn:" + "x".repeat(100_000));

        assertThat(refused.details().get(0).toString()).hasSizeLessThan(400).endsWith("…");
    }

    @Test
    void aClosureWithinAClosureIsRefused() {
        assertThat(store.refusal("SELECT * { ?s (<urn:next>*/<urn:next>*)* ?o }"))
                .isEqualTo(Refusal.NESTED_PATHS);
        assertThat(store.refusal("SELECT * { ?s ^(<urn:a>|(<urn:b>+))+ ?o }")).isEqualTo(Refusal.NESTED_PATHS);
        assertThat(store.refusal("SELECT * { ?s <urn:a>*/<urn:a>*/<urn:a>*/<urn:a>*/<urn:a>*/<urn:a>*/<urn:a>* ?o }"))
                .isEqualTo(Refusal.PATHS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT DATA { <urn:s> <urn:p> <urn:o> }",
                "DELETE WHERE { ?s ?p ?o }",
                "LOAD <file:///etc/passwd>",
                "DROP ALL",
                "SELECT * { ?s ?p ?o } ; DROP ALL",
                "JSON { \"a\": ?s } WHERE { ?s ?p ?o }",
                "SELECT * { LET(?x := 1) }",
                "SELECT * { ?s ?p ?o FILTER(?o IN ()) CALL <urn:x>() }"
            })
    void whatIsNotAStandardQueryIsASyntaxError(String text) {
        assertThat(store.refusal(text)).isEqualTo(Refusal.SYNTAX);
    }

    @Test
    void aSyntaxErrorSaysWhereItIs() {
        QueryRefusedException refused =
                catchThrowableOfType(QueryRefusedException.class, () -> store.ask("SELECT * {\n  ?s ?p\n}"));

        assertThat(refused.spot()).contains(new QueryRefusedException.Spot(3, 1));
    }

    @Test
    void researchersCanWorkWithTheFunctionsThatAreOffered() {
        assertThat(store.ask("""
                PREFIX math: <http://www.w3.org/2005/xpath-functions/math#>
                PREFIX fn: <http://www.w3.org/2005/xpath-functions#>
                PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
                SELECT ?a ?b ?c ?d ?e ?f ?g {
                  BIND(math:sqrt(16) AS ?a) BIND(math:pow(2, 10) AS ?b) BIND(xsd:integer("41") + 1 AS ?c)
                  BIND(fn:round-half-to-even(2.5) AS ?d) BIND(REPLACE("Altrincham", "ham$", "HAM") AS ?e)
                  BIND(REGEX("Altrincham", "^alt", "i") AS ?f) BIND(STRLEN(CONCAT("Sale", " ", "Moor")) * 2 AS ?g)
                }"""))
                .contains("\"4.0e0\"", "\"1024.0e0\"", "\"42\"", "\"2.0\"", "AltrincHAM", "\"true\"", "\"18\"");
    }

    @Test
    void severalHavingConditionsAllHold() {
        String query =
                "SELECT ?s (COUNT(?o) AS ?n) { ?s ?p ?o } GROUP BY ?s HAVING (COUNT(?o) * 1 = 2) (REGEX(STR(?s), ':77$'))";

        assertThat(store.ask(query)).containsOnlyOnce("urn:thing:77").doesNotContain("urn:thing:78");
    }
}
