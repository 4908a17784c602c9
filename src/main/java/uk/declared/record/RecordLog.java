package uk.declared.record;

import java.io.BufferedReader;
import java.io.IOException;
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
    private static final long SEGMENT = 32 << 20;

    private static final System.Logger LOG = System.getLogger(RecordLog.class.getName());

    private final Segments segments;
    private final RecordIndex index;
    private final long segmentSize;
    private FileChannel channel;
    private Head head;
    private long openFrom;

    private RecordLog(Segments segments, FileChannel channel, RecordScan scan, long segmentSize) {
        this.segments = segments;
        this.channel = channel;
        this.index = scan.index();
        this.head = scan.head();
        this.openFrom = scan.openFrom();
        this.segmentSize = segmentSize;
    }

    /**
     * Opens the record in a folder, which is made where it is missing.
     *
     * @throws DamagedRecordException where an acknowledged entry is not what was written
     */
    public static RecordLog open(Path folder) throws IOException, DamagedRecordException {
        return open(folder, SEGMENT);
    }

    static RecordLog open(Path folder, long segmentSize) throws IOException, DamagedRecordException {
        Files.createDirectories(folder);
        Segments segments = new Segments(folder);
        RecordScan scan = RecordScan.of(segments);
        FileChannel channel = channel(segments.open());
        if (channel.size() > scan.committedBytes()) {
            channel.truncate(scan.committedBytes());
            channel.force(true);
        }
        channel.position(scan.committedBytes());
        Segments.forceFolder(folder);
        return new RecordLog(segments, channel, scan, segmentSize);
    }

    private static FileChannel channel(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** The position of the last acknowledged entry. */
    public synchronized Head head() {
        return head;
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

    /** Those of the last few thousand declarations that follow a position, in order. */
    public synchronized List<RecordedDeclaration> recentAfter(long sequence) {
        return index.recentAfter(sequence);
    }

    /** The position after which {@link #recentAfter} knows every declaration. */
    public synchronized long recentSince() {
        return index.recentSince();
    }

    /** How many contests the record knows. */
    public synchronized int contests() {
        return index.contests();
    }

    /** Whether an entry with this number and hash was acknowledged. Reads up to the entry. */
    public boolean has(Head entry) throws IOException {
        if (entry.sequence() == 0 || entry.sequence() > head.sequence()) {
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

    /** The acknowledged entries after a position, in order. */
    public synchronized RecordReader readAfter(long sequence) throws IOException {
        BufferedReader open = Files.newBufferedReader(segments.open(), StandardCharsets.UTF_8);
        if (sequence + 1 >= openFrom) {
            return new RecordReader(List.of(), open, openFrom - 1, sequence, head.sequence());
        }
        List<Path> closed = segments.closedAfter(sequence);
        return new RecordReader(closed, open, Segments.first(closed.get(0)) - 1, sequence, head.sequence());
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

    synchronized void acknowledge(Head newHead, Iterable<RecordIndex.Item> items) throws IOException {
        channel.force(true);
        items.forEach(index::add);
        head = newHead;
        if (channel.position() >= segmentSize) {
            closeSegment();
        }
    }

    /** What was acknowledged stays so whether or not this succeeds; the next commit tries again. */
    private void closeSegment() {
        try {
            segments.close(openFrom);
            channel.close();
            channel = channel(segments.open());
            openFrom = head.sequence() + 1;
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
        channel.close();
    }
}
