package uk.declared.web.sparql;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.jena.query.QueryCancelledException;

/** One query that runs in a thread of its own while another waits for it. */
final class QueryRun<T> implements Runnable {
    /** So long may a query take to notice that it has to stop. */
    private static final Duration GRACE = Duration.ofMillis(500);

    private static final long LOOK_EVERY_MILLIS = 100;

    private enum State {
        RUNNING,
        DONE,
        GIVEN_UP
    }

    private final Deadline deadline;
    private final Supplier<T> work;
    private final AtomicInteger runaways;
    private final Runnable leavePlace;
    private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private final MemoryUse memory = new MemoryUse();

    QueryRun(Deadline deadline, Supplier<T> work, AtomicInteger runaways, Runnable leavePlace) {
        this.deadline = deadline;
        this.work = work;
        this.runaways = runaways;
        this.leavePlace = leavePlace;
    }

    @Override
    public void run() {
        memory.begin();
        try {
            answer.complete(work.get());
        } catch (Throwable e) {
            // Errors too: a stack or a memory that overflows is the query's affair, and must not end in silence.
            answer.completeExceptionally(e);
        } finally {
            if (!state.compareAndSet(State.RUNNING, State.DONE)) {
                runaways.decrementAndGet();
            }
            leavePlace.run();
        }
    }

    T await(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        try {
            while (true) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                try {
                    return answer.get(Math.max(1, Math.min(LOOK_EVERY_MILLIS, left)), TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    if (memory.isTooMuch()) {
                        return stop(Refusal.MEMORY);
                    }
                    if (left <= 0) {
                        return stop(Refusal.TIME);
                    }
                }
            }
        } catch (ExecutionException e) {
            throw failure(e, Refusal.TIME);
        } catch (InterruptedException e) {
            deadline.stop();
            giveUp();
            Thread.currentThread().interrupt();
            throw new QueryRefusedException(Refusal.BUSY);
        }
    }

    private T stop(Refusal reason) throws InterruptedException {
        deadline.stop();
        try {
            return answer.get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw failure(e, reason);
        } catch (TimeoutException e) {
            giveUp();
            throw new QueryRefusedException(reason);
        }
    }

    private void giveUp() {
        if (state.compareAndSet(State.RUNNING, State.GIVEN_UP)) {
            runaways.incrementAndGet();
        }
    }

    private RuntimeException failure(ExecutionException failed, Refusal stopped) {
        Throwable cause = failed.getCause();
        boolean refused = cause instanceof QueryRefusedException;
        if (cause instanceof QueryCancelledException || (deadline.isOver() && !refused)) {
            // What was stopped half-way may fail in other ways too: Jena's sorting then misses its own memory.
            return new QueryRefusedException(stopped);
        }
        if (cause instanceof StackOverflowError) {
            return new QueryRefusedException(Refusal.TOO_DEEP);
        }
        if (cause instanceof OutOfMemoryError) {
            return new QueryRefusedException(Refusal.MEMORY);
        }
        return cause instanceof RuntimeException e ? e : new IllegalStateException(failed);
    }
}
