package uk.declared.web.sparql;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.jena.query.QueryCancelledException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When a query has to be over, and how it is told so. It is asked by the thread that runs the query. */
final class Deadline {
    private static final Logger LOG = LoggerFactory.getLogger(Deadline.class);

    /** Telling may have to wait for the query itself, so whoever sees to the time does not do it. */
    private static final ExecutorService TELLERS = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "sparql-stop");
        thread.setDaemon(true);
        return thread;
    });

    private volatile Runnable stop = () -> {};
    private volatile boolean over;

    /** What is to happen, in another thread, when the query must stop. */
    void onStop(Runnable action) {
        stop = action;
        if (over) {
            tell();
        }
    }

    /**
     * Tells the query to stop, and does not wait for it: while Jena prepares a query, and works out its constants, it lets
     * nobody else abort it.
     */
    void stop() {
        over = true;
        TELLERS.execute(this::tell);
    }

    /**
     * Stopping reaches into what the query's own thread is writing to: Jena's sorting, for one, fails when it throws away the
     * files that it is still spilling to. Whether it has stopped is seen by whether the query ends.
     */
    private void tell() {
        try {
            stop.run();
        } catch (RuntimeException e) {
            LOG.debug("The query was stopped while it was writing", e);
        }
    }

    boolean isOver() {
        return over;
    }

    /** @throws QueryCancelledException where the query has been told to stop */
    void check() {
        if (over) {
            throw new QueryCancelledException();
        }
    }
}
