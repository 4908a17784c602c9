package uk.declared.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {
    @Test
    void workTakesAThirdOfTheTimeInShortTurns() {
        AtomicLong time = new AtomicLong();
        AtomicLong rested = new AtomicLong();
        AtomicLong longest = new AtomicLong();
        Pace pace = new Pace(3, time::get, nanos -> {
            time.addAndGet(nanos);
            rested.addAndGet(nanos);
            longest.accumulateAndGet(nanos, Math::max);
        });
        long step = TimeUnit.MICROSECONDS.toNanos(1);
        for (int i = 0; i < 3_000_000; i++) {
            time.addAndGet(step);
            pace.step();
        }
        assertThat(rested.get() / (double) time.get()).isBetween(0.65, 0.67);
        assertThat(longest.get()).isLessThan(TimeUnit.MILLISECONDS.toNanos(50));
    }
}
