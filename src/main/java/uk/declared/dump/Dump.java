package uk.declared.dump;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.sparql.core.Quad;
import uk.declared.linkeddata.RdfStreamWriter;
import uk.declared.linkeddata.Uris;
import uk.declared.store.Store;

/**
 * A dump that was written.
 *
 * @param file where it is
 * @param quads how many it holds
 * @param sha256 of the file's bytes, in hexadecimal digits
 */
public record Dump(Path file, long quads, String sha256) {
    private static final int BUFFER_BYTES = 1 << 16;

    /**
     * Writes a dump. The file appears when it is whole; one of that name is replaced.
     *
     * @param file is compressed where its name ends in {@code .gz}
     */
    public static Dump write(Store store, Uris uris, DumpSelection selection, DumpFormat format, Path file)
            throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException(file + " is not the name of a file");
        }
        Path unfinished = Files.createTempFile(folder, ".dump-", ".part");
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            long quads;
            try (OutputStream raw = new DigestOutputStream(Files.newOutputStream(unfinished), digest);
                    OutputStream out = compressed(file) ? new GZIPOutputStream(raw, BUFFER_BYTES) : raw) {
                quads = writeQuads(store, uris, selection, format, out);
            }
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return new Dump(file, quads, HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static long writeQuads(Store store, Uris uris, DumpSelection selection, DumpFormat format, OutputStream out)
            throws IOException {
        long[] count = {0};
        try (RdfStreamWriter writer = RdfStreamWriter.open(format.syntax(), out)) {
            store.quads(graph -> selection.holds(graph, uris), (Quad quad) -> {
                writer.write(quad.getGraph(), List.of(quad.asTriple()));
                count[0]++;
            });
        }
        return count[0];
    }

    private static boolean compressed(Path file) {
        return String.valueOf(file.getFileName()).endsWith(".gz");
    }
}
