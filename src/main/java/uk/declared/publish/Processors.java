package uk.declared.publish;

import java.util.concurrent.Semaphore;

/**
 * Lets as many submissions be read, mapped and checked at a time as there are processors, in the order in which they came. Small
 * ones have turns of their own, so that they never wait for large ones.
 */
final class Processors {
    /** What is smaller than this many bytes is checked in the blink of an eye. */
    private static final long SMALL = 64 << 10;

    private final Semaphore small = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
    private final Semaphore large = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    /** A turn, to be closed when it is over. */
    record Turn(Semaphore of) implements AutoCloseable {
        @Override
        public void close() {
            of.release();
        }
    }

    /** Waits for a turn. */
    Turn turn(long bytes) {
        Semaphore of = bytes < SMALL ? small : large;
        of.acquireUninterruptibly();
        return new Turn(of);
    }
}
