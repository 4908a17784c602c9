package uk.declared.web.sparql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * How much time the queries of one client may take within a minute, so that nobody keeps the places that all share. A
 * client is an address, or a network of 64 bits where addresses are of version 6, since whoever has one such address has
 * them all; a query that has begun is never stopped for it.
 */
@Component
final class QueryBudget {
    static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_CLIENTS = 100_000;
    private static final int GROUPS_OF_A_NETWORK = 4;

    private final Duration most;
    private final Ticker ticker;
    private final Cache<String, Spent> spent;

    /** @param since when the client's minute began, in nanoseconds */
    private record Spent(AtomicLong nanos, long since) {}

    @Autowired
    QueryBudget(SparqlLimits limits) {
        this(limits.clientBudget(), Ticker.systemTicker());
    }

    /** @param most query time for each client and minute */
    QueryBudget(Duration most, Ticker ticker) {
        this.most = most;
        this.ticker = ticker;
        this.spent = Caffeine.newBuilder()
                .maximumSize(MOST_CLIENTS)
                .expireAfterWrite(WINDOW)
                .ticker(ticker)
                .build();
    }

    /**
     * Runs a query of a client, and counts the time that it takes.
     *
     * @param address of the client
     * @throws QueryRefusedException where the client's time is used up
     */
    void run(String address, Runnable query) {
        Spent used = spent.get(client(address), first -> new Spent(new AtomicLong(), ticker.read()));
        if (used.nanos().get() >= most.toNanos()) {
            Duration left = WINDOW.minusNanos(ticker.read() - used.since());
            throw new QueryRefusedException(Refusal.OVER_BUDGET, left, Long.toString(most.toSeconds()));
        }
        long start = ticker.read();
        try {
            query.run();
        } finally {
            used.nanos().addAndGet(ticker.read() - start);
        }
    }

    /** Tomcat writes addresses of version 6 in full, all eight groups of them. */
    static String client(String address) {
        String[] groups = address.split(":");
        return groups.length == 2 * GROUPS_OF_A_NETWORK
                ? String.join(":", Arrays.copyOf(groups, GROUPS_OF_A_NETWORK))
                : address;
    }
}
