package uk.declared.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStoreTest {
    private static final Node THING = NodeFactory.createURI("urn:thing");
    private static final Node SAYS = NodeFactory.createURI("urn:says");

    @TempDir
    private Path folder;

    @Test
    void aGraphIsReplacedAsAWhole() {
        try (EmbeddedStore store = EmbeddedStore.inMemory()) {
            apply(store, 1, new StoreChange.Replace("urn:g", List.of(says("one"), says("two"))));
            apply(store, 2, new StoreChange.Replace("urn:g", List.of(says("three"))));

            assertThat(store.graph("urn:g").find().toList()).containsExactly(says("three"));
        }
    }

    @Test
    void aQuerySeesTheUnionOfAllGraphs() {
        try (EmbeddedStore store = EmbeddedStore.inMemory()) {
            apply(
                    store,
                    1,
                    new StoreChange.Add("urn:g1", List.of(says("one"))),
                    new StoreChange.Add("urn:g2", List.of(says("two"))));

            assertThat(values(store)).containsExactlyInAnyOrder("one", "two");
        }
    }

    @Test
    void thePositionIsKeptWithTheDataAndNoQuerySeesIt() throws Exception {
        try (EmbeddedStore store = EmbeddedStore.open(folder)) {
            assertThat(store.applied()).isEqualTo(Position.START);
            apply(store, 7, new StoreChange.Add("urn:g", List.of(says("one"))));
        }
        try (EmbeddedStore store = EmbeddedStore.open(folder)) {
            assertThat(store.applied()).isEqualTo(new Position(7, "hash7"));
            assertThat(store.ask(QueryFactory.create("ASK { ?s <urn:x-declared:applied> ?o }"), Map.of()))
                    .isFalse();
            assertThat(store.ask(QueryFactory.create("ASK { GRAPH ?g { ?s <urn:x-declared:applied> ?o } }"), Map.of()))
                    .isFalse();
        }
    }

    @Test
    void aThingKeepsItsFirstLabelAndTakesOthersAsFurtherNames() {
        try (EmbeddedStore store = EmbeddedStore.inMemory()) {
            apply(store, 1, new StoreChange.Describe("urn:g", List.of(label("Green Party"))));
            apply(store, 2, new StoreChange.Describe("urn:g", List.of(label("The Green Party"))));
            apply(store, 3, new StoreChange.Describe("urn:g", List.of(label("Green Party"))));

            assertThat(store.graph("urn:g").find().toList())
                    .containsExactlyInAnyOrder(
                            label("Green Party"),
                            Triple.create(THING, SKOS.altLabel.asNode(), text("The Green Party")));
        }
    }

    @Test
    void aValueIsBoundNotPasted() {
        try (EmbeddedStore store = EmbeddedStore.inMemory()) {
            apply(store, 1, new StoreChange.Add("urn:g", List.of(says("\" } #"))));

            boolean found =
                    store.ask(QueryFactory.create("ASK { ?s <urn:says> ?value }"), Map.of("value", text("\" } #")));

            assertThat(found).isTrue();
        }
    }

    /** Jena GH-3877: without a new connection after the abort, reading what is written next fails. */
    @Test
    void afterAWriteThatFailsTheStoreCanBeWrittenAndReadAgain() throws Exception {
        try (EmbeddedStore store = EmbeddedStore.open(folder)) {
            apply(store, 1, new StoreChange.Add("urn:g", List.of(says("kept"))));

            assertThatThrownBy(() -> store.apply(fiveThousandThenFailure(), new Position(2, "lost")))
                    .hasMessage("the source of changes failed");
            List<Triple> many = new ArrayList<>();
            for (int i = 0; i < 5_000; i++) {
                many.add(says("lost " + i));
            }
            apply(store, 2, new StoreChange.Add("urn:g", many));

            assertThat(values(store)).hasSize(5_001).contains("kept", "lost 4999");
            assertThat(store.applied()).isEqualTo(new Position(2, "hash2"));
        }
        try (EmbeddedStore store = EmbeddedStore.open(folder)) {
            assertThat(values(store)).hasSize(5_001);
        }
    }

    @Test
    void aDataSetThatWasLentCannotBeKept() throws Exception {
        try (EmbeddedStore store = EmbeddedStore.open(folder)) {
            apply(store, 1, new StoreChange.Add("urn:g", List.of(says("one"))));

            DatasetGraph kept = store.lend(dataset -> dataset);

            assertThatThrownBy(() -> kept.contains(Node.ANY, Node.ANY, Node.ANY, Node.ANY))
                    .hasMessageContaining("after it was given back");
        }
    }

    @Test
    void whereTheStoreCannotBeOpenedAnewAtOnceTheNextUseTriesAgain() throws Exception {
        try (EmbeddedStore store = EmbeddedStore.open(folder)) {
            apply(store, 1, new StoreChange.Add("urn:g", List.of(says("kept"))));
            Path data = folder.resolve("Data-0001");
            Path aside = folder.resolve("aside");

            assertThatThrownBy(() -> store.apply(whileTheFolderIsAFile(data, aside), new Position(2, "lost")))
                    .hasMessage("the source of changes failed");
            assertThatThrownBy(() -> values(store)).isInstanceOf(RuntimeException.class);
            Files.delete(data);
            Files.move(aside, data);

            assertThat(values(store)).containsExactly("kept");
            apply(store, 2, new StoreChange.Add("urn:g", List.of(says("after"))));
            assertThat(values(store)).containsExactlyInAnyOrder("kept", "after");
        }
    }

    /** Fails, and leaves a folder that no database can be opened in. */
    private static Iterator<StoreChange> whileTheFolderIsAFile(Path data, Path aside) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public StoreChange next() {
                try {
                    Files.move(data, aside);
                    Files.writeString(data, "no folder");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                throw new IllegalStateException("the source of changes failed");
            }
        };
    }

    @Test
    void aStoreInMemoryToleratesAWriteThatFails() {
        try (EmbeddedStore store = EmbeddedStore.inMemory()) {
            apply(store, 1, new StoreChange.Add("urn:g", List.of(says("kept"))));

            assertThatThrownBy(() -> store.apply(fiveThousandThenFailure(), new Position(2, "lost")))
                    .hasMessage("the source of changes failed");
            apply(store, 2, new StoreChange.Add("urn:g", List.of(says("after"))));

            assertThat(values(store)).containsExactlyInAnyOrder("kept", "after");
        }
    }

    @Test
    void aWriteThatFailsWaitsForReadsUnderWay() throws Exception {
        try (EmbeddedStore store = EmbeddedStore.open(folder)) {
            apply(store, 1, new StoreChange.Add("urn:g", List.of(says("kept"))));
            CountDownLatch reading = new CountDownLatch(1);
            CompletableFuture<List<String>> slowRead = CompletableFuture.supplyAsync(() ->
                    store.select(QueryFactory.create("SELECT ?o { ?s <urn:says> ?o }"), Map.of(), rows -> {
                        reading.countDown();
                        pause(Duration.ofMillis(500));
                        List<String> values = new ArrayList<>();
                        rows.forEachRemaining(row -> values.add(row.get("o").getLiteralLexicalForm()));
                        return values;
                    }));
            reading.await();

            assertThatThrownBy(() -> store.apply(fiveThousandThenFailure(), new Position(2, "lost")))
                    .hasMessage("the source of changes failed");

            assertThat(slowRead.get(5, TimeUnit.SECONDS)).containsExactly("kept");
            assertThat(values(store)).containsExactly("kept");
        }
    }

    @Test
    void theVersionChangesWithEveryCommitAndOutlivesARestart() throws Exception {
        String before;
        try (EmbeddedStore store = EmbeddedStore.open(folder)) {
            String empty = store.version();
            apply(store, 1, new StoreChange.Add("urn:g", List.of(says("one"))));
            before = store.version();
            assertThat(before).isNotEqualTo(empty);
        }
        try (EmbeddedStore store = EmbeddedStore.open(folder)) {
            assertThat(store.version()).isEqualTo(before);
            apply(store, 1, new StoreChange.Add("urn:g", List.of(says("one"))));
            assertThat(store.version()).isNotEqualTo(before);
        }
    }

    @Test
    void aQueryThatTakesTooLongIsGivenUp() throws Exception {
        try (EmbeddedStore store = EmbeddedStore.open(folder, Duration.ofMillis(200))) {
            List<Triple> many = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                many.add(says("value " + i));
            }
            apply(store, 1, new StoreChange.Add("urn:g", many));
            Query endless = QueryFactory.create("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }");

            assertThatThrownBy(() ->
                            store.select(endless, Map.of(), rows -> rows.next().get("n")))
                    .isInstanceOf(QueryCancelledException.class);
        }
    }

    @Test
    void ourOwnWorkHasNoLimit() throws Exception {
        try (EmbeddedStore store = EmbeddedStore.open(folder, Duration.ofMillis(1))) {
            List<Triple> many = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                many.add(says("value " + i));
            }
            apply(store, 1, new StoreChange.Add("urn:g", many));
            Query slow = QueryFactory.create("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f }");

            String counted = store.patient()
                    .select(slow, Map.of(), rows -> rows.next().get("n").getLiteralLexicalForm());

            assertThat(counted).isEqualTo("1000000");
            assertThatThrownBy(() ->
                            store.select(slow, Map.of(), rows -> rows.next().get("n")))
                    .isInstanceOf(QueryCancelledException.class);
        }
    }

    @Test
    void aFolderThatAnotherProcessHoldsIsRefusedInPlainWords() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoreHolder.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader said = other.inputReader()) {
            assertThat(said.readLine()).isEqualTo("held");

            assertThatThrownBy(() -> EmbeddedStore.open(folder))
                    .isInstanceOf(StoreInUseException.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("in use by another process");
        } finally {
            other.destroy();
            other.waitFor();
        }
        EmbeddedStore.open(folder).close();
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Iterator<StoreChange> fiveThousandThenFailure() {
        return new Iterator<>() {
            private int given;

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public StoreChange next() {
                if (given == 5_000) {
                    throw new IllegalStateException("the source of changes failed");
                }
                return new StoreChange.Add("urn:lost", List.of(says("lost " + given++)));
            }
        };
    }

    private static void apply(Store store, long sequence, StoreChange... changes) {
        store.apply(List.of(changes).iterator(), new Position(sequence, "hash" + sequence));
    }

    private static List<String> values(Store store) {
        return store.select(QueryFactory.create("SELECT ?o { ?s <urn:says> ?o }"), Map.of(), rows -> {
            List<String> values = new ArrayList<>();
            rows.forEachRemaining(row -> values.add(row.get("o").getLiteralLexicalForm()));
            return values;
        });
    }

    private static Triple says(String text) {
        return Triple.create(THING, SAYS, text(text));
    }

    private static Triple label(String text) {
        return Triple.create(THING, RDFS.Nodes.label, text(text));
    }

    private static Node text(String text) {
        return NodeFactory.createLiteralString(text);
    }
}
