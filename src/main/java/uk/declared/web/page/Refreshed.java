package uk.declared.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Something that is worked out from all that is published, and again after something was published, without anybody
 * waiting for long:
 *
 * <ol>
 *   <li>it is worked out by one thread of its own, once for however many ask, and never inside a lock that readers need,
 *   <li>who asks while it is out of date waits for a moment ({@link #PATIENCE}), so that what was just published is
 *       there, and is given what was known before where that moment does not suffice,
 *   <li>what took longer than that is not begun again before some times as long have passed, so that a night of many
 *       declarations leaves the processor to the declarations,
 *   <li>what takes less is worked out for every change, as long as that took a second in all; from then on for a twentieth of the time;
 *       where several have one {@link Budget}, it is for all of them; once a minute in any case,
 *   <li>only where nothing is known yet is it awaited.
 * </ol>
 */
public final class Refreshed<T> {
    /** So long does somebody wait for what is new rather than be given what was known. */
    public static final Duration PATIENCE = Duration.ofMillis(250);

    private static final String OF_A_MOMENT_AGO = Refreshed.class.getName() + ".ofAMomentAgo";

    /** After so long it is worked out whatever the budget says. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private static final Duration AT_A_TIME = Duration.ofSeconds(1);
    private static final int SHARE = 20;

    private record Known<T>(String version, T value, long nanos, long at) {}

    private final String name;
    private final Supplier<String> version;
    private final Function<String, T> work;
    private final Consumer<T> discard;
    private final int pause;
    private final LongSupplier nanoTime;
    private final Budget budget;

    /** Whether others have the same budget, so that what takes long is for it too. */
    private final boolean isShared;

    private volatile @Nullable Known<T> known;
    private @Nullable CompletableFuture<Known<T>> running;

    /**
     * @param name of the thread that works it out
     * @param version names the state of what it is worked out from
     * @param work works it out, and is told of which state that is at least
     * @param discard is told what has been replaced
     * @param pause how many times as long as it takes there is to be between two times
     */
    public Refreshed(String name, Supplier<String> version, Function<String, T> work, Consumer<T> discard, int pause) {
        this(name, version, work, discard, pause, System::nanoTime, new Budget(AT_A_TIME, SHARE), false);
    }

    /** @param budget of several together */
    public Refreshed(
            String name,
            Supplier<String> version,
            Function<String, T> work,
            Consumer<T> discard,
            int pause,
            Budget budget) {
        this(name, version, work, discard, pause, System::nanoTime, budget, true);
    }

    Refreshed(
            String name,
            Supplier<String> version,
            Function<String, T> work,
            Consumer<T> discard,
            int pause,
            LongSupplier nanoTime) {
        this(name, version, work, discard, pause, nanoTime, new Budget(AT_A_TIME, SHARE, nanoTime), false);
    }

    Refreshed(
            String name,
            Supplier<String> version,
            Function<String, T> work,
            Consumer<T> discard,
            int pause,
            LongSupplier nanoTime,
            Budget budget,
            boolean isShared) {
        this.nanoTime = nanoTime;
        this.budget = budget;
        this.isShared = isShared;
        this.name = name;
        this.version = version;
        this.work = work;
        this.discard = discard;
        this.pause = pause;
    }

    /** Takes what was worked out of a state by an earlier process. */
    public void begin(String of, T value) {
        known = new Known<>(of, value, PATIENCE.toNanos(), nanoTime.getAsLong());
    }

    /** What is known now; of a moment ago where working it out anew takes long, which the request under way is told. */
    public T now() {
        String current = version.get();
        T value = asOf(current);
        Known<T> latest = known;
        if (latest == null || latest.value != value || !latest.version.equals(current)) {
            RequestAttributes request = RequestContextHolder.getRequestAttributes();
            if (request != null) {
                request.setAttribute(OF_A_MOMENT_AGO, Boolean.TRUE, RequestAttributes.SCOPE_REQUEST);
            }
        }
        return value;
    }

    /** Whether something that a request was answered with was of a moment ago. */
    public static boolean isOfAMomentAgo(HttpServletRequest request) {
        return request.getAttribute(OF_A_MOMENT_AGO) != null;
    }

    private T asOf(String current) {
        Known<T> before = known;
        if (before != null && before.version.equals(current)) {
            return before.value;
        }
        if (before == null) {
            return join(begun(current)).value;
        }
        if (isTooSoon(before)) {
            return before.value;
        }
        CompletableFuture<Known<T>> future = begun(current);
        if (before.nanos > PATIENCE.toNanos()) {
            return before.value;
        }
        try {
            Known<T> after = future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            // It may have been under way already, from what was there before.
            return after.version.equals(current)
                    ? after.value
                    : begun(current).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).value;
        } catch (TimeoutException | ExecutionException e) {
            return before.value;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return before.value;
        }
    }

    /** What is known, if anything is, without working anything out. */
    public @Nullable T last() {
        Known<T> before = known;
        return before == null ? null : before.value;
    }

    private boolean isTooSoon(Known<T> before) {
        boolean isLong = before.nanos > PATIENCE.toNanos();
        long age = nanoTime.getAsLong() - before.at;
        return isLong && age < pause * before.nanos
                || (isShared || !isLong) && age < LONGEST.toNanos() && budget.isSpent();
    }

    private synchronized CompletableFuture<Known<T>> begun(String current) {
        CompletableFuture<Known<T>> under = running;
        if (under != null) {
            return under;
        }
        Known<T> latest = known;
        if (latest != null && latest.version.equals(current)) {
            return CompletableFuture.completedFuture(latest);
        }
        CompletableFuture<Known<T>> future = new CompletableFuture<>();
        running = future;
        Thread thread = new Thread(() -> work(future), name);
        thread.setDaemon(true);
        thread.start();
        return future;
    }

    private void work(CompletableFuture<Known<T>> future) {
        try {
            String from = version.get();
            long start = nanoTime.getAsLong();
            T value = work.apply(from);
            long end = nanoTime.getAsLong();
            Known<T> before = known;
            if (before != null) {
                budget.spend(end - start);
            }
            Known<T> after = new Known<>(from, value, end - start, end);
            known = after;
            ended();
            future.complete(after);
            if (before != null) {
                discard.accept(before.value);
            }
        } catch (Throwable e) {
            // Whoever waits is told; the next who asks begins anew.
            ended();
            future.completeExceptionally(e);
        }
    }

    /** Whether it is being worked out. */
    synchronized boolean isRunning() {
        return running != null;
    }

    private synchronized void ended() {
        running = null;
    }

    private static <T> T join(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
