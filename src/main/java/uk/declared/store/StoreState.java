package uk.declared.store;

import java.util.Optional;
import java.util.UUID;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * What a store says of itself: how far the record has been applied to it, and a name for the state that it is in. Both
 * are triples of the real default graph, written in the transaction that writes the data.
 */
final class StoreState {
    private static final Node STORE = NodeFactory.createURI("urn:x-declared:store");
    private static final Node APPLIED = NodeFactory.createURI("urn:x-declared:applied");
    private static final Node VERSION = NodeFactory.createURI("urn:x-declared:version");

    private StoreState() {}

    static Position position(DatasetGraph dataset) {
        return value(APPLIED, dataset).map(StoreState::parse).orElse(Position.START);
    }

    static String version(DatasetGraph dataset) {
        return value(VERSION, dataset).orElse("0");
    }

    /** Writes the position, and a version that no store has had before, so that it tells rebuilt stores apart too. */
    static void write(Position position, DatasetGraph dataset) {
        put(APPLIED, position.sequence() + " " + position.hash(), dataset);
        put(VERSION, Long.toHexString(UUID.randomUUID().getMostSignificantBits()), dataset);
    }

    private static Optional<String> value(Node property, DatasetGraph dataset) {
        return dataset.getDefaultGraph().stream(STORE, property, Node.ANY)
                .findFirst()
                .map(triple -> triple.getObject().getLiteralLexicalForm());
    }

    private static void put(Node property, String value, DatasetGraph dataset) {
        Graph graph = dataset.getDefaultGraph();
        graph.remove(STORE, property, Node.ANY);
        graph.add(Triple.create(STORE, property, NodeFactory.createLiteralString(value)));
    }

    private static Position parse(String text) {
        int space = text.indexOf(' ');
        return new Position(Long.parseLong(text.substring(0, space)), text.substring(space + 1));
    }
}
