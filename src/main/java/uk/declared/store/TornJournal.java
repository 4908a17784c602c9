package uk.declared.store;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.commons.io.IOUtils;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.dboe.base.file.ProcessFileLock;
import org.apache.jena.dboe.sys.Names;
import org.apache.jena.dboe.transaction.txn.ComponentId;
import org.apache.jena.dboe.transaction.txn.TransactionException;
import org.apache.jena.dboe.transaction.txn.journal.JournalEntryType;
import org.apache.jena.tdb2.sys.StoreConnection;

/**
 * TDB2's journal as a process leaves it that is killed while it writes an entry. The entry's transaction was not committed, since a
 * commit is an entry of its own that comes last; but TDB2's recovery refuses the whole journal for it, so it is cut off.
 *
 * <p>What no process leaves by being killed is refused: here where it is no entry, since recovery would ask for as much memory as its
 * length says; by recovery where its checksum is wrong.
 */
final class TornJournal {
    /** The length of an entry's data, its checksum, its type, and the component that it is about. */
    private static final int HEADER = 3 * Integer.BYTES + ComponentId.SIZE;

    private static final int TYPE = 2 * Integer.BYTES;
    private static final int NO_DATA = -1;

    /** They are numbered from 1. */
    private static final int TYPES = JournalEntryType.values().length;

    private TornJournal() {}

    /**
     * Cuts an entry that was not written to its end off the journal of a database which nobody has opened.
     *
     * @throws org.apache.jena.dboe.DBOpEnvException where another process holds the database
     * @throws TransactionException where the journal is damaged
     */
    static void mend(Location location) throws IOException {
        Path journal = Path.of(location.getPath(Names.journalFile));
        if (StoreConnection.isSetup(location) || !Files.exists(journal) || Files.size(journal) == 0) {
            return;
        }
        ProcessFileLock lock = StoreConnection.lockForLocation(location);
        lock.lockEx();
        try {
            cut(journal);
        } finally {
            ProcessFileLock.release(lock);
        }
    }

    /** Cuts the last entry off where the file ends before it does. */
    static void cut(Path journal) throws IOException {
        try (FileChannel file = FileChannel.open(journal, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long whole = whole(file);
            if (whole < file.size()) {
                file.truncate(whole);
                file.force(true);
            }
        }
    }

    /** How many bytes of the file are whole entries. */
    private static long whole(FileChannel file) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        long end = 0;
        while (end < file.size()) {
            file.position(end);
            header.clear();
            try {
                IOUtils.readFully(file, header);
            } catch (EOFException torn) {
                return end;
            }
            int length = header.getInt(0);
            int type = header.getInt(TYPE);
            if (length < NO_DATA || type < 1 || type > TYPES) {
                throw new TransactionException("There is no entry at byte " + end + " of the store's journal");
            }
            long next = end + HEADER + Math.max(0, length);
            if (next > file.size()) {
                return end;
            }
            end = next;
        }
        return end;
    }
}
