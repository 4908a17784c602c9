package uk.declared.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.commons.io.FileUtils;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.solver.stats.StatsResults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection to one TDB2 database, its renewal after a write that failed, and its replacement by a successor.
 *
 * <p>An aborted write can leave TDB2's node table inconsistent in memory (Jena GH-3877, mended in 6.1): what is written
 * next then cannot be read. So after an abort
 *
 * <ol>
 *   <li>no new use of the database begins, and those under way are awaited,
 *   <li>the database is let go, which drops all that memory holds of it,
 *   <li>it is connected anew, in the state of the last commit.
 * </ol>
 *
 * Where a successor takes over, nobody is awaited: those who read go on reading the old files, which go when the last of them
 * has ended.
 */
final class Connection {
    /** So long are reads awaited before the database is let go from under them; they fail then, and no data is lost. */
    private static final long PATIENCE_SECONDS = 20;

    private static final String NO_SPACE = "No space left on device for the store's files, or the disk failed";

    private static final String MADE = "made";
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    private final Path container;
    private final ReentrantReadWriteLock use = new ReentrantReadWriteLock();
    private final Object writing = new Object();
    private final AtomicLong changes = new AtomicLong();
    private final List<ChangedQuads> followers = new CopyOnWriteArrayList<>();
    private volatile Generation current;
    private volatile boolean shut;
    private Thread remover = new Thread();

    private Connection(Path container, Generation current) {
        this.container = container;
        this.current = current;
    }

    /** Connects to the database in a folder, or begins one, and removes what a crash left beside it. */
    static Connection to(Path container) throws IOException {
        Files.createDirectories(container);
        StoreFiles files = new StoreFiles(container);
        Generation current = Generation.open(files.current().orElse(files.first()), container);
        files.clean();
        return new Connection(container, current);
    }

    static Connection inMemory() {
        return new Connection(Path.of(""), Generation.inMemory());
    }

    /** Connects to a database that is being made, and is in no store yet. */
    static Connection unfinished(Path folder, Path container) {
        return new Connection(container, Generation.open(folder, container));
    }

    /** Uses the database, beside other uses of it. */
    <T> T shared(Function<DatasetGraph, T> reader) {
        openIfShut();
        use.readLock().lock();
        try {
            Generation generation = take();
            try {
                return reader.apply(generation.dataset());
            } finally {
                generation.release();
            }
        } finally {
            use.readLock().unlock();
        }
    }

    private Generation take() {
        Generation generation = current;
        while (!generation.take()) {
            generation = current;
        }
        return generation;
    }

    /**
     * Writes in one transaction, one writer at a time. What the writer throws undoes all of it.
     * @throws UncheckedIOException where the disk has no room: the JVM calls it an internal error that a page of a mapped file
     *     cannot be had
     */
    void write(Consumer<DatasetGraph> writer) {
        synchronized (writing) {
            openIfShut();
            Generation generation = current;
            DatasetGraph dataset = generation.dataset();
            ChangedQuads changed = new ChangedQuads();
            try {
                dataset.begin(ReadWrite.WRITE);
                writer.accept(followers.isEmpty() ? dataset : changed.noting(dataset));
                dataset.commit();
                dataset.end();
                changes.incrementAndGet();
                generation.ordering().changed();
            } catch (InternalError e) {
                undo(generation, e);
                throw new UncheckedIOException(new IOException(NO_SPACE, e));
            } catch (RuntimeException | Error e) {
                undo(generation, e);
                throw e;
            } finally {
                // A commit that fails when its journal is written already is there when the database is opened anew.
                followers.forEach(each -> each.add(changed));
            }
        }
    }

    /** Notes what is written from now on. Who reads after this reads all that was written before. */
    void follow(ChangedQuads changed) {
        synchronized (writing) {
            followers.add(changed);
        }
    }

    void forget(ChangedQuads changed) {
        followers.remove(changed);
    }

    /** Whether somebody waits until nobody reads any more. */
    boolean isAwaited() {
        return use.hasQueuedThreads();
    }

    /** Does something while nobody writes. */
    void withoutWriters(Runnable work) {
        synchronized (writing) {
            work.run();
        }
    }

    /** How often what is stored may have changed since the connection was made: what was read at the same number still holds. */
    long changes() {
        return changes.get();
    }

    private void undo(Generation generation, Throwable failure) {
        try {
            generation.dataset().abort();
            generation.dataset().end();
        } catch (RuntimeException | InternalError further) {
            failure.addSuppressed(further);
        }
        changes.incrementAndGet();
        renew(generation);
    }

    private void renew(Generation failed) {
        if (failed.isInMemory()) {
            // There is no file to begin again from, and none of the file's buffers to be wrong.
            return;
        }
        boolean alone = awaitReads();
        try {
            shut = true;
            openIfShut();
            LOG.info("A write to the store failed and was undone; the store was opened anew.");
        } catch (RuntimeException | InternalError e) {
            // What failed first is what the caller is told; who uses the store next tries again.
            LOG.warn("The store cannot be opened anew yet, which is tried again at each use: {}", e.toString());
        } finally {
            if (alone) {
                use.writeLock().unlock();
            }
        }
    }

    /** Whatever kept the store from being opened anew, such as a full disk, may have passed since. */
    private void openIfShut() {
        if (!shut) {
            return;
        }
        synchronized (writing) {
            if (shut) {
                current.close();
                current = Generation.open(current.folder(), container);
                changes.incrementAndGet();
                shut = false;
            }
        }
    }

    private boolean awaitReads() {
        try {
            return use.writeLock().tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    Path container() {
        return container;
    }

    boolean isInMemory() {
        return current.isInMemory();
    }

    Path folder() {
        return current.folder();
    }

    /** Keeps counts of predicates and types beside the database. */
    void count(StatsResults counts) {
        try {
            Ordering.keep(counts, current.folder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The length of the files when they were made anew, in bytes; 0 where they were not. */
    long bytesWhenMade() {
        try {
            Path note = current.folder().resolve(MADE);
            return Files.exists(note) ? Long.parseLong(Files.readString(note).strip()) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Uses a finished database from now on, and removes the one before when nobody reads it any more. */
    void replaceBy(Path finished) {
        synchronized (writing) {
            Generation before = current;
            try {
                Files.writeString(finished.resolve(MADE), StoreFiles.bytes(finished) + "\n");
                Path adopted = new StoreFiles(container).adopt(finished);
                current = Generation.open(adopted, container);
                changes.incrementAndGet();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            remover = new Thread(() -> remove(before), "store-remover");
            remover.setDaemon(true);
            remover.start();
        }
    }

    private static void remove(Generation before) {
        try {
            before.retire();
            before.close();
            FileUtils.deleteDirectory(before.folder().toFile());
        } catch (IOException e) {
            LOG.warn("The store's former files could not be removed; they go at the next start: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void close() {
        synchronized (writing) {
            try {
                remover.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        current.close();
    }
}
