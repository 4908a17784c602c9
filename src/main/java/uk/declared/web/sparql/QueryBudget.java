package uk.declared.web.sparql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Arrays;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * How much time the queries of one client may take within a minute, so that nobody keeps the places that all share. A
 * client is an address, or a network of 64 bits where addresses are of version 6, since whoever has one such address has
 * them all; a query that has begun is never stopped for it.
 *
 * <p>Each client has a bucket of milliseconds, filled anew every minute. How long a query takes is known when it has ended, so
 * that it begins where anything is left, and what it takes beyond that is owed.
 */
@Component
final class QueryBudget {
    static final Duration WINDOW = Duration.ofMinutes(1);
    /** Whoever lets as many queries run as one may, to their end, owes less than this. */
    private static final Duration REMEMBERED = WINDOW.multipliedBy(3);

    private static final int MOST_CLIENTS = 100_000;
    private static final int GROUPS_OF_A_NETWORK = 4;

    private final Duration most;
    private final TimeMeter time;
    private final Cache<String, Bucket> clients;

    @Autowired
    QueryBudget(SparqlLimits limits) {
        this(limits.clientBudget(), TimeMeter.SYSTEM_NANOTIME);
    }

    /** @param most query time for each client and minute */
    QueryBudget(Duration most, TimeMeter time) {
        this.most = most;
        this.time = time;
        this.clients = Caffeine.newBuilder()
                .maximumSize(MOST_CLIENTS)
                .expireAfterAccess(REMEMBERED)
                .ticker(time::currentTimeNanos)
                .build();
    }

    /**
     * Runs a query of a client, and counts the time that it takes.
     *
     * @param address of the client
     * @throws QueryRefusedException where the client's time is used up
     */
    void run(String address, Runnable query) {
        Bucket left = clients.get(client(address), first -> bucket());
        if (left.getAvailableTokens() <= 0) {
            Duration wait = Duration.ofNanos(left.estimateAbilityToConsume(1).getNanosToWaitForRefill());
            throw new QueryRefusedException(Refusal.OVER_BUDGET, wait, Long.toString(most.toSeconds()));
        }
        long start = time.currentTimeNanos();
        try {
            query.run();
        } finally {
            left.consumeIgnoringRateLimits(1 + millis(Duration.ofNanos(time.currentTimeNanos() - start)));
        }
    }

    private Bucket bucket() {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(limit -> limit.capacity(millis(most)).refillIntervally(millis(most), WINDOW))
                .build();
    }

    private static long millis(Duration time) {
        return time.toMillis();
    }

    /** Tomcat writes addresses of version 6 in full, all eight groups of them. */
    static String client(String address) {
        String[] groups = address.split(":");
        return groups.length == 2 * GROUPS_OF_A_NETWORK
                ? String.join(":", Arrays.copyOf(groups, GROUPS_OF_A_NETWORK))
                : address;
    }
}
