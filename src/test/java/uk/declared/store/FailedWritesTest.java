package uk.declared.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryFactory;
import org.junit.jupiter.api.Test;

/** What a store is after a write that failed. */
class FailedWritesTest extends StoreFolder {
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

    /** So the JVM says that a page of a mapped file cannot be had, as on a full disk. */
    @Test
    void aMappedFileThatCannotGrowIsADiskWithoutSpaceAndTheStoreGoesOn() throws Exception {
        try (EmbeddedStore store = EmbeddedStore.open(folder)) {
            apply(store, 1, new StoreChange.Add("urn:g", List.of(says("one"))));

            assertThatThrownBy(() -> store.apply(
                            Stream.<StoreChange>generate(() -> {
                                        throw new InternalError(
                                                "a fault occurred in an unsafe memory access operation");
                                    })
                                    .iterator(),
                            new Position(2, "hash2")))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("No space left on device");
            apply(store, 2, new StoreChange.Add("urn:g", List.of(says("two"))));

            assertThat(values(store)).containsExactlyInAnyOrder("one", "two");
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
}
