package uk.declared.web.sparql;

import org.apache.jena.query.QueryCancelledException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When a query has to be over, and how it is told so. It is asked by the thread that runs the query. */
final class Deadline {
    private static final Logger LOG = LoggerFactory.getLogger(Deadline.class);

    private volatile Runnable stop = () -> {};
    private volatile boolean over;

    /** What is to happen, in another thread, when the query must stop. */
    void onStop(Runnable action) {
        stop = action;
        if (over) {
            tell();
        }
    }

    /** Tells the query to stop. */
    void stop() {
        over = true;
        tell();
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
