package uk.declared.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdfpatch.system.DatasetGraphChanges;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/** Carries out one change inside a write transaction, or on what will be written in one. */
public final class StoreWriter {
    private static final Node LABEL = RDFS.Nodes.label;
    private static final Node FURTHER_NAME = SKOS.altLabel.asNode();

    private StoreWriter() {}

    public static void write(StoreChange change, DatasetGraph dataset) {
        Node name = NodeFactory.createURI(change.graph());
        if (change instanceof StoreChange.Release release) {
            ReleaseWriter.write(release, dataset);
        } else if (change instanceof StoreChange.Replace replace) {
            replace(name, replace.triples(), dataset);
        } else if (change instanceof StoreChange.Derive derive) {
            replace(name, derive.derivation().apply(Rows.in(unobserved(dataset).getUnionGraph())), dataset);
        } else if (change instanceof StoreChange.Describe described) {
            Graph graph = dataset.getGraph(name);
            described.triples().forEach(triple -> describe(triple, graph, dataset));
        } else if (change instanceof StoreChange.Restate restate) {
            differ(name, restate.subject(), restate.triples(), dataset);
        } else if (change instanceof StoreChange.Add added) {
            add(name, added.triples(), dataset);
        }
    }

    /** Queries of the store itself are a good deal quicker than of whatever tells of its changes. */
    private static DatasetGraph unobserved(DatasetGraph dataset) {
        return dataset instanceof DatasetGraphChanges observed ? unobserved(observed.getWrapped()) : dataset;
    }

    private static void replace(Node name, Collection<Triple> triples, DatasetGraph dataset) {
        differ(name, Node.ANY, triples, dataset);
    }

    /** Writes only what differs: every block of an index that is touched is a block more on disk, until the store is compacted. */
    private static void differ(Node name, Node subject, Collection<Triple> triples, DatasetGraph dataset) {
        Set<Triple> wanted = new LinkedHashSet<>(triples);
        List<Triple> going = new ArrayList<>();
        dataset.find(name, subject, Node.ANY, Node.ANY).forEachRemaining(quad -> {
            if (!wanted.remove(quad.asTriple())) {
                going.add(quad.asTriple());
            }
        });
        going.forEach(triple -> dataset.delete(name, triple.getSubject(), triple.getPredicate(), triple.getObject()));
        wanted.forEach(triple -> dataset.add(name, triple.getSubject(), triple.getPredicate(), triple.getObject()));
    }

    private static void add(Node name, Collection<Triple> triples, DatasetGraph dataset) {
        for (Triple triple : triples) {
            if (!dataset.contains(name, triple.getSubject(), triple.getPredicate(), triple.getObject())) {
                dataset.add(name, triple.getSubject(), triple.getPredicate(), triple.getObject());
            }
        }
    }

    private static void describe(Triple triple, Graph graph, DatasetGraph dataset) {
        if (graph.contains(triple)) {
            return;
        }
        List<Node> labels = triple.predicateMatches(LABEL)
                ? dataset.stream(Node.ANY, triple.getSubject(), LABEL, Node.ANY)
                        .map(Quad::getObject)
                        .toList()
                : List.of();
        described(triple, labels).ifPresent(graph::add);
    }

    /**
     * What a description says of a thing: it keeps the label that it got first, or from reference data; another one becomes a further name.
     *
     * @param labels those that the thing has
     * @return absent where it says nothing new
     */
    public static Optional<Triple> described(Triple triple, List<Node> labels) {
        if (!triple.predicateMatches(LABEL) || labels.isEmpty()) {
            return Optional.of(triple);
        }
        return labels.stream().anyMatch(label -> saysTheSame(label, triple.getObject()))
                ? Optional.empty()
                : Optional.of(Triple.create(triple.getSubject(), FURTHER_NAME, triple.getObject()));
    }

    /** Whether two names are letter for letter the same, in whatever language they are. */
    static boolean saysTheSame(Node one, Node other) {
        return one.getLiteralLexicalForm().equals(other.getLiteralLexicalForm());
    }
}
