package uk.declared.linkeddata;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;

/** The vocabulary's own files, {@code ontology/}: terms, code lists, structures of statistics, and the data sets that use them. */
public final class VocabularyFiles {
    private static final List<String> FILES = List.of(
            "ontology/local-elections.ttl",
            "ontology/codes.ttl",
            "ontology/alignments.ttl",
            "ontology/statistics.ttl",
            "ontology/datasets/statistics.ttl");

    private VocabularyFiles() {}

    /**
     * All that they say.
     *
     * @param base where the deployment's URIs begin: the statistical data sets are its own
     */
    public static List<Triple> read(String base) {
        Graph graph = GraphFactory.createDefaultGraph();
        for (String file : FILES) {
            try (InputStream in = Objects.requireNonNull(
                    VocabularyFiles.class.getClassLoader().getResourceAsStream(file), file)) {
                RDFParser.source(in).lang(Lang.TURTLE).base(base + "/").parse(graph);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return graph.find().toList();
    }
}
