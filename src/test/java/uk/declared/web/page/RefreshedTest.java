package uk.declared.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshedTest {
    private final AtomicReference<String> version = new AtomicReference<>("one");
    private final AtomicInteger worked = new AtomicInteger();

    @Test
    void whatIsPublishedIsThereWhenItIsAskedForNext() {
        Refreshed<String> refreshed = refreshed(version::get);
        assertThat(refreshed.now()).isEqualTo("one");

        version.set("two");

        assertThat(refreshed.now()).isEqualTo("two");
    }

    @Test
    void nothingIsWorkedOutTwiceForOneState() {
        Refreshed<String> refreshed = refreshed(version::get);

        assertThat(List.of(refreshed.now(), refreshed.now(), refreshed.now())).containsOnly("one");
        assertThat(worked).hasValue(1);
    }

    @Test
    void whoAsksIsGivenWhatWasKnownWhileItIsWorkedOutForLong() throws Exception {
        CountDownLatch mayEnd = new CountDownLatch(1);
        Refreshed<String> refreshed = refreshed(() -> {
            String now = Objects.requireNonNull(version.get());
            if (now.equals("two")) {
                await(mayEnd);
            }
            return now;
        });
        refreshed.now();
        version.set("two");

        assertThat(refreshed.now()).isEqualTo("one");
        assertThat(refreshed.now()).isEqualTo("one");
        assertThat(worked).hasValue(2);

        mayEnd.countDown();
        while (!"two".equals(refreshed.last())) {
            Thread.onSpinWait();
        }
        assertThat(refreshed.now()).isEqualTo("two");
    }

    /** Each takes a tenth of a second by a clock of its own. */
    @Test
    void whatChangesAllTheTimeIsWorkedOutForATwentiethOfTheTime() {
        AtomicLong time = new AtomicLong();
        long tenth = TimeUnit.MILLISECONDS.toNanos(100);
        Refreshed<String> refreshed = new Refreshed<>(
                "test",
                version::get,
                now -> {
                    worked.incrementAndGet();
                    time.addAndGet(tenth);
                    return now;
                },
                before -> {},
                2,
                time::get);
        for (int change = 0; change < 1_000; change++) {
            version.set("change " + change);
            refreshed.now();
            time.addAndGet(tenth);
        }
        assertThat(worked.get())
                .as("A second at first, then a twentieth of a hundred")
                .isBetween(50, 75);

        time.addAndGet(TimeUnit.SECONDS.toNanos(20));
        version.set("the last");

        assertThat(refreshed.now()).isEqualTo("the last");
    }

    /** Each of five takes four tenths of a second, which is long, or a tenth, which is not. */
    @ParameterizedTest
    @ValueSource(longs = {400, 100})
    void whatHasOneBudgetIsWorkedOutForATwentiethOfTheTimeInAll(long milliseconds) {
        AtomicLong time = new AtomicLong();
        Budget budget = new Budget(Duration.ofSeconds(5), 20, time::get);
        List<Refreshed<String>> five = lists(5, Duration.ofMillis(milliseconds), budget, time);
        for (int second = 0; second < 200; second++) {
            version.set("second " + second);
            five.forEach(each -> {
                each.now();
                awaitEnd(each);
            });
            time.addAndGet(TimeUnit.SECONDS.toNanos(1));
        }
        long seconds = TimeUnit.NANOSECONDS.toSeconds(time.get());
        assertThat(worked.get() * milliseconds / 1000.0)
                .as("Five seconds at first, then a twentieth of %s, and each once a minute", seconds)
                .isBetween(5 + seconds / 20.0 - 4, 5 + seconds / 20.0 + 5 * milliseconds / 1000.0 * seconds / 60);
    }

    /** However many lists are read for the first time, and however much others have spent. */
    @Test
    void whatIsPublishedIsThereAfterAMinuteWhateverElseWasAskedFor() {
        AtomicLong time = new AtomicLong();
        Budget budget = new Budget(Duration.ofSeconds(5), 20, time::get);
        List<Refreshed<String>> lists = lists(300, Duration.ofSeconds(2), budget, time);
        lists.forEach(Refreshed::now);
        assertThat(budget.isSpent()).as("by what nobody had asked for before").isFalse();
        for (int change = 0; change < 10; change++) {
            version.set("change " + change);
            lists.forEach(each -> {
                each.now();
                awaitEnd(each);
            });
        }
        version.set("the last");
        Refreshed<String> first = lists.get(0);
        time.addAndGet(TimeUnit.SECONDS.toNanos(61));
        first.now();
        awaitEnd(first);

        assertThat(first.now()).isEqualTo("the last");
    }

    /** Several that have one budget and take so long each by a clock of their own. */
    private List<Refreshed<String>> lists(int count, Duration taken, Budget budget, AtomicLong time) {
        return IntStream.range(0, count)
                .mapToObj(each -> new Refreshed<>(
                        "test",
                        version::get,
                        (String now) -> {
                            worked.incrementAndGet();
                            time.addAndGet(taken.toNanos());
                            return now;
                        },
                        before -> {},
                        2,
                        time::get,
                        budget,
                        true))
                .toList();
    }

    private static void awaitEnd(Refreshed<String> each) {
        while (each.isRunning()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void whatIsReplacedIsDiscarded() {
        List<String> discarded = new ArrayList<>();
        Refreshed<String> refreshed = new Refreshed<>("test", version::get, now -> now, discarded::add, 0);
        refreshed.now();
        version.set("two");
        refreshed.now();
        version.set("three");
        refreshed.now();

        assertThat(discarded).contains("one");
    }

    @Test
    void aFailureIsToldToWhoeverWaitsAndTheNextBeginsAnew() {
        AtomicInteger tried = new AtomicInteger();
        Refreshed<String> refreshed = refreshed(() -> {
            if (tried.getAndIncrement() == 0) {
                throw new IllegalStateException("not now");
            }
            return "there";
        });

        assertThatThrownBy(refreshed::now)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("not now");
        assertThat(refreshed.now()).isEqualTo("there");
    }

    private Refreshed<String> refreshed(Supplier<String> work) {
        return new Refreshed<>(
                "test",
                version::get,
                now -> {
                    worked.incrementAndGet();
                    return work.get();
                },
                old -> {},
                0);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
