package uk.declared.query;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Something that is worked out from one state of the store, and again when there is another. Whoever comes first after a change works it
 * out and gets the new one; who comes meanwhile gets the one before, and waits only where there is none yet.
 *
 * @param <T> must bear to be used by several threads, and for a while after there is a newer one
 */
public final class Refreshed<T> {
    private final ReentrantLock making = new ReentrantLock();
    private volatile Optional<Held<T>> held = Optional.empty();

    private record Held<T>(String version, T value) {}

    /**
     * What was worked out.
     *
     * @param version names the store's state
     * @param make works it out anew; called by one thread at a time
     */
    public T get(String version, Supplier<T> make) {
        return get(version, make, before -> {});
    }

    /**
     * The same.
     *
     * @param retire takes the one before once nobody is given it any more
     */
    public T get(String version, Supplier<T> make, Consumer<T> retire) {
        Optional<Held<T>> before = held;
        if (before.filter(found -> found.version().equals(version)).isPresent()) {
            return before.get().value();
        }
        if (before.isEmpty()) {
            making.lock();
        } else if (!making.tryLock()) {
            return before.get().value();
        }
        try {
            Optional<Held<T>> now = held;
            if (now.isEmpty() || !now.get().version().equals(version)) {
                Optional<Held<T>> earlier = now;
                now = Optional.of(new Held<>(version, make.get()));
                held = now;
                earlier.map(Held::value).ifPresent(retire);
            }
            return now.get().value();
        } finally {
            making.unlock();
        }
    }

    /** What there is, without working anything out. */
    public Optional<T> held() {
        return held.map(Held::value);
    }
}
