package uk.declared.linkeddata;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphWrapper;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;

/**
 * A view of a graph that hands out all its triples in an order that does not change: what the document is about first, then by
 * subject, each subject's types before its other statements. Writers keep the order of what they are given, so that the same graph is
 * the same bytes, and a reader begins where the document does.
 */
final class InOrder extends GraphWrapper {
    private final List<Triple> ordered;

    private InOrder(Graph graph, List<Triple> ordered) {
        super(graph);
        this.ordered = ordered;
    }

    /** @param first the URI of what comes first */
    static Graph of(Graph graph, String first) {
        Comparator<Triple> order = Comparator.comparing((Triple triple) -> rank(triple.getSubject(), first))
                .thenComparing(triple -> triple.getSubject().toString())
                .thenComparing(triple -> !triple.predicateMatches(RDF.Nodes.type))
                .thenComparing(triple -> triple.getPredicate().getURI())
                .thenComparing(triple -> triple.getObject().toString());
        return new InOrder(graph, graph.stream().sorted(order).toList());
    }

    private static int rank(Node subject, String first) {
        if (subject.isBlank()) {
            return 2;
        }
        return subject.isURI() && subject.getURI().equals(first) ? 0 : 1;
    }

    @Override
    public ExtendedIterator<Triple> find() {
        return WrappedIterator.create(ordered.iterator());
    }

    @Override
    public ExtendedIterator<Triple> find(Triple pattern) {
        return find(pattern.getMatchSubject(), pattern.getMatchPredicate(), pattern.getMatchObject());
    }

    @Override
    public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
        return isAny(subject) && isAny(predicate) && isAny(object) ? find() : super.find(subject, predicate, object);
    }

    private static boolean isAny(@Nullable Node node) {
        return node == null || Node.ANY.equals(node);
    }

    @Override
    public Stream<Triple> stream() {
        return ordered.stream();
    }
}
