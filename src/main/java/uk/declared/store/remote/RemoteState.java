package uk.declared.store.remote;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.jspecify.annotations.Nullable;
import uk.declared.store.ForeignStoreException;
import uk.declared.store.Origin;
import uk.declared.store.Position;
import uk.declared.store.StoreState;

/**
 * What a store elsewhere says of itself, in a graph of its own; asked for again after a second, should it have been exchanged. One
 * statement of it stands in a second graph too, which shows what queries make of that.
 */
final class RemoteState {
    /** With this begin the names of the graphs that are no data. */
    static final String OWN = "urn:x-declared:";

    private static final Node GRAPH = NodeFactory.createURI(OWN + "store");
    private static final Node GRAPH_TOO = NodeFactory.createURI(OWN + "store-too");
    private static final Triple IN_BOTH = Triple.create(
            GRAPH, NodeFactory.createURI(OWN + "stands"), NodeFactory.createLiteralString("in two graphs"));

    /** A store that is not ours becomes so by somebody's doing alone. */
    private static final Duration FOREIGN = Duration.ofSeconds(10);

    private static final long HOLDS_NANOS = 1_000_000_000L;

    /** Who holds it changes the store; those who read go on meanwhile. */
    final Object turn = new Object();

    private final RemoteService service;
    private final StoredQuads stored;
    private final Optional<Origin> origin;
    private boolean seen;
    private Position told = Position.START;
    private @Nullable Graph known;
    private long read;

    /** @param origin whose the store is to be; whoever's it is where that is absent */
    RemoteState(RemoteService service, StoredQuads stored, Optional<Origin> origin) {
        this.service = service;
        this.stored = stored;
        this.origin = origin;
    }

    synchronized Graph current() {
        Graph there = known;
        return there != null && System.nanoTime() - read < HOLDS_NANOS ? there : readNow();
    }

    /**
     * @throws IllegalStateException where queries do not see the graphs of the store
     * @throws ForeignStoreException where the store is another record's, or somebody else's
     */
    synchronized Graph readNow() {
        boolean looked = seen;
        // Whoever does not answer may be another one when it answers again.
        seen = false;
        known = null;
        Graph graph = GraphFactory.createDefaultGraph();
        stored.small(GRAPH).forEach(graph::add);
        origin.ifPresent(of -> requireToBe(of, graph));
        if (!looked && !graph.isEmpty()) {
            look();
        }
        seen = !graph.isEmpty();
        known = graph;
        read = System.nanoTime();
        return graph;
    }

    /** Keeps how far the record has been applied, as somebody was told who is going to apply what follows. */
    synchronized Position told(Position applied) {
        told = applied;
        return applied;
    }

    /** @throws uk.declared.store.StoreUnavailableException where the store is not what it was a moment ago, and what follows does not fit */
    synchronized void requireAsTold(Position applied) {
        if (!applied.equals(told)) {
            known = null;
            throw service.changed();
        }
    }

    private void requireToBe(Origin of, Graph graph) {
        if (graph.isEmpty()) {
            requireEmpty();
        } else if (!Mark.isOf(of, graph)) {
            throw ForeignStoreException.ofRecord(service.name(), Mark.of(graph), Mark.of(of), FOREIGN);
        }
    }

    /** @throws ForeignStoreException where the store says nothing of itself, and holds something */
    void requireEmpty() {
        if (stored.holdsAnything(Node.ANY)) {
            throw ForeignStoreException.ofGraphs(service.name(), FOREIGN);
        }
    }

    private void look() {
        int times = stored.timesSeen(IN_BOTH);
        if (times == 0) {
            throw new IllegalStateException(
                    "Queries to the store at " + service.name()
                            + " do not see its named graphs. Have its default graph be the union of them, as docs/operations.md shows.");
        }
        service.unionIsSet(times == 1);
    }

    /** Writes it anew. */
    void write(Position applied, Position derived, DatasetGraph dataset) {
        Graph graph = dataset.getGraph(GRAPH);
        origin.ifPresent(of -> Mark.write(of, graph));
        StoreState.write(applied, graph);
        StoreState.writeDerived(derived, graph);
        for (Node both : List.of(GRAPH, GRAPH_TOO)) {
            dataset.getGraph(both).add(IN_BOTH);
        }
    }
}
