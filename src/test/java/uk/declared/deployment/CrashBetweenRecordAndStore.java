package uk.declared.deployment;

import java.nio.file.Path;
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
import uk.declared.election.Source;
import uk.declared.folder.DataFolder;
import uk.declared.record.RecordLog;
import uk.declared.store.EmbeddedStore;
import uk.declared.store.Position;
import uk.declared.store.Store;
import uk.declared.store.StoreChange;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;

/**
 * A process that publishes a file and is gone, as by {@code kill -9}, when the record is written and the store is about to
 * be.
 */
public final class CrashBetweenRecordAndStore {
    public static final int KILLED = 137;

    private CrashBetweenRecordAndStore() {}

    public static void main(String[] arguments) throws Exception {
        DataFolder folder = DataFolder.open(Path.of(arguments[0]), Optional.empty());
        RecordLog record = RecordLog.open(folder.record());
        Store store = new DeadlyStore(EmbeddedStore.open(folder.store()));
        Deployment deployment = new Deployment(folder, record, store, java.time.Clock.systemUTC());
        deployment.publisher().publish(Submission.open(Path.of(arguments[1])), ReadOptions.NONE, Source.COUNCIL);
    }

    /** Ends the process without any cleaning up when an entry of the record is to be written. */
    private record DeadlyStore(Store store) implements Store {
        @Override
        public void apply(Iterator<StoreChange> changes, Position upTo) {
            if (upTo.sequence() > 0) {
                Runtime.getRuntime().halt(KILLED);
            }
            store.apply(changes, upTo);
        }

        @Override
        public Position applied() {
            return store.applied();
        }

        @Override
        public int projection() {
            return store.projection();
        }

        @Override
        public String version() {
            return store.version();
        }

        @Override
        public <T> T select(Query query, Map<String, Node> bindings, Function<RowSet, T> reader) {
            return store.select(query, bindings, reader);
        }

        @Override
        public Graph construct(Query query, Map<String, Node> bindings) {
            return store.construct(query, bindings);
        }

        @Override
        public boolean ask(Query query, Map<String, Node> bindings) {
            return store.ask(query, bindings);
        }

        @Override
        public Graph graph(String name) {
            return store.graph(name);
        }

        @Override
        public void triples(String name, Consumer<Triple> reader) {
            store.triples(name, reader);
        }

        @Override
        public void quads(Predicate<String> ofGraph, Consumer<Quad> reader) {
            store.quads(ofGraph, reader);
        }

        @Override
        public <T> T lend(Function<DatasetGraph, T> use) {
            return store.lend(use);
        }

        @Override
        public void close() {
            store.close();
        }
    }
}
