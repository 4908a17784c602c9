package uk.declared.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.io.TempDir;

/** A folder for a store, and the little that tests say in it. */
abstract class StoreFolder {
    static final Node THING = NodeFactory.createURI("urn:thing");
    static final Node SAYS = NodeFactory.createURI("urn:says");

    @TempDir
    Path folder;

    static void pause(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static void apply(Store store, long sequence, StoreChange... changes) {
        store.apply(List.of(changes).iterator(), new Position(sequence, "hash" + sequence));
    }

    static List<String> values(Store store) {
        return store.select(QueryFactory.create("SELECT ?o { ?s <urn:says> ?o }"), Map.of(), rows -> {
            List<String> values = new ArrayList<>();
            rows.forEachRemaining(row -> values.add(row.get("o").getLiteralLexicalForm()));
            return values;
        });
    }

    static Triple says(String text) {
        return Triple.create(THING, SAYS, text(text));
    }

    static Triple label(String text) {
        return Triple.create(THING, RDFS.Nodes.label, text(text));
    }

    static Node text(String text) {
        return NodeFactory.createLiteralString(text);
    }
}
