package uk.declared.linkeddata;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.rio.RDFHandler;
import org.eclipse.rdf4j.rio.RDFWriter;
import org.eclipse.rdf4j.rio.helpers.BasicWriterSettings;
import org.eclipse.rdf4j.rio.helpers.JSONLDMode;
import org.eclipse.rdf4j.rio.helpers.JSONLDSettings;
import org.eclipse.rdf4j.rio.jsonld.JSONLDWriter;
import org.eclipse.rdf4j.rio.rdfxml.util.RDFXMLPrettyWriter;

/**
 * Writes one graph in any syntax. RIOT writes Turtle and N-Triples, Rio writes RDF/XML and JSON-LD: each does what it
 * does faster (docs/decisions).
 */
public final class RdfWriter {
    private RdfWriter() {}

    /** The prefixes that documents are written with. */
    public static final Map<String, String> PREFIXES = Prefixes.load();

    /**
     * Writes a graph in an order that does not change.
     *
     * @param first the URI of what it is about, which comes first
     */
    public static void write(Graph graph, String first, RdfSyntax syntax, OutputStream out) throws IOException {
        write(InOrder.of(graph, first), syntax, out);
    }

    /**
     * Writes a graph.
     *
     * @param graph its triples
     * @param syntax one that holds triples
     * @param out is flushed, not closed
     * @throws IOException where the output fails
     */
    public static void write(Graph graph, RdfSyntax syntax, OutputStream out) throws IOException {
        switch (syntax) {
            case TURTLE, TRIG -> writeByRiot(graph, RDFFormat.TURTLE_PRETTY, out);
            case N_TRIPLES, N_QUADS -> writeByRiot(graph, RDFFormat.NTRIPLES_UTF8, out);
            case RDF_XML -> writeByRio(graph, new RDFXMLPrettyWriter(out));
            case JSON_LD -> {
                JSONLDWriter writer = new JSONLDWriter(out);
                writer.getWriterConfig().set(JSONLDSettings.JSONLD_MODE, JSONLDMode.COMPACT);
                writer.getWriterConfig().set(BasicWriterSettings.PRETTY_PRINT, true);
                writeByRio(graph, writer);
            }
        }
        out.flush();
    }

    private static void writeByRiot(Graph graph, RDFFormat format, OutputStream out) {
        org.apache.jena.riot.RDFWriter.source(WithPrefixes.of(graph, PrefixMapFactory.create(PREFIXES)))
                .format(format)
                .output(out);
    }

    private static void writeByRio(Graph graph, RDFWriter writer) {
        RDFHandler handler = writer;
        handler.startRDF();
        PREFIXES.forEach(handler::handleNamespace);
        RioConversion conversion = new RioConversion(SimpleValueFactory.getInstance());
        graph.stream().map(conversion::statement).forEach(handler::handleStatement);
        handler.endRDF();
    }
}
