package uk.declared.submission.zip;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import uk.declared.reference.ReferenceData;
import uk.declared.submission.Beginning;
import uk.declared.submission.ContestSink;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;
import uk.declared.submission.UnidentifiedContest;
import uk.declared.submission.UnreadableSubmissionException;
import uk.declared.submission.count.CountTables;
import uk.declared.submission.count.CountTablesFormat;

/**
 * Reads the files of one archive, each unpacked to a temporary file of a name of ours; what it is called in the archive
 * is for the report alone. How far files may expand is bounded, by the bytes that come and not by what the archive says.
 */
final class ZipEntryReader {
    /** The most bytes of one file: a national export of candidates has a tenth of it. */
    static final long MAX_ENTRY_BYTES = 128L * 1024 * 1024;

    /** How many times larger than its packed form a file may be. Tables of results shrink to a tenth or so. */
    private static final int MAX_RATIO = 200;

    /** Up to this size in bytes a file may be of one letter. */
    private static final long ALWAYS_ALLOWED = 1024L * 1024;

    private static final int LONGEST_NAME = 200;

    private final ZipFile archive;
    private final String name;
    private final ZipFormat.Reader files;
    private final ReadOptions options;
    private final ReferenceData reference;
    private final ContestSink sink;
    private long unpacked;

    ZipEntryReader(
            ZipFile archive,
            String name,
            ZipFormat.Reader files,
            ReadOptions options,
            ReferenceData reference,
            ContestSink sink) {
        this.archive = archive;
        this.name = name;
        this.files = files;
        this.options = options;
        this.reference = reference;
        this.sink = sink;
    }

    /** Reads one file of the archive; whatever cannot be read is a finding. */
    void read(ZipEntry entry) throws IOException {
        String called = name + "/" + shortened(entry.getName());
        Path file = Files.createTempFile("declared-", ".unpacked");
        try {
            unpack(entry, called, file);
            Submission inner = Submission.open(file, called);
            if (ZipFormat.isArchive(Beginning.of(inner))) {
                throw refused(called, "nested");
            }
            files.read(inner, options, reference, sink);
        } catch (UnreadableSubmissionException e) {
            sink.finding(e.finding());
            sink.unidentified(new UnidentifiedContest(e.finding().place(), called));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Takes a table of a count from the archive, where the file is one. */
    boolean add(ZipEntry entry, CountTables tables) throws IOException, UnreadableSubmissionException {
        String called = name + "/" + shortened(entry.getName());
        Path file = Files.createTempFile("declared-", ".unpacked");
        try {
            unpack(entry, called, file);
            return CountTablesFormat.add(Submission.open(file, called), tables);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void unpack(ZipEntry entry, String called, Path file) throws IOException, UnreadableSubmissionException {
        CRC32 checksum = new CRC32();
        long most = Math.max(ALWAYS_ALLOWED, entry.getCompressedSize() * MAX_RATIO);
        long size = 0;
        try (OutputStream out = Files.newOutputStream(file);
                InputStream in = archive.getInputStream(entry)) {
            byte[] buffer = new byte[1 << 16];
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                size += length;
                unpacked += length;
                refuseExcess(called, size, most);
                checksum.update(buffer, 0, length);
                out.write(buffer, 0, length);
            }
        } catch (ZipException | EOFException e) {
            throw refused(called, "damaged");
        }
        if (entry.getCrc() != checksum.getValue()) {
            throw refused(called, "damaged");
        }
    }

    private void refuseExcess(String called, long size, long most) throws UnreadableSubmissionException {
        if (size > MAX_ENTRY_BYTES) {
            throw refused(called, "large");
        }
        if (size > most) {
            throw refused(called, "bomb");
        }
        if (unpacked > Submission.MAX_BYTES) {
            throw refused(called, "total");
        }
    }

    private static UnreadableSubmissionException refused(String called, String fault) {
        return Submission.unreadable("F093", called, Map.of("fault", fault));
    }

    private static String shortened(String entry) {
        String plain = entry.replaceAll("\\p{Cntrl}", "?");
        return plain.length() <= LONGEST_NAME ? plain : "…" + plain.substring(plain.length() - LONGEST_NAME);
    }
}
