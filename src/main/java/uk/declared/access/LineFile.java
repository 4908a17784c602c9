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
import java.util.List;
import java.util.stream.Stream;

/**
 * A file of lines that only grows. A line is on the disk, whole, when {@link #append} returns; a last line that a power
 * cut left unfinished is ended before the next, and readers pass it over. Several processes may append.
 */
final class LineFile {
    private final Path file;

    LineFile(Path file) {
        this.file = file;
    }

    /** Appends a line and forces it to disk. */
    synchronized void append(String line) throws IOException {
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

    /** The lines in order, none where there is no file yet. */
    List<String> lines() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith("{") && line.endsWith("}"))
                    .toList();
        }
    }

    /** Changes whenever a line is added. */
    long size() throws IOException {
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
