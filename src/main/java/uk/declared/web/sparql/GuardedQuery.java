package uk.declared.web.sparql;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;

/**
 * A query that the guard let pass.
 *
 * @param query without its own FROM clauses
 * @param defaultGraphs the graphs that make up the default graph; where both lists are empty, it is the union of all
 * @param namedGraphs the graphs that GRAPH may name
 * @param changing whether its answer is another one each time, over the same data
 */
record GuardedQuery(Query query, List<Node> defaultGraphs, List<Node> namedGraphs, boolean changing) {
    boolean choosesGraphs() {
        return !defaultGraphs.isEmpty() || !namedGraphs.isEmpty();
    }
}
