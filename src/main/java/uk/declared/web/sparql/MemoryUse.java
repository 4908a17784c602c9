package uk.declared.web.sparql;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/**
 * Whether a query puts the process's memory at risk: what has survived fills most of the heap, and this query has taken a
 * good part of it since it began. Grouping and joining keep rows in memory, and only this stops them in time.
 */
final class MemoryUse {
    private static final double FULL = 0.85;
    private static final double GOOD_PART = 0.20;

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** The pools of what has survived: the old generation, by whatever name the collector gives it. */
    private static final List<MemoryPoolMXBean> SURVIVORS = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP && pool.isUsageThresholdSupported())
            .toList();

    private volatile long thread = -1;
    private volatile long before;

    /** To be called by the thread that runs the query. */
    void begin() {
        before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        thread = Thread.currentThread().getId();
    }

    /** May be called by any thread. */
    boolean isTooMuch() {
        long heap = Runtime.getRuntime().maxMemory();
        return thread >= 0 && survivorsFill() && THREADS.getThreadAllocatedBytes(thread) - before > GOOD_PART * heap;
    }

    private static boolean survivorsFill() {
        return SURVIVORS.stream()
                .map(MemoryPoolMXBean::getUsage)
                .anyMatch(usage -> usage.getMax() > 0 && usage.getUsed() > FULL * usage.getMax());
    }
}
