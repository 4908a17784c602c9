package uk.declared.projection;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.jena.sparql.engine.binding.Binding;
import uk.declared.store.Rows;
import uk.declared.store.Store;
import uk.declared.store.StoreChange;

/**
 * What follows from a store that nobody else writes to, worked out by several threads ahead of whoever takes it: graphs that do not follow from one
 * another.
 */
final class Derivations implements Iterator<StoreChange>, AutoCloseable {
    /** So many per thread are held at most, since each is the whole of a graph. */
    private static final int AHEAD = 2;

    private final Rows rows;
    private final Iterator<StoreChange.Derive> waiting;
    private final Deque<CompletableFuture<StoreChange>> running = new ArrayDeque<>();
    private final int threads = Runtime.getRuntime().availableProcessors();
    private final ExecutorService workers = Executors.newFixedThreadPool(threads);

    Derivations(Store store, List<StoreChange.Derive> derivations) {
        Store patient = store.patient();
        this.rows = (query, bindings) -> patient.select(
                query, bindings, found -> found.stream().map(Binding::detach).toList());
        this.waiting = derivations.iterator();
    }

    @Override
    public boolean hasNext() {
        return waiting.hasNext() || !running.isEmpty();
    }

    @Override
    public StoreChange next() {
        while (waiting.hasNext() && running.size() < threads * AHEAD) {
            StoreChange.Derive derive = waiting.next();
            running.add(CompletableFuture.supplyAsync(
                    () -> new StoreChange.Replace(
                            derive.graph(), derive.derivation().apply(rows)),
                    workers));
        }
        if (running.isEmpty()) {
            throw new NoSuchElementException();
        }
        try {
            return running.remove().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
