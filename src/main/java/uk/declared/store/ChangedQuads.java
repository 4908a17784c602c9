package uk.declared.store;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdfpatch.changes.RDFChangesBase;
import org.apache.jena.rdfpatch.system.DatasetGraphChanges;
import org.apache.jena.sparql.core.DatasetGraph;
import org.jspecify.annotations.Nullable;

/**
 * The quads of named graphs that were added or taken away, whichever came last. Of very many, only their graphs are known.
 */
final class ChangedQuads {
    private static final int MOST = 200_000;

    private final int most;
    private Map<Node, Set<Triple>> quads = new HashMap<>();
    private Set<Node> graphs = new HashSet<>();
    private int count;

    ChangedQuads() {
        this(MOST);
    }

    /** @param most so many quads are known at most */
    ChangedQuads(int most) {
        this.most = most;
    }

    /** A data set in which whatever is written is noted here. */
    DatasetGraph noting(DatasetGraph dataset) {
        return new DatasetGraphChanges(dataset, new RDFChangesBase() {
            @Override
            public void add(Node graph, Node subject, Node predicate, Node object) {
                note(graph, Triple.create(subject, predicate, object));
            }

            @Override
            public void delete(Node graph, Node subject, Node predicate, Node object) {
                note(graph, Triple.create(subject, predicate, object));
            }
        });
    }

    /** @param graph null, as {@link DatasetGraphChanges} has it, for the one in which the store speaks of itself */
    private void note(@Nullable Node graph, Triple triple) {
        if (graph == null || graphs.contains(graph)) {
            return;
        }
        if (quads.computeIfAbsent(graph, missing -> new HashSet<>()).add(triple) && ++count > most) {
            graphs.addAll(quads.keySet());
            quads.clear();
            count = 0;
        }
    }

    /** Adds what a transaction changed that is committed by now. */
    synchronized void add(ChangedQuads committed) {
        graphs.addAll(committed.graphs);
        committed.graphs.forEach(quads::remove);
        committed.quads.forEach((graph, triples) -> triples.forEach(triple -> note(graph, triple)));
    }

    /** All of it; who reads the store after this sees what was written. */
    synchronized ChangedQuads take() {
        ChangedQuads taken = new ChangedQuads(most);
        taken.quads = quads;
        taken.graphs = graphs;
        taken.count = count;
        quads = new HashMap<>();
        graphs = new HashSet<>();
        count = 0;
        return taken;
    }

    /** The graphs of which any quad may have changed. */
    Set<Node> graphs() {
        return graphs;
    }

    /** What changed in other graphs, by their names. */
    Map<Node, Set<Triple>> quads() {
        return quads;
    }

    /** How many quads are known to have changed. */
    int count() {
        return count;
    }
}
