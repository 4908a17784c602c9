package uk.declared.store;

import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.rdfpatch.RDFChanges;
import org.apache.jena.rdfpatch.changes.RDFChangesWrapper;

/** Notes which named graphs a patch changes. */
final class PatchedGraphs extends RDFChangesWrapper {
    private final Set<Node> names;

    PatchedGraphs(RDFChanges changes, Set<Node> names) {
        super(changes);
        this.names = names;
    }

    @Override
    public void add(Node graph, Node subject, Node predicate, Node object) {
        names.add(graph);
        super.add(graph, subject, predicate, object);
    }

    @Override
    public void delete(Node graph, Node subject, Node predicate, Node object) {
        names.add(graph);
        super.delete(graph, subject, predicate, object);
    }
}
