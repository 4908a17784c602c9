package uk.declared.web.thing;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDFS;

/** Says within a document that it is a test, for whoever has the document alone. */
final class RehearsalMark {
    private RehearsalMark() {}

    static void add(Graph graph, String document) {
        graph.add(
                NodeFactory.createURI(document),
                RDFS.Nodes.comment,
                NodeFactory.createLiteralLang("A rehearsal: nothing in this document was ever declared.", "en"));
        graph.add(
                NodeFactory.createURI(document),
                RDFS.Nodes.comment,
                NodeFactory.createLiteralLang("Ymarfer: ni ddatganwyd dim yn y ddogfen hon erioed.", "cy"));
    }
}
