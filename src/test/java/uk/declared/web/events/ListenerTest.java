package uk.declared.web.events;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ListenerTest {
    private final Wire wire = new Wire();
    private final List<String> ends = new ArrayList<>();
    private final Listener.Connection connection = new Listener.Connection() {
        @Override
        public void complete() {
            ends.add("complete");
        }

        @Override
        public void abort() {
            ends.add("abort");
        }
    };

    /** A connection that takes bytes while it is open. */
    private static final class Wire extends ServletOutputStream {
        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        private boolean open = true;

        @Override
        public boolean isReady() {
            return open;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void write(int octet) {
            taken.write(octet);
        }

        private String text() {
            return taken.toString(StandardCharsets.UTF_8);
        }
    }

    private Listener listener(int most) {
        return new Listener(wire, connection, Optional.of("trafford"), "::1", 4, most);
    }

    private static List<Announcement> announcements(int from, int to, String council) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(sequence -> Announcement.of(sequence, Optional.of(council), "{}"))
                .toList();
    }

    @Test
    void whatTheConnectionDoesNotTakeWaitsInOrder() {
        Listener listener = listener(10);
        wire.open = false;

        listener.tell(announcements(5, 6, "trafford"), 6, 0);
        listener.tell(announcements(7, 7, "exeter"), 7, 0);
        assertThat(wire.text()).isEmpty();
        wire.open = true;
        listener.onWritePossible();

        assertThat(wire.text()).isEqualTo("id: 5\ndata: {}\n\nid: 6\ndata: {}\n\n");
        assertThat(listener.position()).isEqualTo(7);
        assertThat(ends).isEmpty();
    }

    @Test
    void whoDoesNotReadIsCutOff() {
        Listener listener = listener(10);
        wire.open = false;

        listener.tell(announcements(5, 14, "trafford"), 14, 0);
        assertThat(listener.isGone()).isFalse();
        listener.send(Announcement.bytes(":\n\n"));

        assertThat(listener.isGone()).isTrue();
        assertThat(ends).containsExactly("abort");
        wire.open = true;
        listener.onWritePossible();
        assertThat(wire.text()).isEmpty();
    }

    @Test
    void whoResumesMayHaveMissedMoreThanMayWait() {
        Listener listener = listener(10);
        wire.open = false;

        listener.tell(announcements(5, 104, "trafford"), 104, 100);
        wire.open = true;
        listener.onWritePossible();

        assertThat(wire.text().lines().filter(line -> line.startsWith("id: "))).hasSize(100);
    }
}
