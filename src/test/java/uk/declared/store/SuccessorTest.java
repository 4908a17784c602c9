package uk.declared.store;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.declared.store.Numbered.GRAPH;
import static uk.declared.store.Numbered.databases;
import static uk.declared.store.Numbered.triples;
import static uk.declared.store.Numbered.uri;
import static uk.declared.store.Numbered.write;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.params.StoreParams;
import org.apache.jena.tdb2.sys.StoreConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SuccessorTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void aSuccessorHoldsWhatTheStoreHeldAndTakesLessRoom(CopyWay way) throws Exception {
        try (EmbeddedStore store = EmbeddedStore.open(folder)) {
            for (int i = 1; i <= 14; i++) {
                store.apply(
                        List.<StoreChange>of(new StoreChange.Replace(GRAPH, triples(i * 3_000, (i + 1) * 3_000)))
                                .iterator(),
                        new Position(i, "hash"));
            }
            String all = query(store);
            long before = store.bytes();

            way.renew(store);

            assertThat(query(store)).isEqualTo(all);
            assertThat(store.applied()).isEqualTo(new Position(14, "hash"));
            assertThat(store.bytes()).isLessThan(before);
            assertThat(store.bytesWhenMade()).isPositive();
            write(store, 15, 401);
        }
        try (EmbeddedStore store = EmbeddedStore.open(folder)) {
            assertThat(store.applied()).isEqualTo(new Position(15, "hash"));
            assertThat(databases(folder)).containsExactly("Data-0002");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPackedSuccessorHoldsTheSameInEveryOrderAndCanBeWrittenTo(CopyWay way) throws Exception {
        try (EmbeddedStore store = EmbeddedStore.open(folder)) {
            write(store, 1, 3_000);
            String all = query(store);

            try (Successor successor = way.begin(store, () -> {})) {
                successor.pack();
                successor.takeOver();
            }

            assertThat(query(store)).isEqualTo(all);
            assertThat(store.applied()).isEqualTo(new Position(1, "hash"));
            long found = store.lend(dataset -> Txn.calculateRead(dataset, () -> count(dataset)));
            assertThat(found).isEqualTo(4);
            write(store, 2, 3_001);
        }
        try (EmbeddedStore store = EmbeddedStore.open(folder)) {
            assertThat(store.graph(GRAPH).size()).isEqualTo(3_001);
        }
    }

    /** The one triple whose subject is 7, by its graph, its subject, its predicate and object, and its object. */
    private static long count(DatasetGraph dataset) {
        return Stream.of(
                        dataset.find(NodeFactory.createURI(GRAPH), uri(7), Node.ANY, Node.ANY),
                        dataset.find(Node.ANY, uri(7), Node.ANY, Node.ANY),
                        dataset.find(Node.ANY, Node.ANY, uri(-1), uri(8)),
                        dataset.find(Node.ANY, Node.ANY, Node.ANY, uri(8)))
                .mapToLong(Iter::count)
                .sum();
    }

    @Test
    void aCrashWhileItIsPackedLeavesTheStoreAsItWas() throws Exception {
        try (EmbeddedStore store = EmbeddedStore.open(folder)) {
            write(store, 1, 10);
            // Neither taken over nor closed, as by a process that ends.
            store.successor(() -> {}).pack();
        }
        try (Stream<Path> making = Files.list(folder.resolve("successor"))) {
            Path half = making.findFirst().orElseThrow().resolve("packed").resolve("OSPG.bpt");
            Files.write(half, new byte[100]);
        }

        try (EmbeddedStore store = EmbeddedStore.open(folder)) {
            assertThat(store.graph(GRAPH).size()).isEqualTo(10);
            write(store, 2, 11);
        }
        assertThat(folder.resolve("successor")).doesNotExist();
        assertThat(databases(folder)).containsExactly("Data-0001");
    }

    @ParameterizedTest
    @EnumSource
    void whoeverReadsReadsOnWhileTheSuccessorTakesOver(CopyWay way) throws Exception {
        ExecutorService readers = Executors.newSingleThreadExecutor();
        try (EmbeddedStore store = EmbeddedStore.open(folder)) {
            write(store, 1, 500);
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch taken = new CountDownLatch(1);
            Future<Long> read = readers.submit(() -> store.lend(dataset -> count(dataset, begun, taken)));
            begun.await();

            way.renew(store);
            write(store, 2, 7);
            taken.countDown();

            assertThat(read.get()).isEqualTo(500);
            assertThat(store.graph(GRAPH).size()).isEqualTo(7);
        } finally {
            readers.shutdownNow();
        }
    }

    /** Counts the quads of one moment, half of them before and half after something else has happened. */
    private static long count(DatasetGraph dataset, CountDownLatch begun, CountDownLatch taken) {
        return Txn.calculateRead(dataset, () -> {
            Iterator<Quad> quads = dataset.find(NodeFactory.createURI(GRAPH), Node.ANY, Node.ANY, Node.ANY);
            quads.next();
            begun.countDown();
            try {
                taken.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            long rest = 1;
            while (quads.hasNext()) {
                quads.next();
                rest++;
            }
            return rest;
        });
    }

    @Test
    void whatACrashLeftInTheMakingIsRemovedAndTheStoreOpens() throws Exception {
        try (EmbeddedStore store = EmbeddedStore.open(folder)) {
            write(store, 1, 10);
        }
        Path half = Files.createDirectories(folder.resolve("successor"));
        Files.writeString(half.resolve("GSPO.bpt"), "half of it");

        try (EmbeddedStore store = EmbeddedStore.open(folder)) {
            assertThat(store.graph(GRAPH).size()).isEqualTo(10);
        }
        assertThat(half).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource
    void anAbandonedSuccessorLeavesTheStoreAsItWas(CopyWay way) throws Exception {
        try (EmbeddedStore store = EmbeddedStore.open(folder)) {
            write(store, 1, 10);
            way.begin(store, () -> {}).close();

            assertThat(store.graph(GRAPH).size()).isEqualTo(10);
            assertThat(databases(folder)).containsExactly("Data-0001");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStoreFromBeforeWithSixIndexesIsOpenedAndItsSuccessorHasFour(CopyWay way) throws Exception {
        Path data = Files.createDirectories(folder.resolve("Data-0001"));
        Location location = Location.create(data);
        DatasetGraph before = StoreConnection.connectCreate(location, StoreParams.getDftStoreParams(), null)
                .getDatasetGraph();
        Txn.executeWrite(before, () -> before.add(NodeFactory.createURI(GRAPH), uri(1), uri(2), uri(3)));
        StoreConnection.release(location);

        try (EmbeddedStore store = EmbeddedStore.open(folder)) {
            assertThat(store.graph(GRAPH).size()).isEqualTo(1);
            write(store, 1, 5);
            assertThat(data.resolve("GPOS.bpt")).exists();
            way.renew(store);
            assertThat(store.graph(GRAPH).size()).isEqualTo(5);
        }
        assertThat(folder.resolve("Data-0002").resolve("SPOG.bpt")).exists();
        assertThat(folder.resolve("Data-0002").resolve("GPOS.bpt")).doesNotExist();
    }

    @Test
    void onlyWhatDiffersIsWritten() throws Exception {
        try (EmbeddedStore store = EmbeddedStore.open(folder)) {
            write(store, 1, 2_000);
            long before = Files.size(folder.resolve("Data-0001").resolve("GSPO.dat"));
            for (int i = 2; i < 50; i++) {
                write(store, i, 2_000);
            }
            assertThat(Files.size(folder.resolve("Data-0001").resolve("GSPO.dat")))
                    .isEqualTo(before);
        }
    }

    private static String query(Store store) {
        return store.select(
                QueryFactory.create("SELECT * { ?s ?p ?o } ORDER BY ?s ?p ?o"),
                Map.of(),
                rows -> rows.stream()
                        .map(row -> row.get("s") + " " + row.get("p") + " " + row.get("o"))
                        .toList()
                        .toString());
    }
}
