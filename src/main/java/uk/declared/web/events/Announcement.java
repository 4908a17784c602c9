package uk.declared.web.events;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A declaration as it is announced.
 *
 * @param sequence the number of its entry in the record, by which a listener resumes
 * @param council the slug of the council, where it is of one
 * @param message the event as it is sent
 */
record Announcement(long sequence, Optional<String> council, byte[] message) {
    /** @param data on one line */
    static Announcement of(long sequence, Optional<String> council, String data) {
        return new Announcement(sequence, council, bytes("id: " + sequence + "\ndata: " + data + "\n\n"));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Whether someone who listens to one council, or to all, wants it. */
    boolean concerns(Optional<String> wanted) {
        return wanted.isEmpty() || wanted.equals(council);
    }
}
