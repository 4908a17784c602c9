package uk.declared.store;

import java.util.Optional;
import java.util.UUID;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/**
 * What a store says of itself: how far the record has been applied to it, and a name for the state that it is in. These
 * are triples of one graph, written in the transaction that writes the data.
 */
public final class StoreState {
    private static final Node STORE = NodeFactory.createURI("urn:x-declared:store");
    private static final Node APPLIED = NodeFactory.createURI("urn:x-declared:applied");
    private static final Node DERIVED = NodeFactory.createURI("urn:x-declared:derived");
    private static final Node VERSION = NodeFactory.createURI("urn:x-declared:version");
    private static final Node PROJECTION = NodeFactory.createURI("urn:x-declared:projection");

    private StoreState() {}

    /** How far the record has been applied: not at all where the store says two things of it. */
    public static Position position(Graph graph) {
        return isTorn(graph)
                ? Position.START
                : value(APPLIED, graph).map(StoreState::parse).orElse(Position.START);
    }

    /** Whether two writers who did not know of each other were at it, so that nobody knows what it holds. */
    public static boolean isTorn(Graph graph) {
        return graph.stream(STORE, VERSION, Node.ANY).count() > 1;
    }

    public static String version(Graph graph) {
        return value(VERSION, graph).orElse("0");
    }

    /** What the store was made by, of which {@link ProjectionVersion} tells; what this program writes, where nothing was applied yet. */
    public static int projection(Graph graph) {
        return value(PROJECTION, graph)
                .map(Integer::parseInt)
                .orElse(
                        graph.contains(STORE, APPLIED, Node.ANY)
                                ? ProjectionVersion.UNSAID
                                : ProjectionVersion.CURRENT);
    }

    /**
     * Writes the position, and a version that no store has had before, so that it tells rebuilt stores apart too. What is
     * applied to a store that was made otherwise does not make it one of today's.
     */
    public static void write(Position position, Graph graph) {
        put(PROJECTION, Integer.toString(projection(graph)), graph);
        put(APPLIED, text(position), graph);
        put(VERSION, Long.toHexString(UUID.randomUUID().getMostSignificantBits()), graph);
    }

    /** Writes of a copy what a store says of itself: it is in the same state. */
    static void copy(Graph graph, Graph copy) {
        put(PROJECTION, Integer.toString(projection(graph)), copy);
        put(APPLIED, text(position(graph)), copy);
        put(VERSION, version(graph), copy);
    }

    private static Optional<String> value(Node property, Graph graph) {
        return graph.stream(STORE, property, Node.ANY)
                .findFirst()
                .map(triple -> triple.getObject().getLiteralLexicalForm());
    }

    private static void put(Node property, String value, Graph graph) {
        graph.remove(STORE, property, Node.ANY);
        graph.add(Triple.create(STORE, property, NodeFactory.createLiteralString(value)));
    }

    /** How far what follows from other graphs has been derived: as far as the record has been applied, where nothing else is said. */
    public static Position derived(Graph graph) {
        return isTorn(graph)
                ? Position.START
                : value(DERIVED, graph).map(StoreState::parse).orElseGet(() -> position(graph));
    }

    /** Writes how far what follows from other graphs has been derived, where that is not as far as the record has been applied. */
    public static void writeDerived(Position position, Graph graph) {
        if (position.equals(position(graph))) {
            graph.remove(STORE, DERIVED, Node.ANY);
        } else {
            put(DERIVED, text(position), graph);
        }
    }

    private static String text(Position position) {
        return position.sequence() + " " + position.hash();
    }

    private static Position parse(String text) {
        int space = text.indexOf(' ');
        return new Position(Long.parseLong(text.substring(0, space)), text.substring(space + 1));
    }
}
