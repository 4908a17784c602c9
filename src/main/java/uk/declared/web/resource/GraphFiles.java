package uk.declared.web.resource;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import uk.declared.linkeddata.RdfStreamWriter;
import uk.declared.linkeddata.RdfSyntax;

/**
 * Large graphs as compressed files: written when they are first asked for and kept while nothing further is published. So a
 * reader takes as long as it likes without holding up the store.
 */
@Component
final class GraphFiles {
    private static final int KEPT = 24;

    private final Resources resources;
    private final Path folder;
    private final Map<Key, Path> files = new LinkedHashMap<>();
    private String version = "";
    private long written;

    GraphFiles(Resources resources) throws IOException {
        this.resources = resources;
        this.folder = Files.createTempDirectory("declared-graphs-");
    }

    private record Key(String graph, RdfSyntax syntax) {}

    /** A graph in a file. @param version of the store that it was written from */
    record Written(Path file, String version) {}

    /**
     * A graph in a syntax that can be written as it comes.
     *
     * @param description what else is said of the graph, to stand before its triples
     */
    synchronized Written file(Node graph, Graph description, RdfSyntax syntax) {
        String current = resources.version();
        if (!current.equals(version)) {
            files.values().forEach(GraphFiles::delete);
            files.clear();
            version = current;
        }
        Path file = files.computeIfAbsent(new Key(graph.getURI(), syntax), key -> write(graph, description, syntax));
        Iterator<Map.Entry<Key, Path>> oldest = files.entrySet().iterator();
        while (files.size() > KEPT) {
            delete(oldest.next().getValue());
            oldest.remove();
        }
        return new Written(file, version);
    }

    private Path write(Node graph, Graph description, RdfSyntax syntax) {
        Path file = folder.resolve(++written + "." + syntax.suffix() + ".gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file), 1 << 16);
                RdfStreamWriter writer = RdfStreamWriter.open(syntax, out)) {
            writer.write(graph, description.stream(graph, Node.ANY, Node.ANY).toList());
            resources.read(graph, triple -> {
                if (!triple.subjectMatches(graph)) {
                    writer.write(graph, List.of(triple));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // Systems that hold open files on to their names delete it with the folder, at the end.
            return;
        }
    }

    @PreDestroy
    void close() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }
}
