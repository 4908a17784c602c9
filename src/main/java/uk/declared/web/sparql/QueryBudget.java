package uk.declared.web.sparql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How much time the queries of one client may take within a minute, so that nobody keeps the places that all share. A
 * client is an address; a query that has begun is never stopped for it.
 */
@Component
final class QueryBudget {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_CLIENTS = 100_000;

    private final Duration most;
    private final Ticker ticker;
    private final Cache<String, AtomicLong> spent;

    /** @param most query time for each client and minute */
    @Autowired
    QueryBudget(@Value("${declared.sparql.client-budget:60s}") Duration most) {
        this(most, Ticker.systemTicker());
    }

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
     * @throws RefusedException where the client's time is used up
     */
    void run(String client, Runnable query) {
        AtomicLong used = spent.get(client, first -> new AtomicLong());
        if (used.get() >= most.toNanos()) {
            throw new RefusedException(Refusal.OVER_BUDGET, Long.toString(most.toSeconds()));
        }
        long start = ticker.read();
        try {
            query.run();
        } finally {
            used.addAndGet(ticker.read() - start);
        }
    }
}
