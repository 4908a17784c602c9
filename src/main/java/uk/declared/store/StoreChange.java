package uk.declared.store;

import java.util.Collection;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** One change to one named graph. */
public sealed interface StoreChange {
    /** The graph's name. */
    String graph();

    /** Puts these triples in the place of all that the graph holds. */
    record Replace(String graph, Collection<Triple> triples) implements StoreChange {}

    /** Adds these triples to what the graph holds. */
    record Add(String graph, Collection<Triple> triples) implements StoreChange {}

    /** Puts these triples in the place of all that the graph says about a subject. */
    record Restate(String graph, Node subject, Collection<Triple> triples) implements StoreChange {}

    /**
     * Puts a release of reference data in the place of those that it supersedes. Its names for things stand before those
     * in the graphs beneath it, where they become further names; and after those in the graphs above it. What only a
     * superseded release named keeps that name in the graphs beneath.
     *
     * @param superseded names of the graphs that go
     * @param above names of the graphs whose names for things come first
     * @param beneath names of the graphs whose names for things come after
     */
    record Release(
            String graph,
            Iterable<Triple> triples,
            Collection<String> superseded,
            Collection<String> above,
            Collection<String> beneath)
            implements StoreChange {}

    /**
     * Adds descriptions of things that several sources name. A thing keeps the {@code rdfs:label} that it has in any
     * graph; a further name becomes a {@code skos:altLabel}.
     */
    record Describe(String graph, Collection<Triple> triples) implements StoreChange {}

    /**
     * Puts what follows from the other graphs in the place of all that the graph holds.
     *
     * @param derivation says what follows from the union of all graphs, which it asks by queries, as the changes before have left them.
     *     Asked twice of the same graphs it says the same: a store may ask again after it was stopped
     */
    record Derive(String graph, Function<Rows, Collection<Triple>> derivation) implements StoreChange {}
}
