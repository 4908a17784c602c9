package uk.declared.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangedQuadsTest {
    private static final Node ONE = uri("one");
    private static final Node OTHER = uri("other");

    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsNotedAndWhatTheStoreSaysOfItselfIsNot() {
        ChangedQuads changed = new ChangedQuads(5);
        DatasetGraph dataset = changed.noting(DatasetGraphFactory.create());

        Txn.executeWrite(dataset, () -> {
            dataset.add(ONE, uri("s"), uri("p"), uri("o"));
            dataset.delete(ONE, uri("s"), uri("p"), uri("o"));
            dataset.getGraph(OTHER).add(uri("s"), uri("p"), uri("o"));
            dataset.getDefaultGraph().add(uri("s"), uri("p"), uri("o"));
        });

        assertThat(changed.quads()).containsOnlyKeys(ONE, OTHER);
        assertThat(changed.quads().get(ONE)).containsExactly(Triple.create(uri("s"), uri("p"), uri("o")));
        assertThat(changed.count()).isEqualTo(2);
        assertThat(changed.graphs()).isEmpty();
    }

    @Test
    void ofVeryManyOnlyTheGraphsAreKnownHoweverTheyCame() {
        ChangedQuads sum = new ChangedQuads(5);
        for (int part = 0; part < 3; part++) {
            ChangedQuads committed = new ChangedQuads(5);
            DatasetGraph dataset = committed.noting(DatasetGraphFactory.create());
            Node subject = uri("s" + part);
            Txn.executeWrite(dataset, () -> {
                dataset.add(ONE, subject, uri("p"), uri("o"));
                dataset.add(ONE, subject, uri("p"), uri("o2"));
            });
            sum.add(committed);
        }
        assertThat(sum.graphs()).containsExactly(ONE);
        assertThat(sum.quads()).isEmpty();

        ChangedQuads taken = sum.take();
        assertThat(taken.graphs()).containsExactly(ONE);
        assertThat(sum.graphs()).isEmpty();
        assertThat(sum.count()).isZero();
    }

    @Test
    void aCopyTakesAlongGraphsOfWhichNothingElseIsKnown() throws Exception {
        Connection connection = Connection.to(folder);
        try {
            connection.write(dataset -> fill(dataset, ONE, 0, 50));
            connection.write(dataset -> fill(dataset, OTHER, 0, 50));
            ChangedQuads changed = new ChangedQuads(10);
            connection.follow(changed);
            MadeBeside made = connection.shared(
                    dataset -> Txn.calculateRead(dataset, () -> MadeBeside.copy(connection, dataset, () -> {})));
            connection.write(dataset -> {
                dataset.deleteAny(ONE, uri("s7"), Node.ANY, Node.ANY);
                fill(dataset, ONE, 40, 90);
            });
            connection.write(dataset -> dataset.removeGraph(OTHER));
            Set<String> expected = quads(connection);

            try (StoreCopy copy = new StoreCopy(connection, connection.folder(), changed, made)) {
                copy.takeOver();
            }

            assertThat(quads(connection)).isEqualTo(expected).hasSize(89);
            assertThat(folder.resolve("Data-0002")).exists();
        } finally {
            connection.close();
        }
    }

    private static void fill(DatasetGraph dataset, Node graph, int from, int to) {
        for (int i = from; i < to; i++) {
            dataset.add(graph, uri("s" + i), uri("p"), uri("o" + i));
        }
    }

    private static Set<String> quads(Connection connection) {
        return connection.shared(dataset -> Txn.calculateRead(dataset, () -> {
            Set<String> quads = new TreeSet<>();
            dataset.find().forEachRemaining((Quad quad) -> {
                if (!quad.isDefaultGraph()) {
                    quads.add(quad.toString());
                }
            });
            return quads;
        }));
    }

    private static Node uri(String name) {
        return NodeFactory.createURI("http://example.org/" + name);
    }
}
