package uk.declared.web.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.folder.DerivedFiles;
import uk.declared.store.EmbeddedStore;
import uk.declared.store.Position;
import uk.declared.store.Store;
import uk.declared.store.StoreChange;
import uk.declared.web.stored.Row;

/** Lists outlive the process, and say of which state of the store they are. */
class ListedRowsTest {
    @TempDir
    private Path folder;

    private static void elections(Store store, long sequence, String... names) {
        Graph graph = GraphFactory.createDefaultGraph();
        for (String name : names) {
            RDFParser.fromString(
                            "PREFIX le: <https://w3id.org/local-elections#> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>"
                                    + " <https://example.org/contest/" + name + "> le:election <https://example.org/"
                                    + name + "> ; le:seatsFilled 2 ."
                                    + " <https://example.org/" + name
                                    + "> le:electedBody <https://example.org/council> ; le:pollingDate \"2026-05-07\"^^xsd:date ."
                                    + " <https://example.org/council> <http://www.w3.org/2000/01/rdf-schema#label> \"Môn “Ynys”\\n\"@cy .",
                            Lang.TURTLE)
                    .parse(graph);
        }
        List<Triple> triples = graph.find().toList();
        store.apply(
                List.<StoreChange>of(new StoreChange.Replace("urn:g", triples)).iterator(),
                new Position(sequence, "hash" + sequence));
    }

    private ListedRows lists(Store store) {
        return new ListedRows(store, DerivedFiles.in(folder));
    }

    /** A store that can say its version, and must not be asked anything else. */
    private static Store silent(String version) {
        return (Store) Proxy.newProxyInstance(
                Store.class.getClassLoader(), new Class<?>[] {Store.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("version")) {
                        return version;
                    }
                    if (method.getName().equals("versionIfThere")) {
                        return Optional.of(version);
                    }
                    throw new IllegalStateException("The store was asked: " + method.getName());
                });
    }

    @Test
    void whatWasListedIsThereAfterAStartWithoutTheStoreBeingAsked() {
        try (EmbeddedStore store = EmbeddedStore.inMemory()) {
            elections(store, 1, "one", "two");
            ListedRows before = lists(store);
            List<Row> listed = before.page("elections", 1, 10);
            before.keep();

            List<Row> after = lists(silent(store.version())).page("elections", 1, 10);

            assertThat(after).isEqualTo(listed).hasSize(2);
            assertThat(after.get(0).text("bodyLabel")).contains("Môn “Ynys”\n");
            assertThat(after.get(0).integer("seats")).contains(2);
        }
    }

    @Test
    void whatIsThereFromBeforeIsNotGivenWhereSomethingWasPublishedSince() {
        try (EmbeddedStore store = EmbeddedStore.inMemory()) {
            elections(store, 1, "one");
            ListedRows before = lists(store);
            before.page("elections", 1, 10);
            before.keep();
            ListedRows after = lists(silent("another version"));

            assertThatThrownBy(() -> after.page("elections", 1, 10)).hasMessageContaining("The store was asked");
        }
    }

    @Test
    void whatWasPublishedSinceIsListed() {
        try (EmbeddedStore store = EmbeddedStore.inMemory()) {
            elections(store, 1, "one");
            ListedRows before = lists(store);
            before.page("elections", 1, 10);
            before.keep();
            elections(store, 2, "one", "two");

            assertThat(lists(store).page("elections", 1, 10)).hasSize(2);
        }
    }

    @Test
    void listsAboutSomethingAreNotKept() {
        try (EmbeddedStore store = EmbeddedStore.inMemory()) {
            elections(store, 1, "one");
            ListedRows before = lists(store);
            assertThat(before.page("elections-of-year", Map.of("year", NodeFactory.createLiteralByValue(2026)), 1, 10))
                    .hasSize(1);
            before.keep();

            assertThat(new ListFile(DerivedFiles.in(folder).of("lists")).read()).isEmpty();
        }
    }

    @Test
    void aFileThatCannotBeReadHoldsNothing() throws Exception {
        Path lists = DerivedFiles.in(folder).of("lists");
        for (String text : List.of(
                "",
                "{",
                "[]",
                "{\"format\":0,\"lists\":[]}",
                "{\"format\":1}",
                "{\"format\":1,\"lists\":[{}]}",
                "{\"format\":1,\"lists\":[{\"query\":\"q\",\"rows\":[]}]}",
                "{\"format\":1,\"lists\":[{\"query\":\"q\",\"version\":\"v\",\"rows\":[{\"x\":\"<\"}]}]}")) {
            Files.writeString(lists.resolve("lists.json"), text);

            assertThat(new ListFile(lists).read()).as(text).isEmpty();
        }
    }
}
