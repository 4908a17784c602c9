package uk.declared.linkeddata;

import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.rdf4j.model.BNode;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.rio.helpers.AbstractRDFHandler;

/** Passes on what Rio parses. */
final class RioStatements extends AbstractRDFHandler {
    private final RdfDocumentBuilder to;
    private final AtomicInteger line;

    /** @param line the line that the parser has come to */
    RioStatements(RdfDocumentBuilder to, AtomicInteger line) {
        this.to = to;
        this.line = line;
    }

    @Override
    public void handleStatement(Statement statement) {
        to.add(term(statement.getSubject()), term(statement.getPredicate()), term(statement.getObject()), line.get());
    }

    /** A statement about a statement is about nothing that is read: it stands as a thing without a name. */
    private static RdfTerm term(Value value) {
        if (value instanceof IRI iri) {
            return new RdfTerm.Uri(iri.stringValue());
        }
        if (value instanceof Literal literal) {
            return new RdfTerm.Literal(
                    literal.getLabel(),
                    literal.getDatatype().stringValue(),
                    literal.getLanguage().orElse(""));
        }
        return new RdfTerm.Blank(value instanceof BNode blank ? blank.getID() : "statement");
    }
}
