package uk.declared.store.remote;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecDatasetBuilder;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.modify.request.Target;
import org.apache.jena.sparql.modify.request.UpdateDrop;
import org.apache.jena.update.UpdateRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.declared.store.EmbeddedStore;
import uk.declared.store.ForeignStoreException;
import uk.declared.store.Origin;
import uk.declared.store.Position;
import uk.declared.store.Store;
import uk.declared.store.StoreChange;
import uk.declared.store.StoreState;
import uk.declared.store.StoreWriter;

/**
 * A store in another process that speaks SPARQL 1.1 Query and Update, and whose default graph is the union of all named graphs. Nobody
 * else writes to it.
 *
 * <p>What it holds and how far the record has been applied are written as one update. What follows from other graphs is asked of the
 * store once it has these, and written as a second one; a store that was stopped in between says so.
 *
 * <p>An update whose answer was lost may still be carried out, after a later one was worked out. The store then says two things of itself,
 * and is made anew.
 */
public final class RemoteStore implements Store {
    private static final Logger LOG = LoggerFactory.getLogger(RemoteStore.class);

    /** So many entries make an update of some megabytes. */
    private static final int AT_ONCE = 100;

    private final RemoteService service;
    private final StoredQuads stored;
    private final RemoteState state;
    private final Duration queryLimit;

    private RemoteStore(RemoteService service, StoredQuads stored, RemoteState state, Duration queryLimit) {
        this.service = service;
        this.stored = stored;
        this.state = state;
        this.queryLimit = queryLimit;
    }

    /**
     * The store at an address, which need not answer yet.
     *
     * @param origin the record that it is filled from; whoever's it is where that is absent
     */
    static RemoteStore at(RemoteAddress address, Optional<Origin> origin) {
        RemoteService service = new RemoteService(address);
        StoredQuads stored = new StoredQuads(service);
        return new RemoteStore(service, stored, new RemoteState(service, stored, origin), EmbeddedStore.QUERY_LIMIT);
    }

    @Override
    public Store patient() {
        return new RemoteStore(service, stored, state, Duration.ZERO);
    }

    @Override
    public Position applied() {
        return state.told(StoreState.position(state.current()));
    }

    @Override
    public Position derived() {
        return StoreState.derived(state.current());
    }

    @Override
    public int projection() {
        return StoreState.projection(state.current());
    }

    @Override
    public String version() {
        return StoreState.version(state.current());
    }

    @Override
    public int entriesAtOnce() {
        return AT_ONCE;
    }

    @Override
    public void apply(Iterator<StoreChange> changes, Position upTo) {
        synchronized (state.turn) {
            Graph before = state.readNow();
            state.requireAsTold(StoreState.position(before));
            boolean isNew = before.isEmpty();
            if (isNew) {
                state.requireEmpty();
            } else if (StoreState.isTorn(before)) {
                discard();
                before = state.readNow();
                isNew = true;
            }
            List<StoreChange> said = new ArrayList<>();
            List<StoreChange.Derive> following = new ArrayList<>();
            changes.forEachRemaining(change -> {
                if (change instanceof StoreChange.Derive derive) {
                    following.add(derive);
                } else {
                    said.add(change);
                }
            });
            boolean complete = StoreState.derived(before).equals(StoreState.position(before));
            if (!said.isEmpty() || !StoreState.position(before).equals(upTo)) {
                write(said, upTo, complete && following.isEmpty() ? upTo : StoreState.derived(before), isNew);
            }
            if (!following.isEmpty()) {
                write(derived(following), upTo, upTo, false);
            }
        }
    }

    private List<StoreChange> derived(List<StoreChange.Derive> following) {
        Store patient = patient();
        List<StoreChange> derived = new ArrayList<>();
        for (StoreChange.Derive derive : following) {
            derived.add(new StoreChange.Replace(
                    derive.graph(),
                    derive.derivation()
                            .apply((query, bindings) -> patient.select(
                                    query,
                                    bindings,
                                    rows -> rows.stream().map(Binding::detach).toList()))));
        }
        return derived;
    }

    private void write(List<StoreChange> changes, Position upTo, Position derived, boolean isNew) {
        ChangedDataset changed = new ChangedDataset(stored, isNew);
        changed.fetchFor(changes);
        changes.forEach(change -> StoreWriter.write(change, changed));
        state.write(upTo, derived, changed);
        service.update(changed.update());
        state.told(StoreState.position(state.readNow()));
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

    private <T> T execute(Query query, Map<String, Node> bindings, Function<QueryExec, T> use) {
        requireOurs();
        QueryExecDatasetBuilder builder = QueryExecDatasetBuilder.create()
                .dataset(new RemoteDataset(service, queryLimit))
                .query(query);
        if (!queryLimit.isZero()) {
            builder.timeout(queryLimit.toMillis(), TimeUnit.MILLISECONDS);
        }
        bindings.forEach(builder::substitution);
        try (QueryExec execution = builder.build()) {
            return use.apply(execution);
        }
    }

    @Override
    public Graph graph(String name) {
        requireOurs();
        Graph copy = GraphFactory.createDefaultGraph();
        stored.find(NodeFactory.createURI(name), Node.ANY, Node.ANY, Node.ANY)
                .forEach(quad -> copy.add(quad.asTriple()));
        return copy;
    }

    @Override
    public void triples(String name, Consumer<Triple> reader) {
        requireOurs();
        Query query = RemoteService.with(StoredQuads.QUADS, Map.of(StoredQuads.GRAPH, NodeFactory.createURI(name)));
        service.select(query, rows -> {
            rows.forEachRemaining(row -> reader.accept(StoredQuads.quad(row).asTriple()));
            return Boolean.TRUE;
        });
    }

    @Override
    public void quads(Predicate<String> ofGraph, Consumer<Quad> reader) {
        requireOurs();
        Predicate<String> data = graph -> !graph.startsWith(RemoteState.OWN) && ofGraph.test(graph);
        try (SpooledQuads spooled = service.select(StoredQuads.QUADS, rows -> SpooledQuads.of(rows, data))) {
            spooled.forEach(reader);
        }
    }

    @Override
    public <T> T lend(Function<DatasetGraph, T> use) {
        requireOurs();
        return use.apply(new RemoteDataset(service, queryLimit));
    }

    /** Nothing is read from a store that has not said within a second whose it is. */
    private void requireOurs() {
        state.current();
    }

    /**
     * Empties the store.
     *
     * @throws ForeignStoreException where it was not filled from our record
     */
    void discard() {
        synchronized (state.turn) {
            if (state.readNow().isEmpty()) {
                state.requireEmpty();
            }
            empty();
        }
    }

    /** Empties the store where it was not filled from our record. */
    void takeOver() {
        synchronized (state.turn) {
            try {
                state.readNow();
            } catch (ForeignStoreException e) {
                LOG.warn("The store at {} is emptied, as was asked for. It was: {}", service.name(), e.getMessage());
                empty();
            }
        }
    }

    private void empty() {
        service.update(new UpdateRequest().add(new UpdateDrop(Target.ALL, true)));
        state.readNow();
    }

    @Override
    public void close() {}
}
