package uk.declared.submission.zip;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import uk.declared.reference.ReferenceData;
import uk.declared.report.Finding;
import uk.declared.report.Place;
import uk.declared.report.Severity;
import uk.declared.submission.Beginning;
import uk.declared.submission.ContestSink;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;
import uk.declared.submission.SubmissionFormat;
import uk.declared.submission.UnreadableSubmissionException;
import uk.declared.submission.count.CountTables;
import uk.declared.submission.count.CountTablesFormat;

/**
 * An archive of files of any other format, each read as a submission of its own in the archive's order. What cannot be
 * read of it is refused by itself; the others are read all the same.
 */
public final class ZipFormat implements SubmissionFormat {
    /** More files than a council sends for all its elections. */
    public static final int MAX_ENTRIES = 1_000;

    /** What an office document begins with: it is an archive too, but not ours to open. */
    private static final Pattern OFFICE = Pattern.compile(
            "(?:\\[|_rels/|xl/|word/|ppt/|docProps/|docMetadata/|customXml/|mimetype$).*", Pattern.DOTALL);

    /** Files that systems and people put beside others, by the last part of their names. */
    private static final Pattern BESIDE = Pattern.compile(
            "(?:thumbs\\.db|desktop\\.ini|icon\\r?|(?:readme|licen[cs]e|notice)(?:\\.[a-z]{1,5})?|.*metadata\\.json)");

    /** Tables of a count by the single transferable vote, by their names. */
    private static final Pattern OF_COUNT = Pattern.compile("(?is).*(?:count|transferable|candidate)[^/]*\\.csv");

    /** In bytes: a hundred times what the count of a council takes. */
    private static final long LARGEST_TABLE = 16L * 1024 * 1024;

    private static final int HEADER = 30;

    private final Reader inner;

    /** @param inner reads each file of an archive */
    public ZipFormat(Reader inner) {
        this.inner = inner;
    }

    /** Reads a file of whatever format. */
    @FunctionalInterface
    public interface Reader {
        void read(Submission submission, ReadOptions options, ReferenceData reference, ContestSink sink)
                throws UnreadableSubmissionException;
    }

    @Override
    public Map<String, String> names() {
        return Map.of("zip", "ZIP archive");
    }

    @Override
    public boolean recognises(Beginning beginning) {
        return isArchive(beginning);
    }

    /** By the name of the archive's first file, which tells office documents apart. */
    public static boolean isArchive(Beginning beginning) {
        if (beginning.startsWith("PK\u0005\u0006")) {
            return true;
        }
        byte[] bytes = beginning.bytes();
        if (!beginning.startsWith("PK\u0003\u0004") || bytes.length < HEADER) {
            return false;
        }
        int length = Math.min((bytes[26] & 0xFF) | (bytes[27] & 0xFF) << 8, bytes.length - HEADER);
        String first = new String(bytes, HEADER, length, StandardCharsets.ISO_8859_1);
        return !OFFICE.matcher(first).matches();
    }

    @Override
    public void read(Submission submission, ReadOptions options, ReferenceData reference, ContestSink sink)
            throws IOException, UnreadableSubmissionException {
        try (ZipFile archive = open(submission)) {
            if (archive.size() > MAX_ENTRIES) {
                throw refused(submission, "many");
            }
            List<ZipEntry> files = Collections.list(archive.entries()).stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry.class::cast)
                    .toList();
            List<ZipEntry> passedOver =
                    files.stream().filter(ZipFormat::standsBeside).toList();
            sayPassedOver(submission, passedOver, sink);
            if (passedOver.size() == files.size()) {
                throw refused(submission, "none");
            }
            ReadOptions within = new ReadOptions(
                    options.format().filter(format -> !names().containsKey(format.toLowerCase(Locale.ROOT))),
                    options.council(),
                    options.pollingDate(),
                    options.mappings());
            ZipEntryReader reader = new ZipEntryReader(archive, submission.name(), inner, within, reference, sink);
            List<ZipEntry> read = new ArrayList<>(files);
            read.removeAll(passedOver);
            if (read.stream()
                    .anyMatch(entry -> OF_COUNT.matcher(entry.getName()).matches())) {
                read.removeAll(readCount(submission, read, reader, within, reference, sink));
            }
            for (ZipEntry entry : read) {
                reader.read(entry);
            }
        }
    }

    /** Tables of a count are one result together; returns those that are. */
    private static List<ZipEntry> readCount(
            Submission submission,
            List<ZipEntry> files,
            ZipEntryReader reader,
            ReadOptions options,
            ReferenceData reference,
            ContestSink sink)
            throws IOException, UnreadableSubmissionException {
        CountTables tables = new CountTables();
        List<ZipEntry> ofCount = new ArrayList<>();
        for (ZipEntry entry : files) {
            if (OF_COUNT.matcher(entry.getName()).matches()
                    && entry.getSize() <= LARGEST_TABLE
                    && reader.add(entry, tables)) {
                ofCount.add(entry);
            }
        }
        if (tables.isEmpty()) {
            return List.of();
        }
        CountTablesFormat.read(tables, submission.name(), options, reference, sink);
        return ofCount;
    }

    /** Names are UTF-8 in most archives; in others they are taken byte by byte, since they are for people only. */
    private static ZipFile open(Submission submission) throws IOException, UnreadableSubmissionException {
        try {
            return open(submission, StandardCharsets.UTF_8);
        } catch (ZipException e) {
            try {
                return open(submission, StandardCharsets.ISO_8859_1);
            } catch (ZipException again) {
                throw refused(submission, fault(again));
            }
        }
    }

    private static ZipFile open(Submission submission, Charset names) throws IOException {
        return new ZipFile(submission.path().toFile(), names);
    }

    private static String fault(ZipException e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("encrypted")) {
            return "encrypted";
        }
        return message.contains("compression method") ? "method" : "damaged";
    }

    private static boolean standsBeside(ZipEntry entry) {
        String name = entry.getName().replace('\\', '/').toLowerCase(Locale.ROOT);
        boolean inHiddenFolder =
                Stream.of(name.split("/")).anyMatch(part -> part.matches("\\.[^.].*") || part.equals("__macosx"));
        return inHiddenFolder
                || BESIDE.matcher(name.substring(name.lastIndexOf('/') + 1)).matches();
    }

    private static void sayPassedOver(Submission submission, List<ZipEntry> entries, ContestSink sink) {
        if (!entries.isEmpty()) {
            sink.finding(new Finding(
                    "I094",
                    Severity.INTERPRETATION,
                    Place.of(submission.name()),
                    Optional.empty(),
                    Optional.empty(),
                    Map.of(
                            "files",
                            Integer.toString(entries.size()),
                            "first",
                            entries.get(0).getName())));
        }
    }

    private static UnreadableSubmissionException refused(Submission submission, String fault) {
        return Submission.unreadable("F093", submission.name(), Map.of("fault", fault));
    }
}
