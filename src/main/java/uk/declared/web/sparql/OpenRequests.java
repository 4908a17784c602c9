package uk.declared.web.sparql;

import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many requests to the endpoint are open at a time, of all clients and of each: whether they are being read, wait, run or
 * are being sent. Whoever sends or reads slowly holds a thread as long as one whose query runs, and the threads beyond this
 * number are left to the pages.
 */
final class OpenRequests {
    private final int most;
    private final int mostOfOne;
    private final AtomicInteger open = new AtomicInteger();
    private final ConcurrentMap<String, Integer> ofEach = new ConcurrentHashMap<>();

    OpenRequests(SparqlLimits limits) {
        this.most = limits.openRequests();
        this.mostOfOne = limits.clientRequests();
    }

    /**
     * Carries out what a request asks for.
     *
     * @param client as {@link QueryBudget#client} names it
     * @throws QueryRefusedException where there are too many others
     */
    <T> T run(String client, Callable<T> request) throws Exception {
        int others = open.getAndIncrement();
        int own = ofEach.merge(client, 1, Integer::sum);
        try {
            if (others >= most || own > mostOfOne) {
                throw new QueryRefusedException(Refusal.BUSY);
            }
            return request.call();
        } finally {
            open.decrementAndGet();
            ofEach.computeIfPresent(client, (name, count) -> count == 1 ? null : count - 1);
        }
    }
}
