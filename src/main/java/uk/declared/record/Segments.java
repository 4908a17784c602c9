package uk.declared.record;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * The files of a record. Entries are written to the end of {@code record.jsonl}; once that is large it is closed: it becomes
 * {@code record-0000000001.jsonl}, named by its first entry, an empty file takes its place, and what is closed is packed
 * into {@code record-0000000001.jsonl.gz}, with {@code record-0000000001.index} beside it. What is packed never changes, but for a
 * redaction, so that it can be mirrored by any means that copies files, and read with {@code zcat}.
 */
final class Segments {
    private static final String OPEN = "record.jsonl";
    private static final String PLAIN = ".jsonl";
    private static final String PACKED = ".jsonl.gz";
    private static final Pattern CLOSED = Pattern.compile("record-(\\d{10})\\.jsonl(\\.gz)?");

    private final Path folder;

    Segments(Path folder) {
        this.folder = folder;
    }

    /** The file that entries are written to. */
    Path open() {
        return folder.resolve(OPEN);
    }

    /** The numbers of the first entries of the closed files, in order. */
    List<Long> closed() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> CLOSED.matcher(name(file)))
                    .filter(Matcher::matches)
                    .map(name -> Long.parseLong(name.group(1)))
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    /** A closed file as it lies on disk: packed, or not yet. */
    Path file(long first) {
        return isPacked(first) ? packed(first) : plain(first);
    }

    boolean isPacked(long first) {
        return Files.exists(packed(first));
    }

    Path packed(long first) {
        return folder.resolve(stem(first) + PACKED);
    }

    Path plain(long first) {
        return folder.resolve(stem(first) + PLAIN);
    }

    /** Where it stands what a packed file holds. */
    Path index(long first) {
        return folder.resolve(stem(first) + ".index");
    }

    private static String stem(long first) {
        return String.format("record-%010d", first);
    }

    /** The bytes of a closed file's lines from a place in it, whether it is packed meanwhile or not. */
    InputStream bytes(long first, long offset) throws IOException {
        if (offset == 0 && !isPacked(first)) {
            try {
                return new BufferedInputStream(Files.newInputStream(plain(first)), 1 << 16);
            } catch (NoSuchFileException e) {
                // It was packed in this moment.
                return unpacked(packed(first), 0);
            }
        }
        return unpacked(packed(first), offset);
    }

    private static InputStream unpacked(Path file, long offset) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            in.skipNBytes(offset);
            return new GZIPInputStream(in, 1 << 16);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    BufferedReader lines(long first, long offset) throws IOException {
        return new BufferedReader(new InputStreamReader(bytes(first, offset), StandardCharsets.UTF_8), 1 << 16);
    }

    /** Closes the open file, all of whose lines are acknowledged; a crash on the way leaves it, or the closed one alone. */
    void close(long first) throws IOException {
        Path empty = folder.resolve(OPEN + ".unfinished");
        Files.deleteIfExists(empty);
        Files.createFile(empty);
        Files.move(open(), plain(first), StandardCopyOption.ATOMIC_MOVE);
        Files.move(empty, open(), StandardCopyOption.ATOMIC_MOVE);
        forceFolder(folder);
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
