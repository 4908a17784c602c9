package uk.declared.store;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;

/**
 * A copy of a store that is written to meanwhile. It takes along what was, in rounds, each of what came in the one before,
 * so that next to nothing is left for the last, in which whoever writes waits. Nothing is worked out anew.
 */
final class StoreCopy implements Successor {
    private static final int ROUNDS = 30;

    /** So few quads may be left for the last round: some declarations. */
    private static final int FEW = 2_000;

    private final Connection source;
    private final Path copied;
    private final ChangedQuads changed;
    private final MadeBeside made;

    /**
     * @param copied the folder that it is a copy of
     * @param changed what was written since
     */
    StoreCopy(Connection source, Path copied, ChangedQuads changed, MadeBeside made) {
        this.source = source;
        this.copied = copied;
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

    /** @throws CancellationException where another successor has taken over since this one was begun */
    @Override
    public void takeOver() {
        for (int round = 0; round < ROUNDS && takeAlong() > FEW; round++) {
            // What came meanwhile is for the next one.
        }
        source.withoutWriters(() -> {
            if (!source.folder().equals(copied)) {
                throw new CancellationException("Another store has taken the place of the one that was copied");
            }
            takeAlong();
            source.forget(changed);
            made.takeOver();
        });
    }

    /** Returns how much it was, by the number of quads. */
    private int takeAlong() {
        ChangedQuads taken = changed.take();
        return source.shared(from -> Txn.calculateRead(from, () -> {
            made.store().write(to -> {
                taken.graphs().forEach(name -> copy(name, from, to));
                taken.quads().forEach((name, triples) -> triples.forEach(triple -> copy(name, triple, from, to)));
                StoreState.copy(from.getDefaultGraph(), to.getDefaultGraph());
            });
            return taken.graphs().isEmpty() ? taken.count() : Integer.MAX_VALUE;
        }));
    }

    private static void copy(Node name, Triple triple, DatasetGraph from, DatasetGraph to) {
        Quad quad = Quad.create(name, triple);
        if (from.contains(quad)) {
            to.add(quad);
        } else {
            to.delete(quad);
        }
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
