package uk.declared.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;

class EmbeddedStoreTest extends StoreFolder {
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
}
