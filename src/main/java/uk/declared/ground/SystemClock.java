package uk.declared.ground;

import java.time.Clock;

/** The clock by which the program works, unless it is given another one. */
public final class SystemClock {
    /** The time of the machine; whatever is written down is in UTC. */
    public static final Clock UTC = Clock.systemUTC();

    private SystemClock() {}
}
