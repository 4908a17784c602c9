package uk.declared.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import uk.declared.folder.DataFolder;
import uk.declared.record.RecordLog;
import uk.declared.store.Store;

/** How a data folder is: whether something can be written to it, how far the store is, and whether the clock can be right. */
public final class FolderHealth {
    private static final Path PROBE = Path.of(".probe");
    private static final int PROBE_BYTES = 64 * 1024;

    /** The disk is not tried more often, however often somebody asks. */
    private static final Duration TRIED_EVERY = Duration.ofSeconds(2);

    /** Clocks that are kept right are put back by less. */
    private static final Duration TOLERATED = Duration.ofSeconds(60);

    private final Path folder;
    private final Path recordFolder;
    private final RecordLog record;
    private final Store store;
    private final Clock clock;
    private Optional<String> failure = Optional.empty();
    private long tried = System.nanoTime() - TRIED_EVERY.toNanos();

    FolderHealth(DataFolder folder, RecordLog record, Store store, Clock clock) {
        this.folder = folder.root();
        this.recordFolder = folder.record();
        this.record = record;
        this.store = store;
        this.clock = clock;
    }

    /** Why nothing can be written to the folder; absent where 64 KiB could be. */
    public synchronized Optional<String> writeFailure() {
        if (System.nanoTime() - tried >= TRIED_EVERY.toNanos()) {
            failure = tryWrite();
            tried = System.nanoTime();
        }
        return failure;
    }

    private Optional<String> tryWrite() {
        Path probe = folder.resolve(PROBE);
        try {
            Files.write(
                    probe,
                    new byte[PROBE_BYTES],
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.SYNC);
            Files.delete(probe);
            return Optional.empty();
        } catch (IOException e) {
            deleteQuietly(probe);
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static void deleteQuietly(Path probe) {
        try {
            Files.deleteIfExists(probe);
        } catch (IOException e) {
            // It is written over the next time.
            return;
        }
    }

    /** How many entries of the record the store has not seen. */
    public long behind() {
        return record.head().sequence()
                - Math.min(store.applied().sequence(), store.derived().sequence());
    }

    /**
     * How far the clock is behind what was written to the record last; nothing where it is not, or by less than a minute. What is
     * published then is dated before what was published earlier.
     */
    public Optional<Duration> clockBehind() {
        try (Stream<Path> files = Files.list(recordFolder)) {
            Instant written = Instant.EPOCH;
            for (Path file : files.toList()) {
                Instant time = Files.getLastModifiedTime(file).toInstant();
                written = time.isAfter(written) ? time : written;
            }
            Duration behind = Duration.between(clock.instant(), written);
            return behind.compareTo(TOLERATED) > 0 ? Optional.of(behind) : Optional.empty();
        } catch (IOException e) {
            // A folder that cannot be read shows elsewhere.
            return Optional.empty();
        }
    }
}
