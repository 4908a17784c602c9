package uk.declared.store;

import java.util.Collection;
import org.apache.jena.graph.Triple;

/** One change to one named graph. */
public sealed interface StoreChange {
    /** The graph's name. */
    String graph();

    /** The triples that are to stand in the graph. */
    Collection<Triple> triples();

    /** Puts these triples in the place of all that the graph holds. */
    record Replace(String graph, Collection<Triple> triples) implements StoreChange {}

    /** Adds these triples to what the graph holds. */
    record Add(String graph, Collection<Triple> triples) implements StoreChange {}

    /**
     * Adds descriptions of things that several sources name. A thing keeps its first {@code rdfs:label}; a further name
     * becomes a {@code skos:altLabel}.
     */
    record Describe(String graph, Collection<Triple> triples) implements StoreChange {}
}
