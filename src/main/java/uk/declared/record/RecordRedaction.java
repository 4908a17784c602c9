package uk.declared.record;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Takes the content of one declaration out of the file of a record that holds it. The entry keeps its hash, so that the chain still verifies; a
 * later entry must say that it was taken out, and is written first, so that a crash between the two loses nothing.
 */
public final class RecordRedaction {
    private RecordRedaction() {}

    /**
     * Writes the record's file anew without the content of an entry, and puts it in the place of the old one in one step.
     *
     * @param folder of a record that nobody has open
     * @param declaration what remains of the statements about the declaration itself
     */
    public static void takeOut(Path folder, long sequence, UnaryOperator<String> declaration)
            throws IOException, DamagedRecordException {
        Segments segments = new Segments(folder);
        for (long first : segments.closed()) {
            rewrite(segments.file(first), segments.index(first), sequence, declaration);
        }
        rewrite(segments.open(), segments.index(0), sequence, declaration);
    }

    /** Writes a file anew where it holds the entry; what stands beside it is made again at the next start. */
    private static void rewrite(Path file, Path index, long sequence, UnaryOperator<String> declaration)
            throws IOException, DamagedRecordException {
        boolean packed = file.toString().endsWith(".gz");
        Path anew = file.resolveSibling(file.getFileName() + ".unfinished");
        boolean found = false;
        try (BufferedReader lines = lines(file, packed);
                Writer out = writer(anew, packed)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                boolean that = line.startsWith("{\"sequence\":" + sequence + ",");
                out.write(that ? redacted(line, declaration) : line);
                out.write('\n');
                found |= that;
            }
        }
        if (found) {
            Files.deleteIfExists(index);
            Segments.put(anew, file);
        } else {
            Files.delete(anew);
        }
    }

    private static BufferedReader lines(Path file, boolean packed) throws IOException {
        InputStream in = Files.newInputStream(file);
        return new BufferedReader(
                new InputStreamReader(packed ? new GZIPInputStream(in, 1 << 16) : in, StandardCharsets.UTF_8));
    }

    private static Writer writer(Path file, boolean compressed) throws IOException {
        OutputStream out = Files.newOutputStream(file);
        return new BufferedWriter(
                new OutputStreamWriter(compressed ? new GZIPOutputStream(out) : out, StandardCharsets.UTF_8));
    }

    private static String redacted(String line, UnaryOperator<String> declaration) throws DamagedRecordException {
        Entry entry = EntryCodec.read(line);
        if (!(entry.content() instanceof Entry.Declared declared)) {
            throw new IllegalArgumentException("Entry " + entry.sequence() + " is no declaration");
        }
        DeclarationEntry whole = declared.declaration();
        return EntryCodec.redacted(
                entry,
                new DeclarationEntry(
                        whole.contest(),
                        whole.identity(),
                        whole.version(),
                        whole.status(),
                        whole.source(),
                        whole.submission(),
                        whole.time(),
                        whole.vocabulary(),
                        "",
                        Map.of(),
                        declaration.apply(whole.declaration())));
    }
}
