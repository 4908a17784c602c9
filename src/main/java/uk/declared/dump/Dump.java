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
import java.util.function.Predicate;
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
 * @param leftOut how many graphs were left out of it, since they are not under an open licence
 * @param sha256 of the file's bytes, in hexadecimal digits
 */
public record Dump(Path file, long quads, int leftOut, String sha256) {
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
            Written written;
            try (OutputStream raw = new DigestOutputStream(Files.newOutputStream(unfinished), digest);
                    OutputStream out = compressed(file) ? new GZIPOutputStream(raw, BUFFER_BYTES) : raw) {
                written = write(store, uris, selection, format, out);
            }
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return new Dump(
                    file, written.quads(), written.leftOut(), HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private record Written(long quads, int leftOut) {}

    private static Written write(Store store, Uris uris, DumpSelection selection, DumpFormat format, OutputStream out)
            throws IOException {
        GraphLicences licences = GraphLicences.of(store);
        long[] count = {0};
        int[] leftOut = {0};
        try (RdfStreamWriter writer = RdfStreamWriter.open(format.syntax(), out)) {
            Predicate<String> held = graph -> {
                boolean holds = selection.holds(graph, uris, licences);
                if (!holds && !selection.everyLicence() && selection.concerns(graph, uris)) {
                    leftOut[0]++;
                }
                return holds;
            };
            store.quads(held, (Quad quad) -> {
                writer.write(quad.getGraph(), List.of(quad.asTriple()));
                count[0]++;
            });
        }
        return new Written(count[0], leftOut[0]);
    }

    private static boolean compressed(Path file) {
        return String.valueOf(file.getFileName()).endsWith(".gz");
    }
}
