package uk.declared.postcode;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A file that somebody imports postcodes from: a CSV table, or the ZIP file that ONS gives, which holds one table of the whole
 * country and the same again as a table for each postcode area. Rows are handed on one by one.
 */
final class PostcodeSource {
    /** More than any directory has, in bytes: that of May 2025 has 1.3 GB. */
    private static final long LARGEST = 6L << 30;

    /** There are 124 postcode areas. */
    private static final int MANY_TABLES = 100;

    /** The headings are repeated in each table. */
    private static final double ALL_BUT = 0.95;

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final String name;

    PostcodeSource(Path file, String name) {
        this.file = file;
        this.name = name;
    }

    /** Takes rows. */
    @FunctionalInterface
    interface Rows {
        /** @param line of the row in its table */
        void accept(PostcodeColumns columns, List<String> cells, String table, long line)
                throws UnreadablePostcodesException;
    }

    void read(Rows rows) throws IOException, UnreadablePostcodesException {
        if (!isZip()) {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
                if (!read(in, name, rows)) {
                    throw unknown();
                }
            }
            return;
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            boolean any = false;
            for (ZipEntry table : tables(zip)) {
                try (InputStream in = zip.getInputStream(table)) {
                    any |= read(in, name + " (" + table.getName() + ")", rows);
                }
            }
            if (!any) {
                throw unknown();
            }
        }
    }

    /**
     * Of a ZIP file with a table for each postcode area, one that is as large as all of these together is the table of the whole
     * country, and is read alone. Otherwise all are read; what two of them say alike counts once.
     */
    private List<ZipEntry> tables(ZipFile zip) throws IOException {
        List<ZipEntry> tables = new ArrayList<>();
        for (ZipEntry entry : zip.stream().toList()) {
            if (entry.getName().toLowerCase(Locale.ROOT).endsWith(".csv")) {
                try (InputStream in = zip.getInputStream(entry)) {
                    if (PostcodeColumns.recognises(headings(in))) {
                        tables.add(entry);
                    }
                }
            }
        }
        tables.sort(Comparator.comparing(ZipEntry::getSize).reversed().thenComparing(ZipEntry::getName));
        long all = tables.stream().mapToLong(ZipEntry::getSize).sum();
        boolean whole = tables.size() > MANY_TABLES
                && tables.get(0).getSize() >= (all - tables.get(0).getSize()) * ALL_BUT;
        return whole ? tables.subList(0, 1) : tables;
    }

    private static List<String> headings(InputStream in) throws IOException {
        byte[] start = in.readNBytes(BUFFER);
        return new String(start, StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .map(line -> List.of(line.split("[,;\t]")))
                .orElse(List.of());
    }

    private static boolean read(InputStream in, String table, Rows rows)
            throws IOException, UnreadablePostcodesException {
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(new InputStreamReader(new Bounded(in), StandardCharsets.UTF_8))) {
            Iterator<CsvRecord> records = reader.iterator();
            if (!records.hasNext()) {
                return false;
            }
            List<String> headings = records.next().getFields();
            if (!PostcodeColumns.recognises(headings)) {
                return false;
            }
            PostcodeColumns columns = PostcodeColumns.of(headings);
            while (records.hasNext()) {
                CsvRecord row = records.next();
                rows.accept(columns, row.getFields(), table, row.getStartingLineNumber());
            }
            return true;
        } catch (CsvParseException e) {
            throw new UnreadablePostcodesException(
                    table + " is not a CSV table (" + e.getMessage() + "). Fetch the file again.");
        }
    }

    private boolean isZip() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(4);
            return start.length == 4 && start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4;
        }
    }

    private UnreadablePostcodesException unknown() {
        return new UnreadablePostcodesException(name
                + " is no directory of postcodes: give the ZIP file or the CSV table of ONS's Postcode Directory or"
                + " National Statistics Postcode Lookup, with the columns pcds, doterm and the ward’s code (ward,"
                + " osward or WD25CD).");
    }

    /** Ends a stream that is longer than any directory with an error. */
    private static final class Bounded extends FilterInputStream {
        private long left = LARGEST;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            left -= Math.max(0, read);
            if (left < 0) {
                throw new IOException("the table is larger than any that is taken");
            }
            return read;
        }
    }
}
