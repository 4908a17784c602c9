package uk.declared.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows are counted in the place of values where that is the same number, and not where it may be another. */
class CountedRowsTest {
    private static final String DATA = """
            <urn:a> <urn:p> 1 ; <urn:q> "x" ; <urn:r> <urn:b> .
            <urn:b> <urn:p> 2 ; <urn:q> "y" , "z" .
            <urn:c> <urn:p> "three" ; <urn:r> <urn:a> , <urn:b> .
            """;

    private static String algebra(String query) {
        return Transformer.transform(new CountedRows(), Algebra.compile(QueryFactory.create(query)))
                .toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (COUNT(?s) AS ?n) { ?s <urn:p> ?v }",
                "SELECT ?v (COUNT(?s) AS ?n) { ?s <urn:p> ?v OPTIONAL { ?s <urn:q> ?w } } GROUP BY ?v ORDER BY ?v",
                "SELECT (COUNT(?s) AS ?n) { { ?s <urn:p> ?v } UNION { ?s <urn:q> ?w } }",
                "SELECT (COUNT(?g) AS ?n) { GRAPH ?g { ?s <urn:p> ?v } }",
                "SELECT (COUNT(?s) AS ?n) { ?s <urn:p> ?v FILTER(?v > 1) }",
                "SELECT (COUNT(?s) AS ?n) { { SELECT DISTINCT ?s { ?s <urn:q> ?v } } }",
                "SELECT (COUNT(?s) AS ?n) { ?s <urn:p> ?v BIND(?v + 1 AS ?w) }",
                "SELECT (COUNT(?s) AS ?n) { ?s <urn:p> ?v MINUS { ?s <urn:r> ?r } }",
                "SELECT (COUNT(?s) AS ?n) { ?s <urn:nothing> ?v }",
                "SELECT ?v { ?s <urn:q> ?v } GROUP BY ?v HAVING (COUNT(?s) > 0) ORDER BY ?v"
            })
    void whatEveryRowHasIsNotLookedAt(String query) {
        assertThat(answered(query)).isEqualTo(expected(query));
        assertThat(algebra(query)).contains("(count)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (COUNT(?w) AS ?n) { ?s <urn:p> ?v OPTIONAL { ?s <urn:q> ?w } }",
                "SELECT (COUNT(?w) AS ?n) { { ?s <urn:p> ?v } UNION { ?s <urn:q> ?w } }",
                "SELECT (COUNT(?w) AS ?n) { ?s <urn:p> ?v BIND(?v + 1 AS ?w) }",
                "SELECT (COUNT(?w) AS ?n) { VALUES (?s ?w) { (<urn:a> 1) (<urn:b> UNDEF) } ?s <urn:p> ?v }",
                "SELECT (COUNT(?w) AS ?n) { { SELECT ?s ?w { ?s <urn:p> ?v OPTIONAL { ?s <urn:q> ?w } } } }",
                "SELECT (COUNT(?w) AS ?n) { { SELECT (?v + 1 AS ?w) { ?s <urn:p> ?v } } }",
                "SELECT (COUNT(?w) AS ?n) { { SELECT (MAX(?q) AS ?w) { ?s <urn:p> ?v OPTIONAL { ?s <urn:q> ?q } } GROUP BY ?s } }",
                "SELECT (COUNT(?nowhere) AS ?n) { ?s <urn:p> ?v }",
                "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s <urn:q> ?v }",
                "SELECT (COUNT(?v + 1) AS ?n) { ?s <urn:p> ?v }"
            })
    void whatARowMayLackIsCountedAsItIs(String query) {
        assertThat(answered(query)).isEqualTo(expected(query));
        assertThat(algebra(query)).doesNotContain("(count)");
    }

    private static List<String> answered(String query) {
        try (EmbeddedStore store = EmbeddedStore.inMemory()) {
            DatasetGraph data = data();
            StoreFolder.apply(
                    store,
                    1,
                    new StoreChange.Add("urn:g", data.getDefaultGraph().find().toList()));
            return store.select(QueryFactory.create(query), Map.of(), CountedRowsTest::rows);
        }
    }

    private static List<String> expected(String query) {
        Query parsed = QueryFactory.create(query);
        try (QueryExec execution = QueryExec.dataset(data()).query(parsed).build()) {
            return rows(execution.select());
        }
    }

    private static DatasetGraph data() {
        DatasetGraph data = DatasetGraphFactory.create();
        RDFParser.fromString(DATA, Lang.TURTLE).parse(data.getDefaultGraph());
        RDFParser.fromString(DATA, Lang.TURTLE).parse(data.getGraph(NodeFactory.createURI("urn:g")));
        return data;
    }

    private static List<String> rows(RowSet rows) {
        List<String> values = new ArrayList<>();
        rows.forEachRemaining(row -> values.add(row.toString()));
        return values;
    }
}
