package uk.declared.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntryTreeTest {
    private static final Instant TIME = Instant.parse("2026-05-08T01:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void anEmptyRecordHasTheHashOfNothing() throws Exception {
        try (RecordLog log = RecordLog.open(folder)) {
            assertThat(new EntryTree(log, folder).root().hash())
                    .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        }
    }

    @Test
    void theRootIsWhatTheDefinitionMakesOfTheEntriesAtEverySize() throws Exception {
        try (RecordLog log = RecordLog.open(folder)) {
            EntryTree tree = new EntryTree(log, folder);
            for (int size = 2; size <= 40; size += 2) {
                add(log);
                assertThat(tree.root().hash())
                        .as("%d entries", size)
                        .isEqualTo(HexFormat.of().formatHex(defined(hashes(log))));
            }
        }
    }

    @Test
    void everyEntryIsShownToBeThereAndEveryEarlierTreeToBeItsBeginning() throws Exception {
        try (RecordLog log = RecordLog.open(folder)) {
            EntryTree tree = new EntryTree(log, folder);
            for (int i = 0; i < 10; i++) {
                add(log);
            }
            List<byte[]> hashes = hashes(log);
            for (int size = 1; size <= 20; size++) {
                byte[] root = defined(hashes.subList(0, size));
                for (int entry = 1; entry <= size; entry++) {
                    byte[] leaf = MerkleTree.leaf(hashes.get(entry - 1));
                    assertThat(MerkleTree.includes(entry - 1, size, leaf, tree.path(entry, size), root))
                            .as("entry %d of %d", entry, size)
                            .isTrue();
                    assertThat(MerkleTree.extendsTree(
                                    entry,
                                    size,
                                    defined(hashes.subList(0, entry)),
                                    root,
                                    tree.consistency(entry, size)))
                            .as("%d after %d", size, entry)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void aFileThatBelongsToAnotherRecordIsMadeAnew() throws Exception {
        Path other = folder.resolve("other");
        try (RecordLog log = RecordLog.open(other)) {
            add(log);
            add(log);
            new EntryTree(log, other).root();
        }
        Path here = folder.resolve("here");
        try (RecordLog log = RecordLog.open(here)) {
            add(log, "other");
            add(log);
            Files.copy(other.resolve("tree"), here.resolve("tree"));

            assertThat(new EntryTree(log, here).root().hash())
                    .isEqualTo(HexFormat.of().formatHex(defined(hashes(log))));
        }
    }

    @Test
    void whatWasNotWholeOnDiskIsWrittenAgain() throws Exception {
        try (RecordLog log = RecordLog.open(folder)) {
            add(log);
            new EntryTree(log, folder).root();
            try (RandomAccessFile file =
                    new RandomAccessFile(folder.resolve("tree").toFile(), "rw")) {
                file.seek(file.length());
                file.write(new byte[32 * 3]);
            }
            add(log);

            assertThat(new EntryTree(log, folder).root().hash())
                    .isEqualTo(HexFormat.of().formatHex(defined(hashes(log))));
        }
    }

    @Test
    void aFileThatWasCutShortIsMadeAnew() throws Exception {
        try (RecordLog log = RecordLog.open(folder)) {
            add(log);
            add(log);
            new EntryTree(log, folder).root();
            try (RandomAccessFile file =
                    new RandomAccessFile(folder.resolve("tree").toFile(), "rw")) {
                file.setLength(32 * 3);
            }

            assertThat(new EntryTree(log, folder).root().hash())
                    .isEqualTo(HexFormat.of().formatHex(defined(hashes(log))));
        }
    }

    @Test
    void anEntryThatIsNotThereHasNoPath() throws Exception {
        try (RecordLog log = RecordLog.open(folder)) {
            add(log);
            EntryTree tree = new EntryTree(log, folder);

            assertThatThrownBy(() -> tree.path(3, 2)).hasMessage("3 is not between 1 and 2");
            assertThatThrownBy(() -> tree.path(1, 3)).hasMessage("3 is not between 0 and 2");
            assertThatThrownBy(() -> tree.line(0)).hasMessage("0 is not between 1 and 2");
        }
    }

    /** Section 2.1.1 of RFC 9162, word by word. */
    private static byte[] defined(List<byte[]> entries) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        if (entries.isEmpty()) {
            return digest.digest();
        }
        if (entries.size() == 1) {
            digest.update((byte) 0);
            return digest.digest(entries.get(0));
        }
        int k = 1;
        while (k * 2 < entries.size()) {
            k *= 2;
        }
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(1);
        both.write(defined(entries.subList(0, k)));
        both.write(defined(entries.subList(k, entries.size())));
        return digest.digest(both.toByteArray());
    }

    private static List<byte[]> hashes(RecordLog log) throws Exception {
        List<byte[]> hashes = new ArrayList<>();
        try (RecordReader entries = log.readAfter(0)) {
            entries.forEachRemaining(entry -> hashes.add(HexFormat.of().parseHex(entry.hash())));
        }
        return hashes;
    }

    private static void add(RecordLog log) throws Exception {
        add(log, "file");
    }

    private static void add(RecordLog log, String file) throws Exception {
        try (RecordBatch batch = log.begin()) {
            batch.add(new Entry.Deletion(file, TIME));
            batch.commit("submission", java.util.Map.of());
        }
    }
}
