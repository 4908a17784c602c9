package uk.declared.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import uk.declared.submission.UnreadableSubmissionException;

/**
 * Works things out ahead, as many at a time as there are processors, and hands on what came of them in the order in which they
 * were given. No more than a few wait at a time.
 *
 * @param <T> what comes of each
 */
final class Ahead<T> implements AutoCloseable {
    private static final int EACH = 2;

    private final int processors = Runtime.getRuntime().availableProcessors();
    private final ExecutorService workers = Executors.newFixedThreadPool(processors);
    private final Iterator<Callable<T>> tasks;
    private final Deque<Future<T>> waiting = new ArrayDeque<>();

    Ahead(List<Callable<T>> tasks) {
        this.tasks = tasks.iterator();
    }

    boolean hasNext() {
        return !waiting.isEmpty() || tasks.hasNext();
    }

    /**
     * What came of the next one, as soon as it is known.
     *
     * @throws UnreadableSubmissionException where that is what came of it
     */
    T next() throws UnreadableSubmissionException {
        while (tasks.hasNext() && waiting.size() < EACH * processors) {
            waiting.add(workers.submit(tasks.next()));
        }
        try {
            return waiting.remove().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnreadableSubmissionException unreadable) {
                throw unreadable;
            }
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RefusedException("Interrupted.", e);
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
