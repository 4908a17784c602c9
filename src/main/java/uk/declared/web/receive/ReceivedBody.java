package uk.declared.web.receive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * A body that has arrived, short ones in memory and long ones in a temporary file, from where routes read it. What is longer than
 * is taken is read to its end, so that its sender gets to read why, and not kept.
 */
final class ReceivedBody implements InputBuffer, AutoCloseable {
    private static final int IN_MEMORY = 64 * 1024;
    private static final int PART = 8 * 1024;

    /** What is longer still is not read to its end. */
    private static final long MOST_READ = 100L << 20;

    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private Optional<Path> file = Optional.empty();
    private Optional<OutputStream> writer = Optional.empty();
    private Optional<InputStream> reader = Optional.empty();
    private long kept;
    private boolean whole = true;

    private ReceivedBody() {}

    /** It did not arrive in time. */
    static final class TooSlowException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Receives a body.
     *
     * @param most so many bytes are kept
     * @param end the time, of {@link System#nanoTime}, at which it has to be here
     * @throws TooSlowException where it is not
     * @throws IOException where the client breaks off, or the disk is full
     */
    static ReceivedBody of(Request request, long most, long end) throws IOException {
        ReceivedBody body = new ReceivedBody();
        try {
            Part part = new Part();
            long read = 0;
            for (int more = request.doRead(part); more >= 0; more = request.doRead(part)) {
                read += more;
                body.keep(part.bytes, most);
                if (System.nanoTime() - end > 0) {
                    throw new TooSlowException();
                }
                if (read > MOST_READ) {
                    break;
                }
            }
            body.writer.orElse(OutputStream.nullOutputStream()).close();
            return body;
        } catch (IOException | RuntimeException e) {
            body.close();
            throw e;
        }
    }

    private void keep(ByteBuffer part, long most) throws IOException {
        byte[] bytes = new byte[(int) Math.min(part.remaining(), most - kept)];
        whole &= bytes.length == part.remaining();
        part.get(bytes);
        part.position(part.limit());
        kept += bytes.length;
        if (writer.isEmpty() && kept > IN_MEMORY) {
            Path made = Files.createTempFile("declared-received-", "");
            file = Optional.of(made);
            writer = Optional.of(Files.newOutputStream(made));
            memory.writeTo(writer.get());
            memory.reset();
        }
        writer.orElse(memory).write(bytes);
    }

    private InputStream reader() throws IOException {
        if (reader.isEmpty()) {
            reader = Optional.of(
                    file.isPresent()
                            ? Files.newInputStream(file.get())
                            : new java.io.ByteArrayInputStream(memory.toByteArray()));
        }
        return reader.get();
    }

    /** @throws IOException at the end of what was kept of a body that is longer, so that it is not taken for the whole */
    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        byte[] part = reader().readNBytes(PART);
        if (part.length == 0) {
            if (!whole) {
                throw new IOException("The body is longer than " + kept + " bytes.");
            }
            return -1;
        }
        handler.setByteBuffer(ByteBuffer.wrap(part));
        return part.length;
    }

    @Override
    public int available() {
        return 0;
    }

    @Override
    public void close() throws IOException {
        if (writer.isPresent()) {
            writer.get().close();
        }
        if (reader.isPresent()) {
            reader.get().close();
        }
        if (file.isPresent()) {
            Files.deleteIfExists(file.get());
        }
    }

    private static final class Part implements ApplicationBufferHandler {
        private ByteBuffer bytes = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            bytes = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return bytes;
        }

        @Override
        public void expand(int size) {
            // Nothing is added to what was read.
        }
    }
}
