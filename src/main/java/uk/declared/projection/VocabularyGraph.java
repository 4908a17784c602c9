package uk.declared.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.vocabulary.DCTerms;
import uk.declared.ground.Shipped;
import uk.declared.linkeddata.Uris;
import uk.declared.linkeddata.VocabularyFiles;
import uk.declared.store.Store;
import uk.declared.store.StoreChange;

/**
 * Keeps the vocabulary beside the results, in a graph of its own, so that a query finds the label of a code and the
 * structure of a cube where it finds the data.
 */
public final class VocabularyGraph {
    private static final Query IS_KEPT =
            QueryFactory.create(Shipped.text(VocabularyGraph.class, "vocabulary-is-kept.rq"));
    private static final String IDENTIFIER = "http://purl.org/dc/terms/identifier";

    /** The vocabulary is under the licence of the program. */
    private static final Node LICENCE = NodeFactory.createURI("https://www.apache.org/licenses/LICENSE-2.0");

    private VocabularyGraph() {}

    /** Writes the vocabulary where the store has none, or another version of it. */
    public static void keep(Store store, Uris uris) {
        changes(store, uris)
                .ifPresent(change -> store.apply(List.<StoreChange>of(change).iterator(), store.applied()));
    }

    /** What it takes to have the vocabulary in a store; absent where it is there. */
    static Optional<StoreChange> changes(Store store, Uris uris) {
        Node name = uris.data("vocabulary");
        List<Triple> triples = VocabularyFiles.read(uris.base());
        // The number of triples and the sum of their hashes tell one version from another well enough for a cache.
        int sum = triples.stream()
                .filter(triple -> !hasBlank(triple))
                .mapToInt(Triple::hashCode)
                .sum();
        Node state = NodeFactory.createLiteralString(triples.size() + "-" + Integer.toHexString(sum));
        if (store.ask(IS_KEPT, Map.of("graph", name, "state", state))) {
            return Optional.empty();
        }
        List<Triple> all = new ArrayList<>(triples);
        all.add(Triple.create(name, NodeFactory.createURI(IDENTIFIER), state));
        all.add(Triple.create(name, DCTerms.license.asNode(), LICENCE));
        return Optional.of(new StoreChange.Replace(name.getURI(), all));
    }

    private static boolean hasBlank(Triple triple) {
        return triple.getSubject().isBlank() || triple.getObject().isBlank();
    }
}
