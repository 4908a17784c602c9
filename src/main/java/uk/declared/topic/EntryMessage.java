package uk.declared.topic;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import uk.declared.record.DamagedRecordException;
import uk.declared.record.Entry;
import uk.declared.record.Head;

/**
 * One message of a topic: an entry of the record, or where what it changes is large, a part of that. Its value is an RDF Patch; what
 * else there is to say stands in headers, which whoever reads only patches passes over.
 *
 * @param base where the record's URIs begin
 * @param entry the entry's number and hash
 * @param part of the entry's patch, counted from 1
 * @param head the record's last entry when this was sent
 * @param line the entry as it stands in the record; absent from all parts but the last
 * @param file where the file travels that the entry's submission came in; absent where it does not
 * @param patch the RDF Patch
 * @param sent when it was sent
 */
record EntryMessage(
        String base,
        Head entry,
        int part,
        long head,
        Optional<String> line,
        Optional<FileAt> file,
        byte[] patch,
        Instant sent) {
    /** By which {@code jena-fuseki-kafka} knows an RDF Patch. */
    static final String CONTENT_TYPE = "Content-Type";

    static final String RDF_PATCH = "application/rdf-patch";
    static final String ENTRY = "declared-entry";
    static final String HASH = "declared-hash";

    private static final String REFERENCE = "files";
    private static final String SENT = "sent";
    private static final String BASE = "declared-base";
    private static final String PART = "declared-part";
    private static final String HEAD = "declared-head";
    private static final String LINE = "declared-line";
    private static final String FILE = "declared-file";

    /**
     * Where a file travels.
     *
     * @param sha256 its name
     * @param offset of its first piece in its topic
     * @param pieces how many it is in
     * @param reference whether reference data is made from it, which says which topic
     */
    record FileAt(String sha256, long offset, int pieces, boolean reference) {
        private static FileAt of(String text) {
            String[] parts = text.split(" ", -1);
            return new FileAt(
                    parts[0], Long.parseLong(parts[1]), Integer.parseInt(parts[2]), parts[3].equals(REFERENCE));
        }

        private String text() {
            return sha256 + " " + offset + " " + pieces + " " + (reference ? REFERENCE : SENT);
        }

        /** The topic that it is in. */
        String topic(TopicAddress address) {
            return reference ? address.files() : address.sent();
        }
    }

    /** Whether it is all, or the last part, of its entry. */
    boolean completes() {
        return line.isPresent();
    }

    /** Whether it came without its content. */
    boolean isRedacted() throws Trouble.TroubleException {
        return read().content() instanceof Entry.Declared declared && declared.redacted();
    }

    /**
     * The entry itself.
     *
     * @throws Trouble.TroubleException where its line cannot be read
     */
    Entry read() throws Trouble.TroubleException {
        try {
            return Entry.ofLine(line.orElseThrow());
        } catch (DamagedRecordException e) {
            throw new Trouble.TroubleException(
                    Trouble.Kind.FAILED, "entry " + entry.sequence() + ": " + e.getMessage());
        }
    }

    /** The message to send. Keys are the numbers of entries: there is one partition, and order is all. */
    ProducerRecord<String, byte[]> toSend(String topic) {
        List<Header> headers = new ArrayList<>();
        headers.add(header(CONTENT_TYPE, RDF_PATCH));
        headers.add(header(ENTRY, Long.toString(entry.sequence())));
        headers.add(header(HASH, entry.hash()));
        headers.add(header(PART, Integer.toString(part)));
        headers.add(header(BASE, base));
        headers.add(header(HEAD, Long.toString(head)));
        file.ifPresent(at -> headers.add(header(FILE, at.text())));
        line.ifPresent(text -> headers.add(header(LINE, text)));
        return new ProducerRecord<>(topic, 0, sent.toEpochMilli(), Long.toString(entry.sequence()), patch, headers);
    }

    private static RecordHeader header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** What was received; absent where it is no message of a record. */
    static Optional<EntryMessage> of(ConsumerRecord<String, byte[]> received) {
        Optional<String> entry = text(received, ENTRY);
        Optional<String> hash = text(received, HASH);
        Optional<String> base = text(received, BASE);
        if (entry.isEmpty() || hash.isEmpty() || base.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new EntryMessage(
                    base.get(),
                    new Head(Long.parseLong(entry.get()), hash.get()),
                    text(received, PART).map(Integer::valueOf).orElse(1),
                    text(received, HEAD).map(Long::valueOf).orElse(0L),
                    text(received, LINE),
                    text(received, FILE).map(FileAt::of),
                    received.value() == null ? new byte[0] : received.value(),
                    Instant.ofEpochMilli(received.timestamp())));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(ConsumerRecord<String, byte[]> received, String name) {
        return Optional.ofNullable(received.headers().lastHeader(name))
                .map(header -> new String(header.value(), StandardCharsets.UTF_8));
    }
}
