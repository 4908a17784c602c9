package uk.declared.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.declared.store.Numbered.GRAPH;
import static uk.declared.store.Numbered.databases;
import static uk.declared.store.Numbered.triples;
import static uk.declared.store.Numbered.uri;
import static uk.declared.store.Numbered.write;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdfpatch.RDFChanges;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoreCopyTest {
    @TempDir
    private Path folder;

    /** Each kind of change and a patch, while the copy is made, after it, and by another thread until it takes over. */
    @ParameterizedTest
    @EnumSource
    void whatIsWrittenMeanwhileIsTakenAlongAndTheStateIsTheSame(CopyWay way) throws Exception {
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
                store.patch(StoreCopyTest::patch, new Position(100, "hash"));
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
            expected.patch(StoreCopyTest::patch, new Position(100, "hash"));
            write(expected, 160, 560);

            assertThat(quads(store)).isEqualTo(quads(expected)).hasSizeGreaterThan(560);
            assertThat(store.applied()).isEqualTo(new Position(160, "hash"));
            assertThat(databases(folder)).containsExactly("Data-0002");
        } finally {
            writers.shutdownNow();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCopyIsInTheSameStateAsTheStoreWasSoThatWhatWasMadeOfItStillHolds(CopyWay way) throws Exception {
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
    void whatIsUndoneMeanwhileIsNotTakenAlong(CopyWay way) throws Exception {
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
    void ofTwoSuccessorsTheFirstThatIsReadyTakesOverAndTheOtherLeavesItAlone(CopyWay way) throws Exception {
        try (EmbeddedStore store = EmbeddedStore.open(folder)) {
            write(store, 1, 10);
            Successor slow = way.begin(store, () -> {});
            way.renew(store);
            write(store, 2, 20);

            assertThatThrownBy(slow::takeOver).isInstanceOf(CancellationException.class);
            slow.close();

            assertThat(store.graph(GRAPH).size()).isEqualTo(20);
            assertThat(databases(folder)).containsExactly("Data-0002");
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
}
