package uk.declared.linkeddata;

import org.apache.jena.graph.Graph;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.graph.GraphWrapper;

/** A view of a graph under other prefixes. */
final class WithPrefixes extends GraphWrapper {
    private final PrefixMapping prefixes;

    private WithPrefixes(Graph graph, PrefixMapping prefixes) {
        super(graph);
        this.prefixes = prefixes;
    }

    static Graph of(Graph graph, PrefixMap prefixes) {
        return new WithPrefixes(graph, PrefixMapping.Factory.create().setNsPrefixes(prefixes.getMapping()));
    }

    @Override
    public PrefixMapping getPrefixMapping() {
        return prefixes;
    }
}
