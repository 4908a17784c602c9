package uk.declared.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.rdfpatch.RDFChanges;
import org.apache.jena.rdfpatch.changes.RDFChangesApply;
import org.apache.jena.rdfpatch.changes.RDFChangesExternalTxn;
import org.apache.jena.rdfpatch.system.DatasetGraphChanges;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecDatasetBuilder;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.solver.stats.StatsCollector;

/**
 * A store in this process: TDB2 in a folder, or in memory. Queries see the union of all named graphs as their default
 * graph. One process holds a folder at a time.
 *
 * <p>What the store says of itself stands in TDB2's real default graph, which no query sees while the union stands in
 * its place, nor {@code GRAPH ?g}; so it is written in the same transaction as the data and yet is not data.
 *
 * <p>Reads go on while a write is under way. Only where a write fails do they wait: the database is then connected anew.
 */
public final class EmbeddedStore implements Renewable {
    /** After so long a query of our own pages and commands is given up. */
    public static final Duration QUERY_LIMIT = Duration.ofSeconds(30);

    private final Connection connection;
    private final Duration queryLimit;
    private volatile Said said = new Said(-1, Position.START, "");

    /**
     * What the store said of itself.
     *
     * @param changes how often it may have changed by then; it says the same as long as that does not grow
     */
    private record Said(long changes, Position applied, String version) {}

    private EmbeddedStore(Connection connection, Duration queryLimit) {
        this.connection = connection;
        this.queryLimit = queryLimit;
    }

    /** Opens the store in a folder, with the usual limit for queries. */
    public static EmbeddedStore open(Path folder) throws IOException {
        return open(folder, QUERY_LIMIT);
    }

    /**
     * Opens the store in a folder.
     *
     * @param folder is made where it is missing
     * @param queryLimit after so long a query by this interface is given up; none where it is zero
     * @throws StoreInUseException where another process holds the folder
     * @throws IOException where the folder cannot be made
     */
    public static EmbeddedStore open(Path folder, Duration queryLimit) throws IOException {
        return new EmbeddedStore(Connection.to(folder), queryLimit);
    }

    /** A store that is gone when it is closed. */
    public static EmbeddedStore inMemory() {
        return new EmbeddedStore(Connection.inMemory(), QUERY_LIMIT);
    }

    /** A store that is being made in a folder, before it is given to its place. */
    static EmbeddedStore unfinished(Path folder, Path container) {
        return new EmbeddedStore(Connection.unfinished(folder, container), QUERY_LIMIT);
    }

    @Override
    public Store patient() {
        return new EmbeddedStore(connection, Duration.ZERO);
    }

    @Override
    public Successor successor(Runnable step) {
        return copy(
                step,
                (dataset, going) -> MadeBeside.of(
                        connection,
                        consumer -> dataset.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY)
                                .forEachRemaining(quad -> {
                                    going.run();
                                    if (!quad.isDefaultGraph()) {
                                        consumer.accept(quad);
                                    }
                                })));
    }

    @Override
    public Successor quickSuccessor(Runnable step) {
        return copy(step, (dataset, going) -> MadeBeside.copy(connection, dataset, going));
    }

    /** A copy reads for long: whoever has to wait until nobody reads ends it. */
    private Successor copy(Runnable step, BiFunction<DatasetGraph, Runnable, MadeBeside> making) {
        Runnable going = () -> {
            step.run();
            if (connection.isAwaited()) {
                throw new CancellationException("The store is opened anew; it is copied another time");
            }
        };
        ChangedQuads changed = new ChangedQuads();
        connection.follow(changed);
        try {
            return read(
                    dataset -> new StoreCopy(connection, connection.folder(), changed, making.apply(dataset, going)));
        } catch (RuntimeException | Error e) {
            connection.forget(changed);
            throw e;
        }
    }

    @Override
    public Successor successor(Consumer<Consumer<Quad>> quads) {
        return MadeBeside.of(connection, quads);
    }

    @Override
    public void count() {
        if (connection.isInMemory()) {
            return;
        }
        StatsCollector counts = new StatsCollector();
        read(dataset -> {
            dataset.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY)
                    .forEachRemaining(quad ->
                            counts.record(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject()));
            return Boolean.TRUE;
        });
        connection.count(counts.results());
    }

    @Override
    public long bytes() {
        return connection.isInMemory() ? 0 : StoreFiles.bytes(connection.folder());
    }

    @Override
    public long bytesWhenMade() {
        return connection.isInMemory() ? 0 : connection.bytesWhenMade();
    }

    @Override
    public Position applied() {
        return said().applied();
    }

    @Override
    public int projection() {
        return read(dataset -> StoreState.projection(dataset.getDefaultGraph()));
    }

    @Override
    public String version() {
        return said().version();
    }

    /** Each answer to a reader asks for it, however little else it needs of the store. */
    private Said said() {
        long changes = connection.changes();
        Said before = said;
        if (before.changes() == changes) {
            return before;
        }
        Said now = read(dataset -> new Said(
                changes,
                StoreState.position(dataset.getDefaultGraph()),
                StoreState.version(dataset.getDefaultGraph())));
        said = now;
        return now;
    }

    @Override
    public void apply(Iterator<StoreChange> changes, Position upTo) {
        connection.write(dataset -> {
            write(changes, dataset);
            StoreState.write(upTo, dataset.getDefaultGraph());
        });
    }

    private static void write(Iterator<StoreChange> changes, DatasetGraph dataset) {
        while (changes.hasNext()) {
            StoreWriter.write(changes.next(), dataset);
        }
    }

    /** Writes in a transaction of its own. */
    void write(Consumer<DatasetGraph> writer) {
        connection.write(writer);
    }

    /**
     * Carries out changes, and tells of each quad that is added or taken away.
     *
     * @param ended runs when all is done, before it is committed; what it throws undoes all
     */
    public void apply(Iterator<StoreChange> changes, Position upTo, RDFChanges observer, Runnable ended) {
        connection.write(dataset -> {
            write(changes, new DatasetGraphChanges(dataset, observer));
            StoreState.write(upTo, dataset.getDefaultGraph());
            ended.run();
        });
    }

    /**
     * Carries out what others saw change in a store like this, as one transaction.
     *
     * @param patches tells of quads; where transactions begin and end in it has no meaning here
     */
    public void patch(Consumer<RDFChanges> patches, Position upTo) {
        connection.write(dataset -> {
            patches.accept(new RDFChangesExternalTxn(new RDFChangesApply(dataset)));
            StoreState.write(upTo, dataset.getDefaultGraph());
        });
    }

    @Override
    public <T> T select(Query query, Map<String, Node> bindings, Function<RowSet, T> reader) {
        return execute(query, bindings, execution -> reader.apply(execution.select()));
    }

    @Override
    public Graph construct(Query query, Map<String, Node> bindings) {
        return execute(query, bindings, QueryExec::construct);
    }

    @Override
    public boolean ask(Query query, Map<String, Node> bindings) {
        return execute(query, bindings, QueryExec::ask);
    }

    @Override
    public Graph graph(String name) {
        Node node = NodeFactory.createURI(name);
        return read(dataset -> {
            Graph copy = GraphFactory.createDefaultGraph();
            GraphUtil.addInto(copy, dataset.getGraph(node));
            return copy;
        });
    }

    @Override
    public void triples(String name, Consumer<Triple> reader) {
        Node node = NodeFactory.createURI(name);
        read(dataset -> {
            dataset.getGraph(node).find().forEachRemaining(reader);
            return Boolean.TRUE;
        });
    }

    @Override
    public void quads(Predicate<String> ofGraph, Consumer<Quad> reader) {
        connection.shared(dataset -> {
            Txn.executeRead(dataset, () -> {
                names(dataset).stream()
                        .filter(ofGraph)
                        .sorted()
                        .forEach(name -> dataset.find(NodeFactory.createURI(name), Node.ANY, Node.ANY, Node.ANY)
                                .forEachRemaining(reader));
            });
            return Boolean.TRUE;
        });
    }

    private static List<String> names(DatasetGraph dataset) {
        List<String> names = new ArrayList<>();
        dataset.listGraphNodes().forEachRemaining(name -> names.add(name.getURI()));
        return names;
    }

    /** After a write that failed there is another data set, which is why nobody may keep one. */
    @Override
    public <T> T lend(Function<DatasetGraph, T> use) {
        return connection.shared(dataset -> {
            LentDataset lent = new LentDataset(dataset);
            try {
                return use.apply(lent);
            } finally {
                lent.giveBack();
            }
        });
    }

    private <T> T execute(Query query, Map<String, Node> bindings, Function<QueryExec, T> use) {
        return read(dataset -> {
            QueryExecDatasetBuilder builder =
                    QueryExecDatasetBuilder.create().dataset(dataset).query(query);
            if (!queryLimit.isZero()) {
                builder.timeout(queryLimit.toMillis(), TimeUnit.MILLISECONDS);
            }
            bindings.forEach(builder::substitution);
            try (QueryExec execution = builder.build()) {
                return use.apply(execution);
            }
        });
    }

    private <T> T read(Function<DatasetGraph, T> use) {
        return connection.shared(dataset -> Txn.calculateRead(dataset, () -> use.apply(dataset)));
    }

    @Override
    public void close() {
        connection.close();
    }
}
