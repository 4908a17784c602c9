package uk.declared.web.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what one client did within a minute, so that nobody can try out tokens or fill the disk. */
public final class Attempts {
    /** What a client that has done too much is asked to wait. */
    public static final Duration WINDOW = Duration.ofMinutes(1);

    private static final int MOST_CLIENTS = 10_000;

    private final int most;
    private final Cache<String, AtomicInteger> counts = Caffeine.newBuilder()
            .maximumSize(MOST_CLIENTS)
            .expireAfterWrite(WINDOW)
            .build();

    /** @param most how often within a minute */
    public Attempts(int most) {
        this.most = most;
    }

    /** Counts one more. */
    public void count(String client) {
        counts.get(client, first -> new AtomicInteger()).incrementAndGet();
    }

    /** Whether a client has done as much as it may. */
    public boolean isExhausted(String client) {
        AtomicInteger count = counts.getIfPresent(client);
        return count != null && count.get() >= most;
    }
}
