package uk.declared.linkeddata;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;

/** Passes on what RIOT parses. */
final class RiotStatements extends StreamRDFBase {
    private final RdfDocumentBuilder to;

    RiotStatements(RdfDocumentBuilder to) {
        this.to = to;
    }

    @Override
    public void triple(Triple triple) {
        to.add(term(triple.getSubject()), term(triple.getPredicate()), term(triple.getObject()), 0);
    }

    @Override
    public void quad(Quad quad) {
        triple(quad.asTriple());
    }

    private static RdfTerm term(Node node) {
        if (node.isURI()) {
            return new RdfTerm.Uri(node.getURI());
        }
        if (node.isLiteral()) {
            return new RdfTerm.Literal(
                    node.getLiteralLexicalForm(), node.getLiteralDatatypeURI(), node.getLiteralLanguage());
        }
        return new RdfTerm.Blank(node.isBlank() ? node.getBlankNodeLabel() : "statement");
    }
}
