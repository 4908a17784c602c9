package uk.declared.record;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipException;

/**
 * Finds out what a record says and where its last commit ends:
 *
 * <ol>
 *   <li>of a closed file, what its index says, where the file has the length that stands there; else the file is read,
 *   <li>the open file is read, line by line, and its chain checked,
 *   <li>each file must follow the one before it.
 * </ol>
 *
 * Where the whole is to be verified, every file is read.
 *
 * @param committedBytes the length of what was acknowledged in the open file
 * @param open what was acknowledged in the open file
 * @param openPoints where each entry of the open file begins
 * @param head the last acknowledged entry
 * @param index what the acknowledged entries say
 * @param points where pieces of the packed files begin, by their first entries
 * @param unpacked closed files that are not packed yet
 */
record RecordScan(
        long committedBytes,
        SegmentContent open,
        List<SegmentIndex.Point> openPoints,
        Head head,
        RecordIndex index,
        TreeMap<Long, List<SegmentIndex.Point>> points,
        List<SegmentContent> unpacked) {

    /** Reads what must be read. */
    static RecordScan of(Segments segments) throws IOException, DamagedRecordException {
        return new Scanner(segments, false).scan();
    }

    /** Reads everything. */
    static RecordScan whole(Segments segments) throws IOException, DamagedRecordException {
        return new Scanner(segments, true).scan();
    }

    private static final class Scanner {
        private final Segments segments;
        private final boolean whole;
        private final RecordIndex index = new RecordIndex();
        private final TreeMap<Long, List<SegmentIndex.Point>> points = new TreeMap<>();
        private final List<SegmentContent> unpacked = new ArrayList<>();
        private final Map<Long, String> redacted = new HashMap<>();
        private final Map<Long, String> reasons = new HashMap<>();
        private Head head = Head.EMPTY;

        private Scanner(Segments segments, boolean whole) {
            this.segments = segments;
            this.whole = whole;
        }

        private RecordScan scan() throws IOException, DamagedRecordException {
            for (long first : segments.closed()) {
                closed(first);
            }
            LineScan open = new LineScan(head);
            if (Files.exists(segments.open()) && !isClosedAlready()) {
                try (InputStream in = new BufferedInputStream(Files.newInputStream(segments.open()), 1 << 16)) {
                    open.read(in);
                }
            }
            take(open.content());
            requireReasons();
            return new RecordScan(open.committedBytes(), open.content(), open.points(), head, index, points, unpacked);
        }

        private void closed(long first) throws IOException, DamagedRecordException {
            Path file = segments.file(first);
            String name = "The record's file " + file.getFileName();
            if (first != head.sequence() + 1) {
                throw new DamagedRecordException(name + " does not follow entry " + head.sequence());
            }
            if (!segments.isPacked(first)) {
                SegmentContent content = read(first, name);
                unpacked.add(content);
                points.put(first, List.of(new SegmentIndex.Point(first, 0)));
                take(content);
                return;
            }
            long bytes = Files.size(file);
            Optional<SegmentIndex> beside =
                    SegmentIndex.read(segments.index(first)).filter(each -> each.bytes() == bytes);
            SegmentIndex known = whole || beside.isEmpty() ? made(first, name, bytes, beside) : beside.get();
            if (known.content().first() != first || !known.content().previous().equals(head.hash())) {
                throw new DamagedRecordException(name + " does not follow entry " + head.sequence());
            }
            points.put(first, known.points());
            take(known.content());
            // A crash can have come between the packing and this.
            Files.deleteIfExists(segments.plain(first));
        }

        /** Reads a packed file; what stood beside it must say the same, and is made where nothing did. */
        private SegmentIndex made(long first, String name, long bytes, Optional<SegmentIndex> beside)
                throws IOException, DamagedRecordException {
            SegmentContent content = read(first, name);
            String sha256 = Sha256.of(segments.packed(first));
            if (beside.isPresent()) {
                if (!beside.get().content().equals(content)
                        || !beside.get().sha256().equals(sha256)) {
                    throw new DamagedRecordException(
                            name + " is not what " + segments.index(first).getFileName() + " says of it");
                }
                return beside.get();
            }
            SegmentIndex index = new SegmentIndex(content, bytes, sha256, List.of(new SegmentIndex.Point(first, 0)));
            index.write(segments.index(first));
            return index;
        }

        /** In a closed file every line was acknowledged. */
        private SegmentContent read(long first, String name) throws IOException, DamagedRecordException {
            LineScan lines = new LineScan(head);
            try (InputStream in = segments.bytes(first, 0)) {
                Optional<DamagedRecordException> damage = lines.read(in);
                if (damage.isPresent()) {
                    throw damage.get();
                }
            } catch (EOFException | ZipException e) {
                throw new DamagedRecordException(name + " is damaged: " + e.getMessage());
            }
            if (!lines.endsWithCommit()) {
                throw new DamagedRecordException(name + " ends without a commit");
            }
            return lines.content();
        }

        /** What was closed still stands in the open file where a crash of an earlier version came before that was emptied. */
        private boolean isClosedAlready() throws IOException {
            try (BufferedReader lines = Files.newBufferedReader(segments.open(), StandardCharsets.UTF_8)) {
                String first = lines.readLine();
                return first != null && EntryCodec.read(first).sequence() <= head.sequence();
            } catch (DamagedRecordException | CharacterCodingException e) {
                // Whoever scans the file says what is wrong with it.
                return false;
            }
        }

        private void take(SegmentContent content) {
            content.items().forEach(index::add);
            redacted.putAll(content.redacted());
            reasons.putAll(content.reasons());
            head = content.last();
        }

        /** Content may be missing only where a later entry says that it was taken out. */
        private void requireReasons() throws DamagedRecordException {
            for (Map.Entry<Long, String> entry : redacted.entrySet()) {
                if (!entry.getValue().equals(reasons.get(entry.getKey()))) {
                    throw new DamagedRecordException("Entry " + entry.getKey()
                            + " of the record is without its content, and no entry says that it was taken out");
                }
            }
        }
    }
}
