package uk.declared.store.remote;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;
import uk.declared.ground.Shipped;

/** Asks a store for statements as they stand there. */
final class StoredQuads {
    static final Var GRAPH = Var.alloc("graph");
    static final Var SUBJECT = Var.alloc("subject");
    static final Var PROPERTY = Var.alloc("property");
    static final Var VALUE = Var.alloc("value");

    static final Query QUADS = query("quads");
    private static final Query UNION = query("union");
    private static final Query GRAPHS = query("graphs");
    private static final Query ANYTHING = query("holds-anything");
    private static final Query TIMES_SEEN = query("times-seen");

    private static final Duration SOON = Duration.ofSeconds(5);

    /** What an IRI may not have in SPARQL (its grammar, IRIREF). */
    private static final Pattern NO_ADDRESS = Pattern.compile("[\\x00-\\x20<>\"{}|^`\\\\]");

    /** So many names are asked for at once. */
    private static final int AT_ONCE = 200;

    private final RemoteService service;

    StoredQuads(RemoteService service) {
        this.service = service;
    }

    private static Query query(String name) {
        return QueryFactory.create(Shipped.text(StoredQuads.class, name + ".rq"));
    }

    /** The statements of graphs; {@link Node#ANY} stands for any. */
    List<Quad> find(Node graph, Node subject, Node property, Node value) {
        if (isNowhere(graph, subject, property, value)) {
            return List.of();
        }
        return service.rows(QUADS, values(graph, subject, property, value)).stream()
                .map(StoredQuads::quad)
                .toList();
    }

    /** The statements of the union of all graphs. */
    List<Quad> findInUnion(Node subject, Node property, Node value) {
        if (isNowhere(subject, property, value)) {
            return List.of();
        }
        return service.rows(UNION, values(Node.ANY, subject, property, value)).stream()
                .map(row -> Quad.create(Quad.unionGraph, row.get(SUBJECT), row.get(PROPERTY), row.get(VALUE)))
                .toList();
    }

    /** The statements of several graphs, or about several things: whatever a variable is to be. */
    List<Quad> all(Var variable, Collection<Node> values) {
        List<Quad> found = new ArrayList<>();
        Iterator<Node> each = values.iterator();
        while (each.hasNext()) {
            ElementData some = new ElementData();
            some.add(variable);
            while (each.hasNext() && some.getRows().size() < AT_ONCE) {
                some.add(BindingFactory.binding(variable, each.next()));
            }
            service.rows(among(some), Map.of()).forEach(row -> found.add(quad(row)));
        }
        return found;
    }

    /** Values stand before the pattern: after it some engines would look at all that they have first. */
    private static Query among(ElementData values) {
        ElementGroup group = new ElementGroup();
        group.addElement(values);
        group.addElement(QUADS.getQueryPattern());
        Query query = QUADS.cloneQuery();
        query.setQueryPattern(group);
        return query;
    }

    List<Node> graphs() {
        return service.rows(GRAPHS, Map.of()).stream()
                .map(row -> row.get(GRAPH))
                .toList();
    }

    /** Whether a graph, or any, holds anything. */
    boolean holdsAnything(Node graph) {
        return !isNowhere(graph) && service.ask(ANYTHING, values(graph, Node.ANY, Node.ANY, Node.ANY));
    }

    /** What a small graph says, from a store that is taken for one that does not answer where it takes long. */
    List<Triple> small(Node graph) {
        Query query = RemoteService.with(QUADS, Map.of(GRAPH, graph));
        return service.select(
                query,
                SOON,
                rows -> rows.stream().map(row -> quad(row).asTriple()).toList());
    }

    /** How many rows a query has for a statement that two graphs have. */
    int timesSeen(Triple statement) {
        return service.rows(
                        TIMES_SEEN,
                        values(Node.ANY, statement.getSubject(), statement.getPredicate(), statement.getObject()))
                .size();
    }

    static Quad quad(Binding row) {
        return Quad.create(row.get(GRAPH), row.get(SUBJECT), row.get(PROPERTY), row.get(VALUE));
    }

    /**
     * Whether a store can hold nothing that it is asked for by one of these: a blank node has no name by which another process could
     * know it, and an address with a space, say, is none.
     */
    static boolean isNowhere(Node... nodes) {
        return Arrays.stream(nodes)
                .anyMatch(node -> node.isBlank()
                        || (node.isURI() && NO_ADDRESS.matcher(node.getURI()).find()));
    }

    private static Map<Var, Node> values(Node graph, Node subject, Node property, Node value) {
        Map<Var, Node> values = new HashMap<>();
        put(values, GRAPH, graph);
        put(values, SUBJECT, subject);
        put(values, PROPERTY, property);
        put(values, VALUE, value);
        return values;
    }

    private static void put(Map<Var, Node> values, Var variable, Node node) {
        if (node.isConcrete()) {
            values.put(variable, node);
        }
    }
}
