package uk.declared.web.sparql;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.util.SplitIRI;
import uk.declared.linkeddata.RdfWriter;

/** Writes an answer in one of the standard formats. */
final class WrittenAnswer implements AnswerSink {
    private final AnswerFormat format;
    private final AnswerBuffer buffer;

    WrittenAnswer(AnswerFormat format, AnswerBuffer buffer) {
        this.format = format;
        this.buffer = buffer;
    }

    @Override
    public void rows(RowSet rows) {
        writer().write(buffer, rows, new Context());
    }

    @Override
    public void truth(boolean answer) {
        writer().write(buffer, answer, new Context());
    }

    /** RDF/XML has no way to write a property whose URI ends in what is no name of XML (RDF 1.1 XML Syntax, section 6). */
    private static void refuseUnwritable(Graph graph) {
        graph.stream()
                .map(triple -> triple.getPredicate().getURI())
                .filter(property -> SplitIRI.splitXML(property) == property.length())
                .findFirst()
                .ifPresent(property -> {
                    throw new QueryRefusedException(Refusal.NOT_WRITABLE, "RDF/XML", property);
                });
    }

    /** A text with a direction (RDF 1.2) would lose it in what Rio writes. */
    private void refuseDirection(Graph graph) {
        graph.stream()
                .map(Triple::getObject)
                .filter(object -> object.isLiteral() && object.getLiteralBaseDirection() != null)
                .findFirst()
                .ifPresent(text -> {
                    throw new QueryRefusedException(Refusal.NOT_WRITABLE, format.title(), text.toString());
                });
    }

    private RowSetWriter writer() {
        return RowSetWriterRegistry.getFactory(format.resultLanguage()).create(format.resultLanguage());
    }

    @Override
    public void graph(Graph graph) {
        if (format == AnswerFormat.RDF_XML) {
            refuseUnwritable(graph);
        }
        if (format == AnswerFormat.RDF_XML || format == AnswerFormat.JSON_LD) {
            refuseDirection(graph);
        }
        try {
            RdfWriter.write(graph, format.syntax(), buffer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
