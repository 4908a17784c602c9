package uk.declared.linkeddata;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * Writes RDF as it comes, a few triples at a time. N-Quads, N-Triples, Turtle and TriG stream; JSON-LD and RDF/XML have
 * no way to, so for these everything is gathered first.
 */
public interface RdfStreamWriter extends AutoCloseable {
    /**
     * Writes triples.
     *
     * @param graph the graph that they belong to, which syntaxes without graphs leave out
     */
    void write(Node graph, Collection<Triple> triples);

    /** Writes what is left. The output itself stays open. */
    @Override
    void close() throws IOException;

    /** Begins to write in a syntax. */
    static RdfStreamWriter open(RdfSyntax syntax, OutputStream out) {
        return syntax.streamed()
                .<RdfStreamWriter>map(format -> new Streaming(out, format, syntax.holdsQuads()))
                .orElseGet(() -> new Gathering(out, syntax));
    }

    /**
     * Begins to write quads in a syntax that names graphs, JSON-LD among them.
     *
     * @throws IllegalArgumentException where the syntax has no way to name graphs
     */
    static RdfStreamWriter openQuads(RdfSyntax syntax, OutputStream out) {
        if (syntax == RdfSyntax.JSON_LD) {
            return new JsonLdQuads(out);
        }
        if (!syntax.holdsQuads()) {
            throw new IllegalArgumentException(syntax + " names no graphs");
        }
        return open(syntax, out);
    }

    /** Passes everything on at once. */
    final class Streaming implements RdfStreamWriter {
        private final StreamRDF stream;
        private final boolean quads;

        private Streaming(OutputStream out, RDFFormat format, boolean quads) {
            this.stream = StreamRDFWriter.getWriterStream(out, format);
            this.quads = quads;
            stream.start();
            if (format.equals(RDFFormat.TURTLE_BLOCKS) || format.equals(RDFFormat.TRIG_BLOCKS)) {
                RdfWriter.PREFIXES.forEach(stream::prefix);
            }
        }

        @Override
        public void write(Node graph, Collection<Triple> triples) {
            for (Triple triple : triples) {
                // Jena's name for the default graph is no graph's name to anybody else.
                if (quads && !Quad.isDefaultGraph(graph)) {
                    stream.quad(Quad.create(graph, triple));
                } else {
                    stream.triple(triple);
                }
            }
        }

        @Override
        public void close() {
            stream.finish();
        }
    }

    /** Gathers a graph and writes it at the end. */
    final class Gathering implements RdfStreamWriter {
        private final Graph gathered = GraphFactory.createDefaultGraph();
        private final OutputStream out;
        private final RdfSyntax syntax;

        private Gathering(OutputStream out, RdfSyntax syntax) {
            this.out = out;
            this.syntax = syntax;
        }

        @Override
        public void write(Node graph, Collection<Triple> triples) {
            GraphUtil.add(gathered, triples.iterator());
        }

        @Override
        public void close() throws IOException {
            RdfWriter.write(gathered, syntax, out);
        }
    }
}
