package uk.declared.store;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;

/** Answers queries about what is published. */
@FunctionalInterface
public interface Rows {
    /**
     * The rows of a SELECT query, as copies.
     *
     * @param bindings values for variables of the query, by name without the question mark
     */
    List<Binding> of(Query query, Map<String, Node> bindings);

    /** The rows that a graph gives. */
    static Rows in(Graph graph) {
        return (query, bindings) -> {
            var builder = QueryExec.graph(graph).query(query);
            bindings.forEach((name, value) -> builder.substitution(Var.alloc(name), value));
            try (QueryExec execution = builder.build()) {
                return execution.select().stream().map(Binding::detach).toList();
            }
        };
    }
}
