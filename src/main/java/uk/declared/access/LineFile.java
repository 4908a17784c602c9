package uk.declared.access;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import uk.declared.ground.Json;

/**
 * A file of lines that only grows. A line is on the disk, whole, when {@link #append} returns; a last line that a power
 * cut left unfinished is ended before the next, and readers pass it over. Several processes may append.
 */
public final class LineFile {
    /** Stands where bytes are no UTF-8. */
    private static final char NO_LETTER = '\uFFFD';

    private static final Logger LOG = LoggerFactory.getLogger(LineFile.class);

    private final Path file;

    public LineFile(Path file) {
        this.file = file;
    }

    /** Appends a line and forces it to disk. */
    public synchronized void append(String line) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        makePrivate();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            long end = channel.size();
            String start = lock.isValid() && end > 0 && !endsLine(channel, end) ? "\n" : "";
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(start + line + "\n");
            channel.position(end);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** The lines in order, none where there is no file yet. What a torn line holds need be no JSON. */
    List<String> lines() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        // A line can be torn in the middle of a letter, which is then no UTF-8: it spoils no other.
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    /** The lines in order as JSON. Lines that were torn are passed over, and the log says so. */
    public List<JsonNode> objects() throws IOException {
        List<JsonNode> objects = new ArrayList<>();
        List<Integer> torn = new ArrayList<>();
        int number = 0;
        for (String line : lines()) {
            number++;
            Optional<JsonNode> object = object(line);
            object.ifPresent(objects::add);
            if (object.isEmpty() && !line.isBlank()) {
                torn.add(number);
            }
        }
        if (!torn.isEmpty()) {
            LOG.warn("{}: of {} lines these were not written to their end and are passed over: {}", file, number, torn);
        }
        return objects;
    }

    /** A line as JSON; absent where it was torn. */
    static Optional<JsonNode> object(String line) {
        if (!line.startsWith("{") || !line.endsWith("}") || line.indexOf(NO_LETTER) >= 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.PLAIN.readTree(line));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** Changes whenever a line is added. */
    public long size() throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    /** Nobody but the owner of the data folder is to read it. */
    private void makePrivate() throws IOException {
        if (Files.exists(file)) {
            return;
        }
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }

    private static boolean endsLine(FileChannel channel, long end) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        channel.read(last, end - 1);
        return last.get(0) == '\n';
    }
}
