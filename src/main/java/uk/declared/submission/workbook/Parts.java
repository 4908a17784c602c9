package uk.declared.submission.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import uk.declared.submission.workbook.UnreadableWorkbookException.Reason;

/** The parts of an Office document's archive, expanded one at a time and only as far as they are read. */
final class Parts implements Closeable {
    /** The largest archive that is opened, in bytes. */
    static final long MAX_FILE = 100L * 1024 * 1024;

    /** The most that one part may expand to, in bytes. */
    static final long MAX_PART = 200L * 1024 * 1024;

    /** The most that all parts that are read may expand to, in bytes. */
    static final long MAX_ALL = 512L * 1024 * 1024;

    /** From this size on a part must not be more than so many times what it takes in the archive. */
    private static final long RATIO_FROM = 16L * 1024 * 1024;

    private static final long MAX_RATIO = 200;

    private final ZipFile zip;
    private final Map<String, Long> expanded = new HashMap<>();
    private long all;

    private Parts(ZipFile zip) {
        this.zip = zip;
    }

    /** @throws UnreadableWorkbookException where the file is no archive, or a damaged or too large one */
    static Parts open(Path file) throws IOException {
        if (Files.size(file) > MAX_FILE) {
            throw new UnreadableWorkbookException(Reason.TOO_LARGE, Map.of("part", String.valueOf(file.getFileName())));
        }
        try {
            return new Parts(new ZipFile(file.toFile()));
        } catch (IOException | IllegalArgumentException e) {
            throw damaged(String.valueOf(file.getFileName()));
        }
    }

    boolean has(String name) {
        return entry(name) != null;
    }

    /** Names that are not UTF-8 where the archive says that they are come to light when they are looked at. */
    private @Nullable ZipEntry entry(String name) {
        try {
            return zip.getEntry(name);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The names of all parts, in the order in which they lie in the archive. */
    List<String> names() {
        return zip.stream()
                .filter(entry -> !entry.isDirectory())
                .map(ZipEntry::getName)
                .toList();
    }

    /**
     * Writes a part as it is.
     *
     * @param most how many bytes it may have
     */
    void copy(String name, long most, OutputStream out) throws IOException {
        ZipEntry entry = entry(name);
        if (entry == null) {
            throw damaged(name);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] some = new byte[8192];
            long count = 0;
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                count += read;
                if (count > most) {
                    throw new UnreadableWorkbookException(Reason.TOO_LARGE, Map.of("part", name));
                }
                note(name, count);
                out.write(some, 0, read);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** A part's XML from its beginning. */
    PartXml xml(String name) throws IOException {
        return new PartXml(stream(name), name);
    }

    /** What a part points to, by the identifiers that it uses for it; the archive itself where the name is empty. */
    Map<String, Target> targets(String part) throws IOException {
        try (PartXml xml = xml(Target.relationsOf(part))) {
            return Target.read(xml, part);
        }
    }

    private InputStream stream(String name) throws IOException {
        ZipEntry entry = entry(name);
        if (entry == null) {
            throw damaged(name);
        }
        long most = entry.getCompressedSize() < 0
                ? MAX_PART
                : Math.min(MAX_PART, Math.max(RATIO_FROM, entry.getCompressedSize() * MAX_RATIO));
        try {
            return new PartStream(zip.getInputStream(entry), name, most, count -> note(name, count));
        } catch (IOException | IllegalArgumentException e) {
            throw e instanceof UnreadableWorkbookException unreadable ? unreadable : damaged(name);
        }
    }

    /** A part that is read again counts once. */
    private void note(String name, long count) {
        long before = expanded.getOrDefault(name, 0L);
        if (count > before) {
            expanded.put(name, count);
            all += count - before;
            if (all > MAX_ALL) {
                throw new UncheckedIOException(new UnreadableWorkbookException(Reason.TOO_LARGE, Map.of("part", name)));
            }
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    static UnreadableWorkbookException damaged(String part) {
        return new UnreadableWorkbookException(Reason.DAMAGED, Map.of("part", part));
    }
}
