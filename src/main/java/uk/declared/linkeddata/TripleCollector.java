package uk.declared.linkeddata;

import java.util.List;
import org.apache.jena.atlas.lib.Sink;
import org.apache.jena.graph.Triple;

/** Collects parsed triples in a list. */
record TripleCollector(List<Triple> triples) implements Sink<Triple> {
    @Override
    public void send(Triple triple) {
        triples.add(triple);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
