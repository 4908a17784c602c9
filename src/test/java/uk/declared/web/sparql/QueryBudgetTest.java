package uk.declared.web.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class QueryBudgetTest {
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger ran = new AtomicInteger();
    private final TimeMeter time = new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return nanos.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    };
    private final QueryBudget budget = new QueryBudget(Duration.ofSeconds(10), time);

    private void query(String client, int seconds) {
        budget.run(client, () -> {
            ran.incrementAndGet();
            nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
        });
    }

    @Test
    void whoHasUsedUpTheirTimeWaitsAndNobodyElse() {
        query("a", 6);
        query("a", 6);

        assertThatThrownBy(() -> query("a", 1)).isInstanceOfSatisfying(QueryRefusedException.class, refused -> {
            assertThat(refused.refusal()).isEqualTo(Refusal.OVER_BUDGET);
            assertThat(refused.refusal().status().value()).isEqualTo(429);
            assertThat(refused.refusal().passes()).isTrue();
            assertThat(refused.waiting()).contains(Duration.ofSeconds(48));
        });
        query("b", 1);
        assertThat(ran).hasValue(3);
    }

    @Test
    void whoHasManyAddressesOfOneNetworkHasOneBudget() {
        query("2001:db8:0:1:0:0:0:1", 11);

        assertThatThrownBy(() -> query("2001:db8:0:1:9:8:7:6", 1)).isInstanceOf(QueryRefusedException.class);
        query("2001:db8:0:2:0:0:0:1", 1);
        query("192.0.2.1", 11);
        query("192.0.2.2", 1);
        assertThat(ran).hasValue(4);
    }

    @Test
    void afterAMinuteTheyMayAskAgain() {
        query("a", 11);
        nanos.addAndGet(Duration.ofSeconds(61).toNanos());

        query("a", 1);

        assertThat(ran).hasValue(2);
    }

    @Test
    void whatAQueryTookBeyondTheBudgetIsOwedInTheNextMinute() {
        query("a", 25);
        nanos.addAndGet(Duration.ofSeconds(36).toNanos());

        assertThatThrownBy(() -> query("a", 1)).isInstanceOf(QueryRefusedException.class);
        nanos.addAndGet(Duration.ofSeconds(60).toNanos());
        query("a", 1);
        assertThat(ran).hasValue(2);
    }

    @Test
    void aBudgetMayBeLargerThanTheMinuteItIsFor() {
        new QueryBudget(Duration.ofHours(1), time).run("a", ran::incrementAndGet);
        new QueryBudget(Duration.ofDays(1), time).run("a", ran::incrementAndGet);

        assertThat(ran).hasValue(2);
    }

    @Test
    void aQueryThatFailsCountsToo() {
        assertThatThrownBy(() -> budget.run("a", () -> {
                    nanos.addAndGet(Duration.ofSeconds(11).toNanos());
                    throw new IllegalStateException("it failed");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThatThrownBy(() -> query("a", 1)).isInstanceOf(QueryRefusedException.class);
    }
}
