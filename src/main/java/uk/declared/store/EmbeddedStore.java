package uk.declared.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecDatasetBuilder;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * A store in this process: TDB2 in a folder, or in memory. Queries see the union of all named graphs as their default
 * graph. One process holds a folder at a time.
 *
 * <p>The position that the store stands at is kept in TDB2's real default graph, which no query can see while the union
 * stands in its place; so it is written in the same transaction as the data and yet is not data.
 */
public final class EmbeddedStore implements Store {
    /** After so long a query of our own pages and commands is given up. */
    private static final long QUERY_SECONDS = 30;

    static {
        JenaSystem.init();
    }

    private final Location location;
    private volatile DatasetGraph dataset;

    private EmbeddedStore(Location location) {
        this.location = location;
        this.dataset = connect(location);
    }

    /** Opens the store in a folder, which is made where it is missing. */
    public static EmbeddedStore open(Path folder) throws IOException {
        Files.createDirectories(folder);
        return new EmbeddedStore(Location.create(folder));
    }

    /** A store that is gone when it is closed. */
    public static EmbeddedStore inMemory() {
        return new EmbeddedStore(Location.mem());
    }

    /**
     * The data set as Fuseki serves it, for reading only. After a failed write it is another one, so it is to be asked
     * for anew at each use.
     */
    public DatasetGraph dataset() {
        return dataset;
    }

    @Override
    public Position applied() {
        DatasetGraph current = dataset;
        return Txn.calculateRead(current, () -> AppliedPosition.read(current));
    }

    @Override
    public synchronized void apply(Iterator<StoreChange> changes, Position upTo) {
        DatasetGraph current = dataset;
        current.begin(ReadWrite.WRITE);
        try {
            while (changes.hasNext()) {
                StoreWriter.write(changes.next(), current);
            }
            AppliedPosition.write(upTo, current);
            current.commit();
        } catch (RuntimeException | Error e) {
            abort(current);
            throw e;
        } finally {
            current.end();
        }
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
        DatasetGraph current = dataset;
        return reading(current, () -> {
            Graph copy = GraphFactory.createDefaultGraph();
            GraphUtil.addInto(copy, current.getGraph(node));
            return copy;
        });
    }

    private <T> T execute(Query query, Map<String, Node> bindings, Function<QueryExec, T> use) {
        DatasetGraph current = dataset;
        return reading(current, () -> {
            QueryExecDatasetBuilder builder = QueryExecDatasetBuilder.create()
                    .dataset(current)
                    .query(query)
                    .timeout(QUERY_SECONDS, TimeUnit.SECONDS);
            bindings.forEach(builder::substitution);
            try (QueryExec execution = builder.build()) {
                return use.apply(execution);
            }
        });
    }

    private static <T> T reading(DatasetGraph dataset, Supplier<T> use) {
        return Txn.calculateRead(dataset, use);
    }

    /**
     * Gives a transaction up. An aborted write can leave TDB2's node table inconsistent in memory (Jena GH-3877, mended in
     * 6.1), so the database is let go and connected anew before anything else happens.
     */
    private void abort(DatasetGraph failed) {
        failed.abort();
        failed.end();
        if (!location.isMem()) {
            TDBInternal.expel(failed);
            dataset = connect(location);
        }
    }

    private static DatasetGraph connect(Location location) {
        DatasetGraph dataset = DatabaseMgr.connectDatasetGraph(location);
        dataset.getContext().setTrue(TDB2.symUnionDefaultGraph);
        return dataset;
    }

    @Override
    public void close() {
        if (!location.isMem()) {
            TDBInternal.expel(dataset);
        }
    }
}
