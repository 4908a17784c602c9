package uk.declared.topic;

import java.time.Duration;

/**
 * How far a replica is behind what it follows.
 *
 * @param entries how many entries of the record it is known to lack
 * @param time for how long it has lacked the first of them; nothing where it lacks none
 */
public record Lag(long entries, Duration time) {
    static final Lag NONE = new Lag(0, Duration.ZERO);

    /** The time in seconds, with their parts. */
    public double seconds() {
        return time.toMillis() / 1000.0;
    }
}
