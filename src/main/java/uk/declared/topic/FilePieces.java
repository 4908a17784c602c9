package uk.declared.topic;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import uk.declared.folder.KeptSubmissions;

/** Files in pieces: how what was sent, and what reference data is made from, travels beside the record. */
final class FilePieces {
    private static final int PIECE = 512 << 10;
    private static final String FILE = "declared-file";
    private static final String NUMBER = "declared-piece";

    private FilePieces() {}

    /**
     * Sends a file within the producer's transaction.
     *
     * @param reference whether reference data is made from it
     */
    static EntryMessage.FileAt send(
            Path file, String sha256, boolean reference, TopicAddress address, Producer<String, byte[]> producer)
            throws IOException, InterruptedException {
        String topic = reference ? address.files() : address.sent();
        Optional<Future<RecordMetadata>> first = Optional.empty();
        int pieces = 0;
        try (InputStream in = Files.newInputStream(file)) {
            byte[] piece = in.readNBytes(PIECE);
            while (piece.length > 0 || pieces == 0) {
                ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, 0, sha256 + "/" + pieces, piece);
                message.headers().add(FILE, sha256.getBytes(StandardCharsets.UTF_8));
                message.headers().add(NUMBER, Integer.toString(pieces).getBytes(StandardCharsets.UTF_8));
                Future<RecordMetadata> sent = producer.send(message);
                first = first.isPresent() ? first : Optional.of(sent);
                pieces++;
                piece = in.readNBytes(PIECE);
            }
            return new EntryMessage.FileAt(sha256, first.orElseThrow().get().offset(), pieces, reference);
        } catch (ExecutionException e) {
            throw new KafkaException(e.getCause());
        }
    }

    /**
     * Fetches a file and keeps it.
     *
     * @return whether it is kept now; not where the topic no longer has all of it
     */
    static boolean fetch(EntryMessage.FileAt at, TopicClient client, KeptSubmissions kept)
            throws IOException, Trouble.TroubleException {
        Path unfinished = kept.unfinished();
        try (TopicReader topic = new TopicReader(client, at.topic(client.address()))) {
            Gathered gathered = new Gathered(at);
            try (OutputStream out = Files.newOutputStream(unfinished)) {
                if (at.offset() >= topic.begin()) {
                    topic.read(at.offset(), topic.end(), message -> gathered.take(message.key(), message.value(), out));
                }
            }
            if (gathered.next < at.pieces() || !KeptSubmissions.hash(unfinished).equals(at.sha256())) {
                return false;
            }
            kept.keep(unfinished, at.sha256());
            return true;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static final class Gathered {
        private final EntryMessage.FileAt wanted;
        private int next;

        private Gathered(EntryMessage.FileAt wanted) {
            this.wanted = wanted;
        }

        private boolean take(String key, byte[] piece, OutputStream out) {
            if ((wanted.sha256() + "/" + next).equals(key)) {
                try {
                    out.write(piece);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
                next++;
            }
            return next < wanted.pieces();
        }
    }
}
