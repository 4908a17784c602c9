package uk.declared.store;

import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.RowSet;

/**
 * The triple store: named graphs, the union of which is the default graph that a query sees. It is a projection of the
 * record and can be rebuilt from it.
 */
public interface Store extends AutoCloseable {
    /** How far the record has been applied. */
    Position applied();

    /**
     * How far what follows from other graphs has been derived: behind {@link #applied()} only where a store that writes it in a transaction of
     * its own was stopped in between.
     */
    default Position derived() {
        return applied();
    }

    /** The {@link ProjectionVersion} that it was made by. */
    int projection();

    /** Whether it was made by another version than this program's, so that what it holds is not what the record leads to today. */
    default boolean isOfAnotherProjection() {
        return projection() != ProjectionVersion.CURRENT;
    }

    /** How many entries of the record it takes in one transaction. */
    default int entriesAtOnce() {
        return Integer.MAX_VALUE;
    }

    /** A short text that names the state of the store: it changes with every commit and outlives a restart. */
    String version();

    /** The same; absent where a store elsewhere does not answer. */
    default Optional<String> versionIfThere() {
        try {
            return Optional.of(version());
        } catch (StoreUnavailableException e) {
            return Optional.empty();
        }
    }

    /**
     * Carries out changes in one write transaction. Only what can no longer be refused may come here: an aborted
     * transaction is costly.
     *
     * @param changes taken one by one, so that a batch need not be held in memory
     * @param upTo the position of the record that the store then stands at
     */
    void apply(Iterator<StoreChange> changes, Position upTo);

    /**
     * Runs a SELECT query.
     *
     * @param bindings values for variables of the query, by name without the question mark
     * @param reader consumes the rows while they last
     */
    <T> T select(Query query, Map<String, Node> bindings, Function<RowSet, T> reader);

    /** Runs a CONSTRUCT query; the graph that it returns is a copy. */
    Graph construct(Query query, Map<String, Node> bindings);

    /** Runs an ASK query. */
    boolean ask(Query query, Map<String, Node> bindings);

    /** A copy of one named graph, empty where there is none of that name. */
    Graph graph(String name);

    /**
     * Reads one named graph, triple by triple, while others go on writing; all triples are of one moment.
     *
     * @param reader gets the triples, in no order that is promised
     */
    void triples(String name, Consumer<Triple> reader);

    /**
     * Reads whole graphs, quad by quad, while others go on writing; all quads are of one moment.
     *
     * @param ofGraph chooses graphs by their name
     * @param reader gets the quads of one graph after another, graphs in the order of their names
     */
    void quads(Predicate<String> ofGraph, Consumer<Quad> reader);

    /**
     * Lends the data set, for reading, to what speaks SPARQL over HTTP. It is not to be kept, and cannot be used after it was given back.
     * The borrower begins and ends its own transaction within.
     */
    <T> T lend(Function<DatasetGraph, T> use);

    /** The same store, for work that must come to its end however long it takes, such as publishing: its queries have no limit. */
    default Store patient() {
        return this;
    }

    @Override
    void close();
}
