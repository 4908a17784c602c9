package uk.declared.web.sparql;

import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Runs strangers' queries in threads of their own, so that the threads that serve pages never depend on one:
 *
 * <ol>
 *   <li>a query is refused at once where too many others have not stopped when told to,
 *   <li>it waits a little for one of a few places, or is refused,
 *   <li>at its deadline, or where memory runs short, it is told to stop, and the client is answered whether it does or not,
 *   <li>one that goes on keeps its place and is counted as a runaway until it ends: Java cannot end a thread.
 * </ol>
 */
final class QueryRunner implements AutoCloseable {
    private static final long STACK_BYTES = 4L << 20;

    private final SparqlLimits limits;
    private final Semaphore places;
    private final AtomicInteger runaways = new AtomicInteger();
    private final ThreadPoolExecutor threads;

    QueryRunner(SparqlLimits limits) {
        this.limits = limits;
        this.places = new Semaphore(limits.atOnce(), true);
        this.threads = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, 60, TimeUnit.SECONDS, new SynchronousQueue<>(), QueryRunner::thread);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(null, work, "sparql-query", STACK_BYTES);
        thread.setDaemon(true);
        return thread;
    }

    /** How many queries run now, those that were told to stop among them. */
    int running() {
        return limits.atOnce() - places.availablePermits();
    }

    /** How many queries run on although they were told to stop. */
    int runaways() {
        return runaways.get();
    }

    /**
     * Runs a query to its end.
     *
     * @param deadline is told when the query has to stop
     * @param work the query; it is to ask the deadline as often as it can
     * @throws QueryRefusedException where it is not run, or not to its end
     */
    <T> T run(Deadline deadline, Supplier<T> work) {
        if (runaways.get() >= limits.runaways() || !hasPlace()) {
            throw new QueryRefusedException(Refusal.BUSY);
        }
        QueryRun<T> run = new QueryRun<>(deadline, work, runaways, places::release);
        threads.execute(run);
        return run.await(limits.timeLimit());
    }

    /** Only a few may wait, since each that does holds a thread that could serve a page. */
    private boolean hasPlace() {
        try {
            return places.getQueueLength() < 2 * limits.atOnce()
                    && places.tryAcquire(limits.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
