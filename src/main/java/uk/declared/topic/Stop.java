package uk.declared.topic;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ends a thread: between two steps where it can, so that no file is closed under it, and by force where it takes too long. */
final class Stop {
    private static final long GENTLY = 3_000;

    private final CountDownLatch asked = new CountDownLatch(1);

    boolean isAsked() {
        return asked.getCount() == 0;
    }

    /** Waits so many milliseconds, or until it is asked to stop; tells whether it was. */
    boolean await(long millis) {
        try {
            return asked.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    /** Asks, and returns when the thread has ended. */
    void end(Thread thread) {
        asked.countDown();
        try {
            thread.join(GENTLY);
            thread.interrupt();
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
