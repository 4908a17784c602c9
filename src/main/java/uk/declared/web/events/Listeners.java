package uk.declared.web.events;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import uk.declared.deployment.Deployment;

/**
 * Tells all who listen, by one thread that waits for nobody. It ends before the server does, since open streams would keep that
 * from ending.
 */
@Component
@ConditionalOnBean(Deployment.class)
final class Listeners implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);
    private static final byte[] HEARTBEAT = Announcement.bytes(":\n\n");

    private final Announcements announcements;
    private final EventLimits limits;
    private final List<Listener> all = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService thread = ownThread();
    private volatile boolean running;

    Listeners(Announcements announcements, EventLimits limits) {
        this.announcements = announcements;
        this.limits = limits;
    }

    private static ScheduledExecutorService ownThread() {
        return Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "events");
            thread.setDaemon(true);
            return thread;
        });
    }

    EventLimits limits() {
        return limits;
    }

    /** The position after which a new listener is told everything. */
    long now() {
        return announcements.readable();
    }

    /** Whether one more may listen, from an address. */
    boolean hasRoomFor(String address) {
        all.removeIf(Listener::isGone);
        return all.size() < limits.listeners()
                && all.stream().filter(one -> one.address().equals(address)).count() < limits.fromOneAddress();
    }

    void add(Listener listener) {
        listener.send(Announcement.bytes(
                "id: " + listener.position() + "\nretry: " + limits.retry().toMillis() + "\n\n"));
        all.add(listener);
    }

    void remove(Listener listener) {
        listener.ended();
        all.remove(listener);
    }

    private void tell() {
        try {
            all.removeIf(Listener::isGone);
            if (all.isEmpty()) {
                return;
            }
            long upTo = announcements.readable();
            Map<Long, List<Announcement>> after = new HashMap<>();
            for (Listener listener : all) {
                tell(listener, upTo, after);
            }
        } catch (RuntimeException e) {
            LOG.warn("Those who listen could not be told; it is tried again: {}", e.toString());
        }
    }

    private void tell(Listener listener, long upTo, Map<Long, List<Announcement>> after) {
        long position = listener.position();
        if (position >= upTo) {
            return;
        }
        if (position < announcements.since()) {
            listener.send(announcements.missed());
        }
        List<Announcement> news = after.computeIfAbsent(position, from -> announcements.between(from, upTo));
        listener.tell(news, upTo, news.size());
    }

    private void beat() {
        all.forEach(listener -> listener.send(HEARTBEAT));
    }

    @Override
    public void start() {
        long every = limits.every().toMillis();
        long heartbeat = limits.heartbeat().toMillis();
        thread.scheduleWithFixedDelay(this::tell, every, every, TimeUnit.MILLISECONDS);
        thread.scheduleWithFixedDelay(this::beat, heartbeat, heartbeat, TimeUnit.MILLISECONDS);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        thread.shutdownNow();
        all.forEach(Listener::end);
        all.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
