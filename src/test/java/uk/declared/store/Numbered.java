package uk.declared.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/** A graph of triples that are told apart by numbers, and the folders of the store that it stands in. */
final class Numbered {
    static final String GRAPH = "http://example.org/g";

    private Numbered() {}

    static void write(EmbeddedStore store, long sequence, int triples) {
        store.apply(
                List.<StoreChange>of(new StoreChange.Replace(GRAPH, triples(0, triples)))
                        .iterator(),
                new Position(sequence, "hash"));
    }

    static List<Triple> triples(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> Triple.create(uri(i), uri(-1), uri(i + 1)))
                .toList();
    }

    static Node uri(int number) {
        return NodeFactory.createURI("http://example.org/" + number);
    }

    /** The names of a store's databases. */
    static List<String> databases(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("Data-"))
                    .toList();
        }
    }
}
