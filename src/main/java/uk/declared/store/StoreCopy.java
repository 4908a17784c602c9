package uk.declared.store;

import java.util.List;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;

/**
 * A copy of a store that is written to meanwhile. It takes along the graphs that were, in rounds, each of what came in the one before,
 * so that next to nothing is left for the last, in which whoever writes waits. Nothing is worked out anew.
 */
final class StoreCopy implements Successor {
    private static final int ROUNDS = 30;

    /** So few graphs may be left for the last round: some declarations. */
    private static final int FEW = 20;

    private final Connection source;
    private final ChangedGraphs changed;
    private final MadeBeside made;

    /** @param changed the graphs that were written to since it was copied */
    StoreCopy(Connection source, ChangedGraphs changed, MadeBeside made) {
        this.source = source;
        this.changed = changed;
        this.made = made;
    }

    @Override
    public EmbeddedStore store() {
        return made.store();
    }

    @Override
    public void pack() {
        made.pack();
    }

    @Override
    public void takeOver() {
        for (int round = 0; round < ROUNDS && takeAlong() > FEW; round++) {
            // What came meanwhile is for the next one.
        }
        source.withoutWriters(() -> {
            takeAlong();
            source.forget(changed);
            made.takeOver();
        });
    }

    private int takeAlong() {
        Set<Node> names = changed.take();
        source.shared(from -> Txn.calculateRead(from, () -> {
            made.store().write(to -> {
                names.forEach(name -> copy(name, from, to));
                StoreState.copy(from.getDefaultGraph(), to.getDefaultGraph());
                return names;
            });
            return Boolean.TRUE;
        }));
        return names.size();
    }

    private static void copy(Node name, DatasetGraph from, DatasetGraph to) {
        if (!from.containsGraph(name)) {
            to.deleteAny(name, Node.ANY, Node.ANY, Node.ANY);
            return;
        }
        List<Quad> going =
                Iter.toList(Iter.filter(to.find(name, Node.ANY, Node.ANY, Node.ANY), quad -> !from.contains(quad)));
        going.forEach(to::delete);
        from.find(name, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> {
            if (!to.contains(quad)) {
                to.add(quad);
            }
        });
    }

    @Override
    public void close() {
        source.forget(changed);
        made.close();
    }
}
