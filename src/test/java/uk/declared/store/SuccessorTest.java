package uk.declared.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.rdfpatch.RDFChanges;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.params.StoreParams;
import org.apache.jena.tdb2.sys.StoreConnection;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SuccessorTest {
    private static final String GRAPH = "http://example.org/g";

    @TempDir
    private Path folder;

    /** The two ways to copy a store. */
    enum Way {
        ANEW {
            @Override
            Successor begin(EmbeddedStore store, Runnable step) {
                return store.successor(step);
            }
        },
        QUICKLY {
            @Override
            Successor begin(EmbeddedStore store, Runnable step) {
                return store.quickSuccessor(step);
            }
        };

        abstract Successor begin(EmbeddedStore store, Runnable step);

        void renew(EmbeddedStore store) {
            try (Successor successor = begin(store, () -> {})) {
                successor.takeOver();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSuccessorHoldsWhatTheStoreHeldAndTakesLessRoom(Way way) throws Exception {
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
            assertThat(databases()).containsExactly("Data-0002");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPackedSuccessorHoldsTheSameInEveryOrderAndCanBeWrittenTo(Way way) throws Exception {
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
        assertThat(databases()).containsExactly("Data-0001");
    }

    /** Each kind of change and a patch, while the copy is made, after it, and by another thread until it takes over. */
    @ParameterizedTest
    @EnumSource
    void whatIsWrittenMeanwhileIsTakenAlongAndTheStateIsTheSame(Way way) throws Exception {
        ExecutorService writers = Executors.newSingleThreadExecutor();
        try (EmbeddedStore store = EmbeddedStore.open(folder);
                EmbeddedStore expected = EmbeddedStore.inMemory()) {
            List<List<StoreChange>> meanwhile = meanwhile();
            for (EmbeddedStore each : List.of(store, expected)) {
                write(each, 1, 500);
                each.apply(before().iterator(), new Position(2, "hash"));
            }
            AtomicBoolean begun = new AtomicBoolean();
            try (Successor successor = way.begin(store, () -> {
                if (begun.compareAndSet(false, true)) {
                    CompletableFuture.runAsync(
                                    () -> store.apply(meanwhile.get(0).iterator(), new Position(3, "hash")), writers)
                            .join();
                }
            })) {
                for (int i = 1; i < meanwhile.size(); i++) {
                    store.apply(meanwhile.get(i).iterator(), new Position(3 + i, "hash"));
                }
                store.patch(SuccessorTest::patch, new Position(100, "hash"));
                Future<?> writing = writers.submit(() -> {
                    for (int i = 101; i <= 160; i++) {
                        write(store, i, 400 + i);
                    }
                });
                successor.takeOver();
                writing.get();
            }
            for (int i = 0; i < meanwhile.size(); i++) {
                expected.apply(meanwhile.get(i).iterator(), new Position(3 + i, "hash"));
            }
            expected.patch(SuccessorTest::patch, new Position(100, "hash"));
            write(expected, 160, 560);

            assertThat(quads(store)).isEqualTo(quads(expected)).hasSizeGreaterThan(560);
            assertThat(store.applied()).isEqualTo(new Position(160, "hash"));
            assertThat(databases()).containsExactly("Data-0002");
        } finally {
            writers.shutdownNow();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCopyIsInTheSameStateAsTheStoreWasSoThatWhatWasMadeOfItStillHolds(Way way) throws Exception {
        try (EmbeddedStore store = EmbeddedStore.open(folder)) {
            write(store, 1, 10);
            String version = store.version();
            way.renew(store);
            assertThat(store.version()).isEqualTo(version);
            write(store, 2, 10);
            assertThat(store.version()).isNotEqualTo(version);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsUndoneMeanwhileIsNotTakenAlong(Way way) throws Exception {
        try (EmbeddedStore store = EmbeddedStore.open(folder)) {
            write(store, 1, 10);
            try (Successor successor = way.begin(store, () -> {})) {
                assertThatThrownBy(() -> store.apply(failing(), new Position(2, "hash")))
                        .hasMessage("half of it");
                write(store, 2, 12);
                successor.takeOver();
            }
            assertThat(store.graph(GRAPH).size()).isEqualTo(12);
            assertThat(store.graph("http://example.org/undone").size()).isZero();
            assertThat(store.applied()).isEqualTo(new Position(2, "hash"));
        }
    }

    private static Iterator<StoreChange> failing() {
        return Stream.of(0, 1)
                .map(number -> {
                    if (number > 0) {
                        throw new IllegalStateException("half of it");
                    }
                    return (StoreChange) new StoreChange.Add("http://example.org/undone", triples(0, 5));
                })
                .iterator();
    }

    @ParameterizedTest
    @EnumSource
    void ofTwoSuccessorsTheFirstThatIsReadyTakesOverAndTheOtherLeavesItAlone(Way way) throws Exception {
        try (EmbeddedStore store = EmbeddedStore.open(folder)) {
            write(store, 1, 10);
            Successor slow = way.begin(store, () -> {});
            way.renew(store);
            write(store, 2, 20);

            assertThatThrownBy(slow::takeOver).isInstanceOf(CancellationException.class);
            slow.close();

            assertThat(store.graph(GRAPH).size()).isEqualTo(20);
            assertThat(databases()).containsExactly("Data-0002");
            assertThat(folder.resolve("successor")).isEmptyDirectory();
        }
    }

    private static List<StoreChange> before() {
        return List.of(
                new StoreChange.Replace("http://example.org/gone", triples(5, 9)),
                new StoreChange.Add("http://example.org/beneath", List.of(label(7, "Seven"))),
                new StoreChange.Release("http://example.org/old", triples(20, 25), List.of(), List.of(), List.of()));
    }

    private static List<List<StoreChange>> meanwhile() {
        return List.of(
                List.of(new StoreChange.Replace("http://example.org/gone", List.of())),
                List.of(
                        new StoreChange.Add("http://example.org/added", triples(30, 33)),
                        new StoreChange.Restate(GRAPH, uri(3), List.of())),
                List.of(new StoreChange.Describe("http://example.org/described", List.of(label(8, "Eight")))),
                List.of(new StoreChange.Derive("http://example.org/derived", rows -> triples(40, 42))),
                List.of(new StoreChange.Release(
                        "http://example.org/new",
                        List.of(label(7, "Seven of the release")),
                        List.of("http://example.org/old"),
                        List.of(),
                        List.of("http://example.org/beneath"))));
    }

    private static void patch(RDFChanges changes) {
        Node graph = NodeFactory.createURI("http://example.org/patched");
        changes.add(graph, uri(1), uri(2), uri(3));
        changes.delete(NodeFactory.createURI("http://example.org/added"), uri(30), uri(-1), uri(31));
    }

    private static Triple label(int thing, String name) {
        return Triple.create(uri(thing), RDFS.Nodes.label, NodeFactory.createLiteralString(name));
    }

    private static Set<String> quads(Store store) {
        Set<String> quads = new TreeSet<>();
        store.quads(graph -> true, quad -> quads.add(quad.toString()));
        return quads;
    }

    @ParameterizedTest
    @EnumSource
    void whoeverReadsReadsOnWhileTheSuccessorTakesOver(Way way) throws Exception {
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
    void anAbandonedSuccessorLeavesTheStoreAsItWas(Way way) throws Exception {
        try (EmbeddedStore store = EmbeddedStore.open(folder)) {
            write(store, 1, 10);
            way.begin(store, () -> {}).close();

            assertThat(store.graph(GRAPH).size()).isEqualTo(10);
            assertThat(databases()).containsExactly("Data-0001");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStoreFromBeforeWithSixIndexesIsOpenedAndItsSuccessorHasFour(Way way) throws Exception {
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

    private static void write(EmbeddedStore store, long sequence, int triples) {
        store.apply(
                List.<StoreChange>of(new StoreChange.Replace(GRAPH, triples(0, triples)))
                        .iterator(),
                new Position(sequence, "hash"));
    }

    private static List<Triple> triples(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> Triple.create(uri(i), uri(-1), uri(i + 1)))
                .toList();
    }

    private static Node uri(int number) {
        return NodeFactory.createURI("http://example.org/" + number);
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

    private List<String> databases() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("Data-"))
                    .toList();
        }
    }
}
