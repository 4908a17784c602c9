package uk.declared.store.remote;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.RowSet;

/**
 * All that a store held at one moment, in a temporary file, from which graphs are read in the order of their names: the store gives them
 * in one answer, but in an order of its own.
 */
final class SpooledQuads implements AutoCloseable {
    private final Path file;
    private final Map<String, List<Part>> graphs = new TreeMap<>();

    /** Where some triples of a graph stand in the file. */
    private record Part(long from, int length) {}

    private SpooledQuads(Path file) {
        this.file = file;
    }

    /** Keeps the graphs that are wanted. */
    static SpooledQuads of(RowSet rows, Predicate<String> wanted) {
        try {
            SpooledQuads spooled = new SpooledQuads(Files.createTempFile("declared-quads-", ".nt"));
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(spooled.file))) {
                spooled.write(rows, wanted, out);
                return spooled;
            } catch (IOException | RuntimeException e) {
                spooled.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(RowSet rows, Predicate<String> wanted, OutputStream out) throws IOException {
        long at = 0;
        while (rows.hasNext()) {
            Quad quad = StoredQuads.quad(rows.next());
            String graph = quad.getGraph().getURI();
            if (!graphs.containsKey(graph) && !wanted.test(graph)) {
                continue;
            }
            byte[] line = line(quad).getBytes(StandardCharsets.UTF_8);
            out.write(line);
            add(graphs.computeIfAbsent(graph, missing -> new ArrayList<>()), at, line.length);
            at += line.length;
        }
    }

    private static String line(Quad quad) {
        return NodeFmtLib.strNT(quad.getSubject()) + " " + NodeFmtLib.strNT(quad.getPredicate()) + " "
                + NodeFmtLib.strNT(quad.getObject()) + " .\n";
    }

    private static void add(List<Part> parts, long at, int length) {
        if (!parts.isEmpty()) {
            Part last = parts.get(parts.size() - 1);
            if (last.from() + last.length() == at && last.length() < Integer.MAX_VALUE / 2) {
                parts.set(parts.size() - 1, new Part(last.from(), last.length() + length));
                return;
            }
        }
        parts.add(new Part(at, length));
    }

    /** Gives the quads of one graph after another. */
    void forEach(Consumer<Quad> reader) {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            for (Map.Entry<String, List<Part>> graph : graphs.entrySet()) {
                Node name = NodeFactory.createURI(graph.getKey());
                for (Part part : graph.getValue()) {
                    byte[] lines = new byte[part.length()];
                    in.seek(part.from());
                    in.readFully(lines);
                    read(lines, triple -> reader.accept(Quad.create(name, triple)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(byte[] lines, Consumer<Triple> reader) {
        RDFParser.source(new ByteArrayInputStream(lines))
                .lang(Lang.NTRIPLES)
                .labelToNode(LabelToNode.createUseLabelAsGiven())
                .checking(false)
                .parse(new StreamRDFBase() {
                    @Override
                    public void triple(Triple triple) {
                        reader.accept(triple);
                    }
                });
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
