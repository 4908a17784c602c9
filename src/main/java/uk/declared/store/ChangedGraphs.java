package uk.declared.store;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.apache.jena.graph.Node;

/** Names of the graphs that were written to since they were last asked for. */
final class ChangedGraphs {
    private Set<Node> names = new HashSet<>();

    /** @param committed what a write that is committed by now may have changed */
    synchronized void add(Collection<Node> committed) {
        names.addAll(committed);
    }

    /** All of them; who reads the store after this sees what was written to them. */
    synchronized Set<Node> take() {
        Set<Node> taken = names;
        names = new HashSet<>();
        return taken;
    }
}
