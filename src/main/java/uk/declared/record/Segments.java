package uk.declared.record;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The files of a record. Entries are written to the end of {@code record.jsonl}; once that is large it is closed: its lines
 * become {@code record-0000000001.jsonl.gz}, named by its first entry, and an empty file takes its place. What is closed never
 * changes, but for a redaction, so that it can be mirrored by any means that copies files, and read with {@code zcat}.
 */
final class Segments {
    private static final String OPEN = "record.jsonl";
    private static final Pattern CLOSED = Pattern.compile("record-(\\d{10})\\.jsonl\\.gz");

    private final Path folder;

    Segments(Path folder) {
        this.folder = folder;
    }

    /** The file that entries are written to. */
    Path open() {
        return folder.resolve(OPEN);
    }

    /** The closed files, in the order of their entries. */
    List<Path> closed() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> CLOSED.matcher(name(file)).matches())
                    .sorted()
                    .toList();
        }
    }

    /** The closed files that hold entries after a position, in order; the first may hold earlier ones too. */
    List<Path> closedAfter(long sequence) throws IOException {
        List<Path> all = closed();
        int from = 0;
        while (from + 1 < all.size() && first(all.get(from + 1)) <= sequence + 1) {
            from++;
        }
        return all.subList(from, all.size());
    }

    /** The number of a closed file's first entry. */
    static long first(Path closed) {
        return Long.parseLong(CLOSED.matcher(name(closed)).replaceFirst("$1"));
    }

    /** The bytes of a closed file's lines. */
    static InputStream bytes(Path closed) throws IOException {
        return new GZIPInputStream(Files.newInputStream(closed), 1 << 16);
    }

    static BufferedReader lines(Path closed) throws IOException {
        return new BufferedReader(new InputStreamReader(bytes(closed), StandardCharsets.UTF_8));
    }

    /** Closes the open file, all of whose lines are acknowledged. A crash on the way leaves it as it was, or both files. */
    void close(long firstEntry) throws IOException {
        Path closed = folder.resolve(String.format("record-%010d.jsonl.gz", firstEntry));
        Path unfinished = folder.resolve(OPEN + ".gz.unfinished");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(unfinished), 1 << 16)) {
            Files.copy(open(), out);
        }
        put(unfinished, closed);
        Path empty = folder.resolve(OPEN + ".unfinished");
        try {
            Files.deleteIfExists(empty);
            put(Files.createFile(empty), open());
        } catch (IOException e) {
            Files.deleteIfExists(closed);
            throw e;
        }
    }

    /** Forces a finished file to disk and gives it its name in one step. */
    static void put(Path unfinished, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder(file.resolveSibling(""));
    }

    static void forceFolder(Path folder) {
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        } catch (IOException e) {
            // Some systems (Windows) cannot open a folder to force it; there its entries are safe without.
            return;
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
