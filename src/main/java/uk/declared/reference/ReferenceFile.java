package uk.declared.reference;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A file that someone imports: a CSV table, or a ZIP file of them.
 *
 * @param path where it is
 * @param name the name to speak of it by
 */
record ReferenceFile(Path path, String name) {
    /** More than any table of reference data has, in bytes. */
    private static final long LARGEST_TABLE = 512L * 1024 * 1024;

    private static final int SAMPLE = 1 << 16;
    private static final int MOST_TABLES = 100;

    /** The tables in the file. */
    List<Part> parts() throws UnreadableReferenceException {
        if (!Files.isRegularFile(path)) {
            throw UnreadableReferenceException.missing(path);
        }
        try {
            return isZip() ? zipped() : List.of(part(""));
        } catch (IOException e) {
            throw new UnreadableReferenceException(
                    name + " cannot be read (" + e.getMessage() + "). Fetch the file again.", e);
        }
    }

    private boolean isZip() throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] start = in.readNBytes(4);
            return start.length == 4 && start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4;
        }
    }

    private List<Part> zipped() throws IOException, UnreadableReferenceException {
        List<Part> parts = new ArrayList<>();
        List<String> tables;
        try (ZipFile zip = new ZipFile(path.toFile())) {
            tables = zip.stream()
                    .map(ZipEntry::getName)
                    .filter(entry -> entry.toLowerCase(Locale.ROOT).endsWith(".csv"))
                    .sorted()
                    .limit(MOST_TABLES)
                    .toList();
        }
        for (String table : tables) {
            parts.add(part(table));
        }
        return parts;
    }

    private Part part(String table) throws IOException, UnreadableReferenceException {
        byte[] sample;
        try (InputStream in = bytes(table)) {
            sample = in.readNBytes(SAMPLE);
        }
        String label = table.isEmpty() ? name : name + " (" + table + ")";
        Charset charset = charset(sample, table);
        String beginning = new String(sample, charset);
        if (beginning.indexOf('\0') >= 0) {
            throw new UnreadableReferenceException(
                    label + " is not a CSV file. Save the table as CSV (UTF-8) and import that.");
        }
        return new Part(this, table, label, charset, separator(beginning));
    }

    private InputStream bytes(String table) throws IOException {
        if (table.isEmpty()) {
            return new BoundedStream(new BufferedInputStream(Files.newInputStream(path), SAMPLE), LARGEST_TABLE);
        }
        return new BoundedStream(new ZippedStream(path, table), LARGEST_TABLE);
    }

    /** A byte order mark tells; else it is UTF-8 where every byte fits, else what Windows writes. */
    private Charset charset(byte[] sample, String table) throws IOException {
        if (sample.length > 1 && sample[0] == (byte) 0xFF && sample[1] == (byte) 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (sample.length > 1 && sample[0] == (byte) 0xFE && sample[1] == (byte) 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        boolean binary = new String(sample, StandardCharsets.ISO_8859_1).indexOf('\0') >= 0;
        try (InputStream in = binary ? new ByteArrayInputStream(sample) : bytes(table);
                Reader strict = new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder())) {
            strict.transferTo(Writer.nullWriter());
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            return Charset.forName("windows-1252");
        }
    }

    /** The one of comma, semicolon and tab that the first line has most of. */
    private static char separator(String beginning) {
        String first = beginning.lines().findFirst().orElse("");
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(first, candidate) > count(first, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String line, char wanted) {
        return line.chars().filter(c -> c == wanted).count();
    }

    /**
     * One table of a file.
     *
     * @param table its path within a ZIP file, else empty
     * @param label the name to speak of it by
     */
    record Part(ReferenceFile file, String table, String label, Charset charset, char separator) {
        Reader open() throws IOException {
            Reader reader = new InputStreamReader(file.bytes(table), charset);
            reader = new BufferedReader(reader, SAMPLE);
            reader.mark(1);
            if (reader.read() != '\uFEFF') {
                reader.reset();
            }
            return reader;
        }
    }
}
