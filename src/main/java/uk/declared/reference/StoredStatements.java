package uk.declared.reference;

import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import uk.declared.ground.Shipped;
import uk.declared.store.Store;

/** Reads the statements of a release from the store, one after another. */
final class StoredStatements {
    private StoredStatements() {}

    /** What is done with a statement; the property is given by the last part of its name. */
    @FunctionalInterface
    interface Consumer {
        void accept(String subject, String property, Node value);
    }

    /** @param query the name of its file in this room, whose rows are ?subject, ?property and ?value of ?graph */
    static void read(Store store, String query, String graph, Consumer consumer) {
        Query parsed = QueryFactory.create(text(query));
        store.select(parsed, Map.of("graph", NodeFactory.createURI(graph)), rows -> {
            rows.forEachRemaining((Binding row) -> consumer.accept(
                    row.get("subject").getURI(), localName(row.get("property").getURI()), row.get("value")));
            return graph;
        });
    }

    private static String localName(String property) {
        return property.substring(property.lastIndexOf('#') + 1);
    }

    private static String text(String name) {
        return Shipped.text(StoredStatements.class, name);
    }
}
