package uk.declared.web.sparql;

import org.apache.jena.query.QueryCancelledException;

/** When a query has to be over, and how it is told so. It is asked by the thread that runs the query. */
final class Deadline {
    private volatile Runnable stop = () -> {};
    private volatile boolean over;

    /** What is to happen, in another thread, when the query must stop. */
    void onStop(Runnable action) {
        stop = action;
        if (over) {
            action.run();
        }
    }

    /** Tells the query to stop. */
    void stop() {
        over = true;
        stop.run();
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
