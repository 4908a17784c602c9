package uk.declared.dump;

import java.net.URI;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import uk.declared.ground.Shipped;
import uk.declared.linkeddata.Licences;
import uk.declared.store.Store;

/**
 * Which graphs are under open licences, so that they may be passed on together. A graph of which no licence is stated is not.
 */
public final class GraphLicences {
    private static final Query LICENCES = query("graph-licences.rq");

    private final Set<String> open;
    private final boolean hasClosed;

    private GraphLicences(Set<String> open, boolean hasClosed) {
        this.open = open;
        this.hasClosed = hasClosed;
    }

    /** As the store states them now. */
    public static GraphLicences of(Store store) {
        Set<String> open = new HashSet<>();
        Set<String> closed = new HashSet<>();
        store.select(LICENCES, Map.of(), rows -> {
            while (rows.hasNext()) {
                Binding row = rows.next();
                Node graph = row.get("graph");
                if (graph.isURI()) {
                    (isOpen(row) ? open : closed).add(graph.getURI());
                }
            }
            return rows;
        });
        open.removeAll(closed);
        return new GraphLicences(open, !closed.isEmpty());
    }

    private static boolean isOpen(Binding row) {
        Node licence = row.get("licence");
        return licence != null && licence.isURI() && Licences.isOpen(URI.create(licence.getURI()));
    }

    /** Whether everything in a graph is under open licences. */
    public boolean isOpen(String graph) {
        return open.contains(graph);
    }

    /** Whether anything is said to be under other licences, or under none that is known. */
    public boolean hasClosed() {
        return hasClosed;
    }

    private static Query query(String name) {
        return QueryFactory.create(Shipped.text(GraphLicences.class, name));
    }
}
