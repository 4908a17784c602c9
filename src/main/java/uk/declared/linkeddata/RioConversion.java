package uk.declared.linkeddata;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.ValueFactory;

/** Turns Jena's terms into RDF4J's, so that Rio can write them. */
final class RioConversion {
    private final ValueFactory values;

    RioConversion(ValueFactory values) {
        this.values = values;
    }

    Statement statement(Triple triple) {
        return values.createStatement(
                resource(triple.getSubject()),
                values.createIRI(triple.getPredicate().getURI()),
                value(triple.getObject()));
    }

    private Resource resource(Node node) {
        return node.isBlank() ? values.createBNode(node.getBlankNodeLabel()) : values.createIRI(node.getURI());
    }

    private Value value(Node node) {
        if (!node.isLiteral()) {
            return resource(node);
        }
        if (!node.getLiteralLanguage().isEmpty()) {
            return values.createLiteral(node.getLiteralLexicalForm(), node.getLiteralLanguage());
        }
        return values.createLiteral(node.getLiteralLexicalForm(), values.createIRI(node.getLiteralDatatypeURI()));
    }
}
