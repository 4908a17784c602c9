package uk.declared.web.ldes;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import uk.declared.deployment.Deployment;
import uk.declared.history.Changes;
import uk.declared.linkeddata.RdfStreamWriter;
import uk.declared.linkeddata.RdfSyntax;
import uk.declared.linkeddata.Uris;
import uk.declared.record.Sha256;
import uk.declared.record.Stretch;

/**
 * Writes a page from the record when it is first asked for, a member at a time, and keeps the file: what is full does not
 * change, and of the page that still grows only the latest is kept.
 */
@Component
@ConditionalOnBean(Deployment.class)
final class PageFiles {
    private static final int HASH_DIGITS = 32;

    private final Changes changes;
    private final Map<Streamed, EventStream> streams = new EnumMap<>(Streamed.class);
    private final Path folder;
    private final Map<Key, PageFile> files = new ConcurrentHashMap<>();

    PageFiles(Deployment deployment, Uris uris) throws IOException {
        this.changes = deployment.changes();
        for (Streamed streamed : Streamed.values()) {
            streams.put(streamed, new EventStream(uris, streamed));
        }
        this.folder = Files.createTempDirectory("declared-ldes-");
    }

    /** @param hash of the content, before it was compressed */
    record PageFile(Path file, String hash) {}

    private record Key(Streamed streamed, Stretch page, RdfSyntax syntax) {}

    List<Stretch> pages() {
        return changes.stretches();
    }

    EventStream stream(Streamed streamed) {
        return Objects.requireNonNull(streams.get(streamed));
    }

    /** A page in a syntax; those who ask for the same one wait for it together. */
    PageFile file(Streamed streamed, Stretch page, RdfSyntax syntax) {
        Key asked = new Key(streamed, page, syntax);
        PageFile file = files.computeIfAbsent(asked, this::write);
        files.keySet().stream().filter(key -> precedes(key, asked)).forEach(this::forget);
        return file;
    }

    /** Whether a file is of the same page, before it grew. */
    private static boolean precedes(Key key, Key asked) {
        return key.syntax() == asked.syntax()
                && key.streamed() == asked.streamed()
                && key.page().number() == asked.page().number()
                && key.page().last() < asked.page().last();
    }

    private PageFile write(Key key) {
        EventStream stream = stream(key.streamed());
        boolean graphs = key.syntax().canNameGraphs();
        Path file = folder.resolve(
                key.streamed() + "-" + key.page().number() + "-" + key.page().last() + "-"
                        + key.page().redactions() + "." + key.syntax().suffix() + ".gz");
        MessageDigest digest = Sha256.digest();
        try (OutputStream zipped = new GZIPOutputStream(Files.newOutputStream(file), 1 << 16);
                OutputStream out = new DigestOutputStream(zipped, digest);
                RdfStreamWriter writer = graphs
                        ? RdfStreamWriter.openQuads(key.syntax(), out)
                        : RdfStreamWriter.open(key.syntax(), out)) {
            writer.write(Quad.defaultGraphIRI, stream.page(key.page()));
            changes.read(key.page().first() - 1, key.page().last(), change -> {
                write(stream.member(change), graphs, writer);
                return true;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PageFile(file, HexFormat.of().formatHex(digest.digest()).substring(0, HASH_DIGITS));
    }

    /** @param graphs whether what the version said can be told apart by its graph; else it is left out */
    private static void write(EventStream.Member member, boolean graphs, RdfStreamWriter writer) {
        writer.write(Quad.defaultGraphIRI, new LinkedHashSet<Triple>(member.about()));
        if (graphs) {
            writer.write(member.uri(), member.content());
        }
    }

    private void forget(Key key) {
        PageFile old = files.remove(key);
        if (old != null) {
            try {
                // Who is still reading it goes on reading: an open file stays until it is closed.
                Files.deleteIfExists(old.file());
            } catch (IOException e) {
                // Systems that hold open files on to their names delete it with the folder, at the end.
                return;
            }
        }
    }

    @PreDestroy
    void close() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }
}
