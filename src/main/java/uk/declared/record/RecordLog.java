package uk.declared.record;

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
import uk.declared.election.BallotId;
import uk.declared.election.ContestIdentity;

/**
 * The append-only record: a file of JSON lines, each holding the hash of the one before.
 *
 * <ol>
 *   <li>A batch of declarations is written line by line, ends in a commit line, and is then forced to disk.
 *   <li>When the record is opened, what follows the last commit is cut off: it was never acknowledged.
 *   <li>A line before the last commit that is not what was written makes the record damaged, and it is not opened.
 * </ol>
 *
 * One process holds a record at a time; its owner sees to that. Not safe for use by several threads at once.
 */
public final class RecordLog implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;
    private final RecordIndex index;
    private Head head;

    private RecordLog(Path file, FileChannel channel, RecordIndex index, Head head) {
        this.file = file;
        this.channel = channel;
        this.index = index;
        this.head = head;
    }

    /**
     * Opens the record in a folder, which is made where it is missing.
     *
     * @throws DamagedRecordException where an acknowledged entry is not what was written
     */
    public static RecordLog open(Path folder) throws IOException, DamagedRecordException {
        Files.createDirectories(folder);
        Path file = folder.resolve("record.jsonl");
        RecordScan scan = RecordScan.of(file);
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (channel.size() > scan.committedBytes()) {
            channel.truncate(scan.committedBytes());
            channel.force(true);
        }
        channel.position(scan.committedBytes());
        forceFolder(folder);
        return new RecordLog(file, channel, scan.index(), scan.head());
    }

    /** The position of the last acknowledged entry. */
    public Head head() {
        return head;
    }

    /** What the record last said of a contest. */
    public Optional<Latest> latest(BallotId contest) {
        return index.latest(contest);
    }

    /** The contest of this identity, under whatever identifier it was first declared. */
    public Optional<BallotId> contestOf(ContestIdentity identity) {
        return index.contestOf(identity);
    }

    /** The imports that were acknowledged, in order. */
    public List<RecordedImport> imports() {
        return index.imports();
    }

    /** How many contests the record knows. */
    public int contests() {
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
    public RecordReader readAfter(long sequence) throws IOException {
        return new RecordReader(Files.newBufferedReader(file, StandardCharsets.UTF_8), sequence, head.sequence());
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

    void acknowledge(Head newHead, Iterable<RecordIndex.Item> items) throws IOException {
        channel.force(true);
        items.forEach(index::add);
        head = newHead;
    }

    void cutBack(long bytes) {
        try {
            channel.truncate(bytes);
            channel.position(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void forceFolder(Path folder) {
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        } catch (IOException e) {
            // Some systems (Windows) cannot open a folder to force it; there its entries are safe without.
            return;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
