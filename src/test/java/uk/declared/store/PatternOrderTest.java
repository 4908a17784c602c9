package uk.declared.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecDatasetBuilder;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.solver.QC2;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many entries of the indexes a query looks at, among a thousand contests for one office, ten on each of a hundred days. */
class PatternOrderTest {
    private static final int CONTESTS = 1_000;

    private final EmbeddedStore store = EmbeddedStore.inMemory();

    @BeforeEach
    void fill() {
        List<Triple> triples = new ArrayList<>();
        for (int i = 0; i < CONTESTS; i++) {
            triples.add(triple("contest/" + i, "office", "councillor"));
            triples.add(triple("contest/" + i, "day", "day/" + i / 10));
            triples.add(triple("contest/" + i, "area", "area/" + i % 50));
            triples.add(triple("area/" + i % 50, "label", "name/" + i % 50));
        }
        Iterator<StoreChange> changes = List.<StoreChange>of(new StoreChange.Replace("http://example.org/g", triples))
                .iterator();
        store.apply(changes, new Position(1, "one"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?c :office :councillor . ?c :day <day/7>",
                "?c :day <day/7> . ?c :office :councillor",
                "?a :label ?l . ?c :area ?a . ?c :office :councillor . ?c :day <day/7>",
                "?a :label ?l . ?c :office :councillor . ?c :day <day/7> . ?c :area ?a FILTER (?l != :none)",
                "?d :day <day/7> . ?c :office :councillor . ?d :area ?a . ?c :area ?a . ?c :day <day/8>"
            })
    void whatIsRareIsLookedForFirst(String patterns) {
        AtomicLong looked = new AtomicLong();

        int rows = store.lend(dataset -> Txn.calculateRead(dataset, () -> {
            Context context = dataset.getContext().copy();
            QC2.setFilter(context, entry -> {
                looked.incrementAndGet();
                return true;
            });
            try (QueryExec execution = QueryExecDatasetBuilder.create()
                    .dataset(dataset)
                    .query(QueryFactory.create(
                            "BASE <http://example.org/> PREFIX : <http://example.org/> SELECT * { " + patterns + " }"))
                    .context(context)
                    .build()) {
                int found = 0;
                for (var all = execution.select(); all.hasNext(); all.next()) {
                    found++;
                }
                return found;
            }
        }));

        assertThat(rows).isEqualTo(patterns.contains("<day/8>") ? 0 : 10);
        assertThat(looked.get()).isLessThan(CONTESTS / 2);
    }

    private static Triple triple(String subject, String property, String object) {
        String base = "http://example.org/";
        return Triple.create(
                NodeFactory.createURI(base + subject),
                NodeFactory.createURI(base + property),
                NodeFactory.createURI(base + object));
    }
}
