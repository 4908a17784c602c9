package uk.declared.record;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.declared.election.BallotId;
import uk.declared.election.ContestIdentity;

/**
 * The append-only record: JSON lines, each holding the hash of the one before, in files one after the other.
 *
 * <ol>
 *   <li>A batch of declarations is written line by line, ends in a commit line, and is then forced to disk.
 *   <li>When the record is opened, what follows the last commit is cut off: it was never acknowledged.
 *   <li>A line before the last commit that is not what was written makes the record damaged, and it is not opened.
 * </ol>
 *
 * One process holds a record at a time; its owner sees to that. One thread may write while others read.
 */
public final class RecordLog implements AutoCloseable {
    /** How large the open file grows, in bytes, before it is closed. */
    private static final long SEGMENT = 8 << 20;

    private static final System.Logger LOG = System.getLogger(RecordLog.class.getName());

    private final Segments segments;
    private final SegmentPacker packer;
    private final RecordIndex index;
    private final long segmentSize;
    private final OpenSegment open;
    private final TreeMap<Long, List<SegmentIndex.Point>> points;
    private FileChannel channel;
    private Head head;

    private RecordLog(Segments segments, FileChannel channel, RecordScan scan, long segmentSize) {
        this.segments = segments;
        this.channel = channel;
        this.index = scan.index();
        this.head = scan.head();
        this.points = scan.points();
        this.open = new OpenSegment(scan.open(), scan.openPoints());
        this.segmentSize = segmentSize;
        this.packer = new SegmentPacker(segments);
        scan.unpacked().forEach(packer::pack);
    }

    /**
     * Opens the record in a folder, which is made where it is missing. Files that were closed are taken for what stands beside
     * them, and not read.
     *
     * @throws DamagedRecordException where an acknowledged entry is not what was written
     */
    public static RecordLog open(Path folder) throws IOException, DamagedRecordException {
        return open(folder, SEGMENT);
    }

    /**
     * The same, but reads every entry and checks its hash, and that of each closed file.
     *
     * @throws DamagedRecordException where anything is not what was written
     */
    public static RecordLog openWhole(Path folder) throws IOException, DamagedRecordException {
        Files.createDirectories(folder);
        Segments segments = new Segments(folder);
        return open(segments, RecordScan.whole(segments), SEGMENT);
    }

    static RecordLog open(Path folder, long segmentSize) throws IOException, DamagedRecordException {
        Files.createDirectories(folder);
        Segments segments = new Segments(folder);
        return open(segments, RecordScan.of(segments), segmentSize);
    }

    private static RecordLog open(Segments segments, RecordScan scan, long segmentSize) throws IOException {
        FileChannel channel = channel(segments.open());
        if (channel.size() > scan.committedBytes()) {
            channel.truncate(scan.committedBytes());
            channel.force(true);
        }
        channel.position(scan.committedBytes());
        Segments.forceFolder(segments.open().resolveSibling(""));
        return new RecordLog(segments, channel, scan, segmentSize);
    }

    private static FileChannel channel(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** The position of the last acknowledged entry. */
    public synchronized Head head() {
        return head;
    }

    /** The hash of the first entry; absent where there is none. */
    public Optional<String> firstHash() throws IOException {
        return head().sequence() == 0 ? Optional.empty() : Optional.of(entry(1).hash());
    }

    /** What the record last said of a contest. */
    public synchronized Optional<Latest> latest(BallotId contest) {
        return index.latest(contest);
    }

    /** All versions of a contest, in order; none where it is not known. */
    public synchronized List<RecordedVersion> versions(BallotId contest) {
        return index.versions(contest);
    }

    /** The contest of this identity, under whatever identifier it was first declared. */
    public synchronized Optional<BallotId> contestOf(ContestIdentity identity) {
        return index.contestOf(identity);
    }

    /** The imports that were acknowledged, in order. */
    public synchronized List<RecordedImport> imports() {
        return index.imports();
    }

    /** The contests that the record knows. */
    public synchronized Set<BallotId> ids() {
        return index.ids();
    }

    /** The stretches that the record's declarations and redactions are cut into, in order. */
    public synchronized List<Stretch> stretches() {
        return index.stretches();
    }

    /** How many contests the record knows. */
    public synchronized int contests() {
        return index.contests();
    }

    /** Whether an entry with this number and hash was acknowledged. */
    public boolean has(Head entry) throws IOException {
        Head last = head();
        if (entry.sequence() == last.sequence()) {
            return entry.equals(last);
        }
        if (entry.sequence() == 0 || entry.sequence() > last.sequence()) {
            return entry.equals(Head.EMPTY);
        }
        try (RecordReader entries = readAfter(entry.sequence() - 1)) {
            return entries.next().hash().equals(entry.hash());
        }
    }

    /** Begins a batch. There may be one at a time. */
    public RecordBatch begin() throws IOException {
        return new RecordBatch(this, head);
    }

    /**
     * Appends entries as another record has them, so that this one goes on being the same record. All or none of them.
     *
     * @param lines whole submissions, in order, from the entry on that follows this record's last
     * @throws DamagedRecordException where they do not follow, or are not what was written; nothing is changed then
     */
    public void copy(List<String> lines) throws IOException, DamagedRecordException {
        try (RecordBatch batch = begin()) {
            batch.copy(lines);
        }
    }

    /** The acknowledged entries after a position, in order. Reads from the piece of the file that the first of them stands in. */
    public RecordReader readAfter(long sequence) throws IOException {
        return readBetween(sequence, head().sequence());
    }

    /** The entries after a position up to another one, in order. */
    public RecordReader readBetween(long sequence, long last) throws IOException {
        List<Long> closed;
        SegmentIndex.Point start;
        BufferedReader lines;
        synchronized (this) {
            boolean inOpen = sequence + 1 >= open.first();
            @Nullable Long from = inOpen ? null : points.floorKey(sequence + 1);
            closed = from == null ? List.of() : List.copyOf(points.tailMap(from).keySet());
            start = from == null
                    ? open.before(sequence + 1)
                    : SegmentIndex.before(points.getOrDefault(from, List.of()), sequence + 1);
            InputStream in = Files.newInputStream(segments.open());
            in.skipNBytes(from == null ? start.offset() : 0);
            lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return new RecordReader(segments, closed, start, lines, sequence, last);
    }

    /** One entry. */
    public Entry entry(long sequence) throws IOException {
        try (RecordReader entries = readAfter(sequence - 1)) {
            return entries.next();
        }
    }

    /** The line of one entry. */
    String line(long sequence) throws IOException {
        try (RecordReader entries = readAfter(sequence - 1)) {
            return entries.nextLine();
        }
    }

    void write(String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    long size() throws IOException {
        return channel.position();
    }

    /** Forces what was written to disk; only then others see it. */
    void acknowledge(OpenSegment.Addition addition) throws IOException {
        channel.force(true);
        synchronized (this) {
            addition.items().forEach(index::add);
            open.add(addition);
            head = addition.head();
            if (channel.position() >= segmentSize) {
                closeSegment();
            }
        }
    }

    /** What was acknowledged stays so whether or not this succeeds; the next commit tries again. */
    private void closeSegment() {
        try {
            SegmentContent content = open.content(head);
            segments.close(content.first());
            channel.close();
            channel = channel(segments.open());
            points.put(content.first(), List.of(new SegmentIndex.Point(content.first(), 0)));
            open.begin(head);
            packer.pack(content);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "A file of the record could not be closed: " + e);
        }
    }

    void cutBack(long bytes) {
        try {
            channel.truncate(bytes);
            channel.position(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        packer.close();
        channel.close();
    }
}
