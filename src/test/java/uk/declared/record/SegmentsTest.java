package uk.declared.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.election.BallotId;
import uk.declared.election.DeclarationStatus;
import uk.declared.election.Source;

class SegmentsTest {
    private static final BallotId NORTH = new BallotId("local.example.north.2024-05-02");
    private static final String COMMIT = "0".repeat(64);

    @TempDir
    private Path folder;

    @Test
    void everyEntryIsReadInOrderThroughClosedAndOpenFiles() throws Exception {
        fill(7);

        assertThat(closed()).hasSize(3);
        try (RecordLog log = RecordLog.open(folder)) {
            assertThat(log.head().sequence()).isEqualTo(14);
            assertThat(log.latest(NORTH).orElseThrow().version()).isEqualTo(7);
            for (int after = 0; after <= 14; after++) {
                assertThat(sequences(log, after))
                        .isEqualTo(Stream.iterate((long) after + 1, n -> n + 1)
                                .limit(14 - after)
                                .toList());
            }
        }
    }

    @Test
    void aReaderGoesOnWhileFilesAreClosed() throws Exception {
        try (RecordLog log = RecordLog.open(folder, 1)) {
            add(log, 1);
            add(log, 2);
            try (RecordReader entries = log.readAfter(0)) {
                entries.next();
                add(log, 3);
                add(log, 4);
                List<Long> rest = new ArrayList<>();
                entries.forEachRemaining(entry -> rest.add(entry.sequence()));
                assertThat(rest).containsExactly(2L, 3L, 4L);
            }
        }
    }

    @Test
    void whatACrashLeftInBothFilesCountsOnce() throws Exception {
        try (RecordLog log = RecordLog.open(folder, 1 << 20)) {
            add(log, 1);
            add(log, 2);
        }
        byte[] open = Files.readAllBytes(folder.resolve("record.jsonl"));
        try (OutputStream packed =
                new GZIPOutputStream(Files.newOutputStream(folder.resolve("record-0000000001.jsonl.gz")))) {
            packed.write(open);
        }

        try (RecordLog log = RecordLog.open(folder)) {
            assertThat(sequences(log, 0)).containsExactly(1L, 2L, 3L, 4L);
            add(log, 3);
            assertThat(sequences(log, 0)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        }
        try (RecordLog log = RecordLog.open(folder)) {
            assertThat(log.latest(NORTH).orElseThrow().version()).isEqualTo(3);
        }
    }

    @Test
    void aShortenedClosedFileIsDamage() throws Exception {
        fill(4);
        Path first = closed().get(0);
        byte[] bytes = Files.readAllBytes(first);
        Files.write(first, java.util.Arrays.copyOf(bytes, bytes.length / 2));

        assertThatThrownBy(() -> RecordLog.open(folder))
                .isInstanceOf(DamagedRecordException.class)
                .hasMessageContaining(first.getFileName().toString());
    }

    @Test
    void aMissingClosedFileIsDamage() throws Exception {
        fill(6);
        Files.delete(closed().get(1));

        assertThatThrownBy(() -> RecordLog.open(folder)).isInstanceOf(DamagedRecordException.class);
    }

    @Test
    void aRedactionReachesIntoAClosedFile() throws Exception {
        fill(5);
        try (RecordLog log = RecordLog.open(folder)) {
            Entry entry;
            try (RecordReader entries = log.readAfter(0)) {
                entry = entries.next();
            }
            try (RecordBatch batch = log.begin()) {
                batch.add(new Entry.Redaction(
                        1, entry.hash(), "a person asked", "", Instant.parse("2024-06-01T00:00:00Z")));
                batch.commit(COMMIT);
            }
        }
        RecordRedaction.takeOut(folder, 1, declaration -> "");

        try (RecordLog log = RecordLog.open(folder);
                RecordReader entries = log.readAfter(0)) {
            Entry.Declared first = (Entry.Declared) entries.next().content();
            assertThat(first.redacted()).isTrue();
            assertThat(first.declaration().result()).isEmpty();
            assertThat(log.head().sequence()).isEqualTo(12);
        }
    }

    @Test
    void zcatShowsTheLinesOfAClosedFile() throws Exception {
        assumeThat(Files.isExecutable(Path.of("/bin/zcat")) || Files.isExecutable(Path.of("/usr/bin/zcat")))
                .as("zcat is installed")
                .isTrue();
        fill(2);

        Process zcat = new ProcessBuilder("zcat", closed().get(0).toString()).start();
        List<String> lines = zcat.inputReader(java.nio.charset.StandardCharsets.UTF_8)
                .lines()
                .toList();

        assertThat(lines).hasSize(4).allMatch(line -> line.startsWith("{\"sequence\":") && line.endsWith("\"}"));
    }

    @Test
    void aStartTakesClosedFilesForWhatStandsBesideThemAndAVerificationReadsThem() throws Exception {
        fill(4);
        Path first = closed().get(0);
        byte[] bytes = Files.readAllBytes(first);
        bytes[bytes.length / 2] ^= 1;
        Files.write(first, bytes);

        try (RecordLog log = RecordLog.open(folder)) {
            assertThat(log.versions(NORTH)).hasSize(4);
            assertThat(log.stretches())
                    .singleElement()
                    .satisfies(stretch -> assertThat(stretch.events()).isEqualTo(4));
        }
        assertThatThrownBy(() -> RecordLog.openWhole(folder)).isInstanceOf(DamagedRecordException.class);
    }

    @Test
    void anIndexThatIsMissingOrTornIsMadeAgain() throws Exception {
        fill(6);
        List<Path> indexes = indexes();
        String whole = Files.readString(indexes.get(0));
        Files.delete(indexes.get(0));
        Files.writeString(indexes.get(1), Files.readString(indexes.get(1)).substring(0, 100));

        try (RecordLog log = RecordLog.open(folder)) {
            assertThat(log.versions(NORTH)).hasSize(6);
        }
        assertThat(Files.readString(indexes.get(0))).isEqualTo(whole);
        RecordLog.openWhole(folder).close();
    }

    @Test
    void aRecordFromBeforeThereWereIndexesIsOpened() throws Exception {
        fill(6);
        for (Path index : indexes()) {
            Files.delete(index);
        }

        try (RecordLog log = RecordLog.open(folder)) {
            assertThat(sequences(log, 3)).containsExactly(4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L);
        }
        assertThat(indexes()).hasSize(3);
    }

    @Test
    void anIndexThatSaysOtherThanItsFileIsDamageToAVerification() throws Exception {
        fill(4);
        Path index = indexes().get(0);
        SegmentIndex said = SegmentIndex.read(index).orElseThrow();
        SegmentContent content = said.content();
        new SegmentIndex(
                        new SegmentContent(
                                content.first(),
                                content.previous(),
                                content.last(),
                                content.items().subList(0, 1),
                                content.redacted(),
                                content.reasons()),
                        said.bytes(),
                        said.sha256(),
                        said.points())
                .write(index);

        assertThatThrownBy(() -> RecordLog.openWhole(folder))
                .isInstanceOf(DamagedRecordException.class)
                .hasMessageContaining(index.getFileName().toString());
    }

    @Test
    void aClosedFileThatACrashLeftUnpackedIsReadAndPackedAtTheNextStart() throws Exception {
        try (RecordLog log = RecordLog.open(folder, 1 << 20)) {
            add(log, 1);
            add(log, 2);
        }
        new Segments(folder).close(1);

        try (RecordLog log = RecordLog.open(folder)) {
            assertThat(sequences(log, 0)).containsExactly(1L, 2L, 3L, 4L);
            add(log, 3);
        }
        assertThat(closed()).singleElement().asString().endsWith(".gz");
        try (RecordLog log = RecordLog.open(folder)) {
            assertThat(sequences(log, 0)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        }
    }

    @Test
    void anEntryOfAPackedFileIsFoundInItsPiece() throws Exception {
        String large = "<urn:a> <urn:b> \"" + "x".repeat(300_000) + "\" .\n";
        try (RecordLog log = RecordLog.open(folder, 5 << 20)) {
            for (int version = 1; version <= 20; version++) {
                add(log, version, version + large);
            }
        }

        assertThat(SegmentIndex.read(indexes().get(0)).orElseThrow().points()).hasSizeGreaterThan(3);
        try (RecordLog log = RecordLog.open(folder)) {
            for (int version = 1; version <= 20; version++) {
                Entry.Declared found =
                        (Entry.Declared) log.entry(2L * version - 1).content();
                assertThat(found.declaration().result()).isEqualTo(version + large);
            }
        }
    }

    private List<Path> indexes() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".index"))
                    .sorted()
                    .toList();
        }
    }

    /** Two declarations fill a file: a hundred of their bytes are repeated in each. */
    private void fill(int declarations) throws Exception {
        try (RecordLog log = RecordLog.open(folder, 1_500)) {
            for (int version = 1; version <= declarations; version++) {
                add(log, version);
            }
        }
    }

    private static void add(RecordLog log, int version) throws IOException {
        add(log, version, "<urn:a> <urn:b> \"" + version + "\" .\n");
    }

    private static void add(RecordLog log, int version, String result) throws IOException {
        try (RecordBatch batch = log.begin()) {
            batch.add(new DeclarationEntry(
                    NORTH,
                    "area north",
                    version,
                    DeclarationStatus.DECLARED,
                    Source.COUNCIL,
                    COMMIT,
                    Instant.parse("2024-05-03T02:00:00Z"),
                    "0.1.0",
                    result,
                    Map.of(),
                    ""));
            batch.commit(COMMIT);
        }
    }

    private static List<Long> sequences(RecordLog log, long after) throws IOException {
        List<Long> found = new ArrayList<>();
        try (RecordReader entries = log.readAfter(after)) {
            entries.forEachRemaining(entry -> found.add(entry.sequence()));
        }
        return found;
    }

    private List<Path> closed() throws IOException {
        Segments segments = new Segments(folder);
        return segments.closed().stream().map(segments::file).toList();
    }
}
