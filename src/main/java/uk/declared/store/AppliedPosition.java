package uk.declared.store;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;

/** Keeps in a store how far the record has been applied to it, as one triple. */
final class AppliedPosition {
    private static final Node STORE = NodeFactory.createURI("urn:x-declared:store");
    private static final Node APPLIED = NodeFactory.createURI("urn:x-declared:applied");

    private AppliedPosition() {}

    static Position read(DatasetGraph dataset) {
        return dataset.getDefaultGraph().stream(STORE, APPLIED, Node.ANY)
                .findFirst()
                .map(triple -> parse(triple.getObject().getLiteralLexicalForm()))
                .orElse(Position.START);
    }

    static void write(Position position, DatasetGraph dataset) {
        Graph graph = dataset.getDefaultGraph();
        graph.remove(STORE, APPLIED, Node.ANY);
        graph.add(Triple.create(
                STORE, APPLIED, NodeFactory.createLiteralString(position.sequence() + " " + position.hash())));
    }

    private static Position parse(String text) {
        int space = text.indexOf(' ');
        return new Position(Long.parseLong(text.substring(0, space)), text.substring(space + 1));
    }
}
