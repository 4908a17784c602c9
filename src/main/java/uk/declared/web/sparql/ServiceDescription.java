package uk.declared.web.sparql;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import uk.declared.linkeddata.RdfSyntax;
import uk.declared.linkeddata.RdfWriter;

/** What the endpoint says of itself (SPARQL 1.1 Service Description). */
final class ServiceDescription {
    private static final String FILE = "service-description.ttl";
    private static final Node EXTENSION_FUNCTION =
            NodeFactory.createURI("http://www.w3.org/ns/sparql-service-description#extensionFunction");

    private final Graph graph;

    /** @param endpoint its URI */
    ServiceDescription(String endpoint) {
        graph = GraphFactory.createDefaultGraph();
        try (InputStream in = Objects.requireNonNull(ServiceDescription.class.getResourceAsStream(FILE), FILE)) {
            RDFParser.source(in).lang(Lang.TURTLE).base(endpoint).parse(graph);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Node service = NodeFactory.createURI(endpoint);
        OfferedFunctions.names().forEach(name -> graph.add(service, EXTENSION_FUNCTION, NodeFactory.createURI(name)));
    }

    byte[] write(RdfSyntax syntax) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            RdfWriter.write(graph, syntax, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
