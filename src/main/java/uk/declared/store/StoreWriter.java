package uk.declared.store;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/** Carries out one change inside a write transaction. */
final class StoreWriter {
    private StoreWriter() {}

    static void write(StoreChange change, DatasetGraph dataset) {
        Node name = NodeFactory.createURI(change.graph());
        if (change instanceof StoreChange.Replace) {
            dataset.removeGraph(name);
        }
        Graph graph = dataset.getGraph(name);
        if (change instanceof StoreChange.Describe) {
            change.triples().forEach(triple -> describe(triple, graph));
        } else {
            change.triples().forEach(graph::add);
        }
    }

    /** A thing keeps the label that it got first; another one becomes a further name. */
    private static void describe(Triple triple, Graph graph) {
        boolean furtherName = triple.predicateMatches(RDFS.Nodes.label)
                && graph.contains(triple.getSubject(), RDFS.Nodes.label, Node.ANY)
                && !graph.contains(triple);
        graph.add(
                furtherName ? Triple.create(triple.getSubject(), SKOS.altLabel.asNode(), triple.getObject()) : triple);
    }
}
