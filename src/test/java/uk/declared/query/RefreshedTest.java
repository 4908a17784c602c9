package uk.declared.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class RefreshedTest {
    private final Refreshed<String> refreshed = new Refreshed<>();

    @Test
    void itIsWorkedOutOnceForEachState() {
        assertThat(refreshed.get("1", () -> "one")).isEqualTo("one");
        assertThat(refreshed.get("1", () -> "again")).isEqualTo("one");
        assertThat(refreshed.get("2", () -> "two")).isEqualTo("two");
    }

    @Test
    void whoComesWhileItIsWorkedOutGetsTheOneBefore() throws Exception {
        refreshed.get("1", () -> "one");
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<String> slow = other.submit(() -> refreshed.get("2", () -> {
                begun.countDown();
                await(go);
                return "two";
            }));
            begun.await();

            assertThat(refreshed.get("2", () -> "never")).isEqualTo("one");
            go.countDown();
            assertThat(slow.get()).isEqualTo("two");
            assertThat(refreshed.get("2", () -> "never")).isEqualTo("two");
        } finally {
            other.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
