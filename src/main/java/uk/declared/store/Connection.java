package uk.declared.store;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.jena.dboe.DBOpEnvException;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection to one TDB2 database, and its renewal after a write that failed.
 *
 * <p>An aborted write can leave TDB2's node table inconsistent in memory (Jena GH-3877, mended in 6.1): what is written
 * next then cannot be read. So after an abort
 *
 * <ol>
 *   <li>no new use of the database begins, and those under way are awaited,
 *   <li>the database is let go, which drops all that memory holds of it,
 *   <li>it is connected anew, in the state of the last commit.
 * </ol>
 */
final class Connection {
    /** So long are reads awaited before the database is let go from under them; they fail then, and no data is lost. */
    private static final long PATIENCE_SECONDS = 20;

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    static {
        JenaSystem.init();
    }

    private final Location location;
    private final ReentrantReadWriteLock use = new ReentrantReadWriteLock();
    private final Object writing = new Object();
    private volatile DatasetGraph dataset;

    Connection(Location location) {
        this.location = location;
        this.dataset = connect(location);
    }

    /** Uses the database, beside other uses of it. */
    <T> T shared(Function<DatasetGraph, T> reader) {
        use.readLock().lock();
        try {
            return reader.apply(dataset);
        } finally {
            use.readLock().unlock();
        }
    }

    /** Writes in one transaction, one writer at a time. What the writer throws undoes all of it. */
    void write(Consumer<DatasetGraph> writer) {
        synchronized (writing) {
            DatasetGraph current = dataset;
            current.begin(ReadWrite.WRITE);
            try {
                writer.accept(current);
                current.commit();
                current.end();
            } catch (RuntimeException | Error e) {
                try {
                    current.abort();
                    current.end();
                } catch (RuntimeException further) {
                    e.addSuppressed(further);
                }
                renew(current);
                throw e;
            }
        }
    }

    private void renew(DatasetGraph failed) {
        if (location.isMem()) {
            // There is no file to begin again from, and none of the file's buffers to be wrong.
            return;
        }
        boolean alone = awaitReads();
        try {
            TDBInternal.expel(failed, true);
            dataset = connect(location);
        } finally {
            if (alone) {
                use.writeLock().unlock();
            }
        }
        LOG.info("A write to the store failed and was undone; the store was opened anew.");
    }

    private boolean awaitReads() {
        try {
            return use.writeLock().tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void close() {
        if (!location.isMem()) {
            TDBInternal.expel(dataset, true);
        }
    }

    private static DatasetGraph connect(Location location) {
        DatasetGraph dataset;
        try {
            dataset = DatabaseMgr.connectDatasetGraph(location);
        } catch (DBOpEnvException e) {
            throw new StoreInUseException(location.getDirectoryPath(), e);
        }
        dataset.getContext().setTrue(TDB2.symUnionDefaultGraph);
        return dataset;
    }
}
