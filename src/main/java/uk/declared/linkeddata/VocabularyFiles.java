package uk.declared.linkeddata;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import uk.declared.ground.Shipped;

/** The vocabulary's own files, {@code ontology/}: terms, code lists, structures of statistics, and the data sets that use them. */
public final class VocabularyFiles {
    private static final List<String> FILES = List.of(
            "ontology/local-elections.ttl",
            "ontology/codes.ttl",
            "ontology/alignments.ttl",
            "ontology/statistics.ttl",
            "ontology/datasets/statistics.ttl");

    /** By the base that they were read for: a process has its own, and one for what is the same under any. */
    private static final Map<String, List<Triple>> READ = new ConcurrentHashMap<>();

    private VocabularyFiles() {}

    /**
     * All that they say.
     *
     * @param base where the deployment's URIs begin: the statistical data sets are its own
     */
    public static List<Triple> read(String base) {
        return READ.computeIfAbsent(base, VocabularyFiles::parsed);
    }

    private static List<Triple> parsed(String base) {
        Graph graph = GraphFactory.createDefaultGraph();
        for (String file : FILES) {
            RDFParser.fromString(Shipped.text(file))
                    .lang(Lang.TURTLE)
                    .base(base + "/")
                    .parse(graph);
        }
        return List.copyOf(graph.find().toList());
    }
}
