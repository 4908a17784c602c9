package uk.declared.linkeddata;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import tools.jackson.databind.JsonNode;
import uk.declared.ground.Json;

/**
 * Writes JSON-LD that names graphs, as it comes: one array, which what is written at a time joins in flattened form
 * (JSON-LD 1.1, section 5.2). A thing that is written of twice stands in it twice, which says the same.
 */
final class JsonLdQuads implements RdfStreamWriter {
    private final OutputStream out;
    private String separator = "[\n";

    JsonLdQuads(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(Node graph, Collection<Triple> triples) {
        if (triples.isEmpty()) {
            return;
        }
        DatasetGraph part = DatasetGraphFactory.create();
        triples.forEach(triple -> part.add(graph, triple.getSubject(), triple.getPredicate(), triple.getObject()));
        ByteArrayOutputStream flat = new ByteArrayOutputStream();
        RDFWriter.source(part).format(RDFFormat.JSONLD11_FLAT).output(flat);
        JsonNode read = Json.PLAIN.readTree(flat.toByteArray());
        // An object that names nothing but "@graph" would be a graph without a name, were it within an array.
        if (read.isObject() && read.size() == 1 && read.has("@graph")) {
            read.get("@graph").forEach(this::append);
        } else {
            append(read);
        }
    }

    private void append(JsonNode thing) {
        try {
            out.write((separator + Json.PLAIN.writeValueAsString(thing)).getBytes(StandardCharsets.UTF_8));
            separator = ",\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        out.write((separator.equals(",\n") ? "\n]\n" : "[]\n").getBytes(StandardCharsets.UTF_8));
    }
}
