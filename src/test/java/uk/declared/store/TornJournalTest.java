package uk.declared.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.dboe.transaction.txn.ComponentId;
import org.apache.jena.dboe.transaction.txn.TransactionException;
import org.apache.jena.dboe.transaction.txn.journal.Journal;
import org.apache.jena.dboe.transaction.txn.journal.JournalEntry;
import org.apache.jena.dboe.transaction.txn.journal.JournalEntryType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process may be killed between any two bytes of what it writes before a commit. */
class TornJournalTest extends StoreFolder {
    private static final ComponentId COMPONENT =
            ComponentId.create(null, Arrays.copyOf(new byte[] {1}, ComponentId.SIZE));

    @TempDir
    private Path elsewhere;

    private Path journal() {
        return folder.resolve("Data-0001/journal.jrnl");
    }

    /** What a writer leaves that is killed before its commit is written. */
    private byte[] uncommitted() throws IOException {
        return written(false);
    }

    private byte[] written(boolean committed) throws IOException {
        Journal journal = Journal.create(Location.create(elsewhere));
        try {
            journal.reset();
            for (int bytes : List.of(24, 8, 0)) {
                journal.write(JournalEntryType.REDO, COMPONENT, ByteBuffer.allocate(bytes));
            }
            if (committed) {
                journal.writeJournal(JournalEntry.COMMIT);
            }
            journal.sync();
        } finally {
            journal.close();
        }
        return Files.readAllBytes(elsewhere.resolve("journal.jrnl"));
    }

    @Test
    void whereverAWriterWasKilledTheStoreOpensAsItWasCommittedLast() throws Exception {
        try (EmbeddedStore store = EmbeddedStore.open(folder)) {
            apply(store, 1, new StoreChange.Add("urn:g", List.of(says("committed"))));
        }
        byte[] whole = uncommitted();
        for (int length = 1; length <= whole.length; length++) {
            Files.write(journal(), Arrays.copyOf(whole, length));

            try (EmbeddedStore store = EmbeddedStore.open(folder)) {
                assertThat(values(store)).as("killed after %d bytes", length).containsExactly("committed");
                assertThat(store.applied()).isEqualTo(new Position(1, "hash1"));
            }
            assertThat(journal()).isEmptyFile();
        }
    }

    @Test
    void whatIsWholeBeforeTheTornEntryIsLeftAsItIs() throws Exception {
        byte[] committed = written(true);
        Path file = Files.createFile(elsewhere.resolve("torn"));
        for (int length : List.of(1, 15, 16, 39)) {
            Files.write(file, committed);
            Files.write(file, Arrays.copyOf(uncommitted(), length), StandardOpenOption.APPEND);

            TornJournal.cut(file);

            assertThat(file).hasBinaryContent(committed);
        }
    }

    @Test
    void whatIsNoEntryIsRefusedAndNotTakenForALength() throws Exception {
        Path file = Files.writeString(elsewhere.resolve("nonsense"), "This is not what TDB2 writes.");

        assertThatThrownBy(() -> TornJournal.cut(file)).isInstanceOf(TransactionException.class);

        assertThat(file).hasContent("This is not what TDB2 writes.");
    }
}
