package uk.declared.web.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/**
 * What one client may do within a minute, so that nobody can try out tokens or fill the disk: a bucket for each client, filled
 * anew every minute.
 */
public final class Attempts {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_CLIENTS = 10_000;

    private final int most;
    private final Cache<String, Bucket> clients = Caffeine.newBuilder()
            .maximumSize(MOST_CLIENTS)
            .expireAfterAccess(WINDOW)
            .build();

    /** @param most how often within a minute; 0 where nobody may at all */
    public Attempts(int most) {
        this.most = most;
    }

    /** Counts one more. */
    public void count(String client) {
        if (most > 0) {
            bucket(client).tryConsume(1);
        }
    }

    /** Whether a client has done as much as it may. */
    public boolean isExhausted(String client) {
        return most == 0 || bucket(client).getAvailableTokens() == 0;
    }

    /** What a client that has done too much is asked to wait, in whole seconds, at least one. */
    public long secondsToWait(String client) {
        if (most == 0) {
            return WINDOW.toSeconds();
        }
        long nanos = bucket(client).estimateAbilityToConsume(1).getNanosToWaitForRefill();
        return Math.max(1, Duration.ofNanos(nanos).plusMillis(999).toSeconds());
    }

    private Bucket bucket(String client) {
        return clients.get(
                client,
                first -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(most).refillIntervally(most, WINDOW))
                        .build());
    }
}
