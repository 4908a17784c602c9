package uk.declared.web.sparql;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Keeps a written answer until it is whole: a short one in memory, a long one in a temporary file. So an answer that fails
 * half-way is an error with the right status, its length is known, and a slow client holds neither the store nor a query's
 * place.
 */
final class AnswerBuffer extends OutputStream {
    private static final int IN_MEMORY = 1 << 20;

    private static final int PART_BYTES = 8192;

    private final int limit;
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private Optional<Path> file = Optional.empty();
    private OutputStream out = memory;
    private long size;
    private boolean closed;

    /** @param limit how many bytes it may take */
    AnswerBuffer(int limit) {
        this.limit = limit;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        if (closed) {
            throw new IOException("The answer is not awaited any more.");
        }
        size += length;
        if (size > limit) {
            throw new QueryRefusedException(Refusal.TOO_LONG_RESULT, limit >> 20);
        }
        if (size > IN_MEMORY && file.isEmpty()) {
            spill();
        }
        out.write(bytes, offset, length);
    }

    private void spill() throws IOException {
        Path path = Files.createTempFile("declared-answer", ".tmp");
        file = Optional.of(path);
        out = Files.newOutputStream(path);
        memory.writeTo(out);
        memory.reset();
    }

    long size() {
        return size;
    }

    /** Copies what is kept, however long that takes. */
    void copyTo(OutputStream target) throws IOException {
        copyTo(target, Duration.ofSeconds(Integer.MAX_VALUE));
    }

    /**
     * Copies what is kept.
     *
     * @throws IOException where the other side takes longer to read it
     */
    synchronized void copyTo(OutputStream target, Duration most) throws IOException {
        out.flush();
        long end = System.nanoTime() + most.toNanos();
        byte[] part = new byte[PART_BYTES];
        try (InputStream kept =
                file.isPresent() ? Files.newInputStream(file.get()) : new ByteArrayInputStream(memory.toByteArray())) {
            for (int read = kept.read(part); read >= 0; read = kept.read(part)) {
                if (System.nanoTime() > end) {
                    throw new IOException("The client reads too slowly.");
                }
                target.write(part, 0, read);
            }
        }
    }

    /** Lets go of what is kept. */
    @Override
    public synchronized void close() {
        closed = true;
        try {
            out.close();
            if (file.isPresent()) {
                Files.deleteIfExists(file.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
