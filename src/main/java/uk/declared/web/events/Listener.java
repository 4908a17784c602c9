package uk.declared.web.events;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * One who listens. What is sent waits here until the connection takes it, and no thread waits with it:
 *
 * <ol>
 *   <li>whoever sends writes what the connection takes at once, and leaves the rest,
 *   <li>the server calls back when the connection takes more,
 *   <li>where more waits than may, the listener is dropped.
 * </ol>
 */
final class Listener implements WriteListener {
    /** How a connection ends. */
    interface Connection {
        /** In good order. */
        void complete();

        /** At once, with nothing more written: the other side does not read. */
        void abort();
    }

    private final ServletOutputStream out;
    private final Connection connection;
    private final Optional<String> council;
    private final String address;
    private final int most;
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private long position;
    private boolean gone;

    /**
     * @param council to listen to, by its slug; all where it is absent
     * @param address whence it listens
     * @param position the record's position after which it is to be told everything
     * @param most how many messages may wait
     */
    Listener(
            ServletOutputStream out,
            Connection connection,
            Optional<String> council,
            String address,
            long position,
            int most) {
        this.out = out;
        this.connection = connection;
        this.council = council;
        this.address = address;
        this.position = position;
        this.most = most;
    }

    String address() {
        return address;
    }

    synchronized long position() {
        return position;
    }

    /** Whether something waits for the connection to take it. */
    synchronized boolean isWaiting() {
        return !waiting.isEmpty();
    }

    /** Whether there is nobody any more to send to. */
    synchronized boolean isGone() {
        return gone;
    }

    /** Sends those of some announcements that it wants. As many as it missed may wait besides what may wait otherwise. */
    synchronized void tell(Iterable<Announcement> announcements, long upTo, int missed) {
        for (Announcement announcement : announcements) {
            if (announcement.concerns(council)) {
                send(announcement.message(), most + missed);
            }
        }
        position = upTo;
    }

    /** Sends a message. */
    synchronized void send(byte[] message) {
        send(message, most);
    }

    private void send(byte[] message, int bound) {
        if (gone) {
            return;
        }
        if (waiting.size() >= bound) {
            gone = true;
            waiting.clear();
            connection.abort();
            return;
        }
        waiting.add(message);
        write();
    }

    @Override
    public synchronized void onWritePossible() {
        write();
    }

    private void write() {
        try {
            boolean wrote = false;
            while (!gone && out.isReady() && !waiting.isEmpty()) {
                out.write(waiting.remove());
                wrote = true;
            }
            if (wrote && out.isReady()) {
                out.flush();
            }
        } catch (IOException | IllegalStateException e) {
            // The connection broke, or its end is under way: there is nobody left to tell.
            gone = true;
            waiting.clear();
        }
    }

    @Override
    public synchronized void onError(Throwable failure) {
        gone = true;
        waiting.clear();
        connection.complete();
    }

    /** Ends the connection in good order; the client will connect anew and resume. */
    synchronized void end() {
        if (!gone) {
            gone = true;
            connection.complete();
        }
    }

    /** Notes that the connection has ended. */
    synchronized void ended() {
        gone = true;
        waiting.clear();
    }
}
