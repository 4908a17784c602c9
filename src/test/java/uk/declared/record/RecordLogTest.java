package uk.declared.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.election.BallotId;
import uk.declared.election.DeclarationStatus;
import uk.declared.election.Rights;
import uk.declared.election.Source;

class RecordLogTest {
    private static final BallotId NORTH = new BallotId("local.example.north.2024-05-02");
    private static final BallotId SOUTH = new BallotId("local.example.south.2024-05-02");

    @TempDir
    private Path folder;

    @Test
    void whatWasCommittedIsThereAfterOpeningAgain() throws Exception {
        publish(NORTH, 1, "<urn:a> <urn:b> \"1\" .\n");
        publish(NORTH, 2, "<urn:a> <urn:b> \"2\" .\n");

        try (RecordLog log = RecordLog.open(folder)) {
            assertThat(log.head().sequence()).isEqualTo(4);
            assertThat(log.latest(NORTH).orElseThrow().version()).isEqualTo(2);
            assertThat(log.latest(SOUTH)).isEmpty();
            assertThat(contestsIn(log)).containsExactly(NORTH, NORTH);
        }
    }

    @Test
    void aBatchThatIsClosedWithoutACommitLeavesNothing() throws Exception {
        publish(NORTH, 1, "");
        long before = Files.size(file());
        try (RecordLog log = RecordLog.open(folder);
                RecordBatch batch = log.begin()) {
            batch.add(entry(SOUTH, 1, ""));
        }

        assertThat(Files.size(file())).isEqualTo(before);
    }

    @Test
    void linesWithoutACommitAreCutOffWhenTheRecordIsOpened() throws Exception {
        publish(NORTH, 1, "");
        long before = Files.size(file());
        String second = EntryCodec.write(3, headHash(), new Entry.Declared(entry(SOUTH, 1, ""), false))
                .text();
        append(second + "\n" + second.substring(0, 40));

        try (RecordLog log = RecordLog.open(folder)) {
            assertThat(log.latest(SOUTH)).isEmpty();
            assertThat(log.head().sequence()).isEqualTo(2);
        }
        assertThat(Files.size(file())).isEqualTo(before);
    }

    @Test
    void afterATornLineTheNextBatchFollowsTheLastCommit() throws Exception {
        publish(NORTH, 1, "");
        append("{\"sequence\":3,\"ki");
        publish(SOUTH, 1, "");

        try (RecordLog log = RecordLog.open(folder)) {
            assertThat(contestsIn(log)).containsExactly(NORTH, SOUTH);
        }
    }

    @Test
    void aChangedByteBeforeACommitMakesTheRecordDamaged() throws Exception {
        publish(NORTH, 1, "<urn:a> <urn:b> \"777\" .\n");
        String text = Files.readString(file());
        Files.writeString(file(), text.replace("777", "778"));

        assertThatThrownBy(() -> RecordLog.open(folder))
                .isInstanceOf(DamagedRecordException.class)
                .hasMessageContaining("Entry 1");
    }

    @Test
    void aLineTakenOutBreaksTheChain() throws Exception {
        publish(NORTH, 1, "");
        publish(SOUTH, 1, "");
        List<String> lines = new ArrayList<>(Files.readAllLines(file()));
        lines.remove(0);
        Files.write(file(), lines);

        assertThatThrownBy(() -> RecordLog.open(folder)).isInstanceOf(DamagedRecordException.class);
    }

    @Test
    void anEntrysHashCanBeCheckedWithoutThisProgram() throws Exception {
        publish(NORTH, 1, "<urn:a> <urn:b> \"Ŵ\" .\n");
        String line = Files.readAllLines(file()).get(0);

        int at = line.lastIndexOf(",\"hash\":\"");
        byte[] covered = (line.substring(0, at) + "}").getBytes(StandardCharsets.UTF_8);
        String expected = new java.math.BigInteger(
                        1, java.security.MessageDigest.getInstance("SHA-256").digest(covered))
                .toString(16);
        assertThat(line.substring(at + 9, line.length() - 2)).endsWith(expected);
    }

    private void publish(BallotId contest, int version, String result) throws Exception {
        publish(contest, version, result, 1 << 20);
    }

    private void publish(BallotId contest, int version, String result, long segmentSize) throws Exception {
        try (RecordLog log = RecordLog.open(folder, segmentSize);
                RecordBatch batch = log.begin()) {
            batch.add(entry(contest, version, result));
            batch.commit("0".repeat(64));
        }
    }

    /** A line as the record wrote it before licences were stated, made with {@code sha256sum}. */
    @Test
    void anImportFromBeforeLicencesWereStatedIsStillRead() throws Exception {
        String line =
                "{\"sequence\":1,\"kind\":\"import\",\"data\":\"parties\",\"release\":\"register-2024-05-02\",\"supersedes\":[],"
                        + "\"file\":\"ab\",\"file_name\":\"register.csv\",\"table\":\"\",\"importer\":\"1\","
                        + "\"time\":\"2024-05-03T02:00:00Z\",\"things\":3,\"previous\":\"\",\"hash\":\"7a4d0dd3b75c17f1f26757f3487253c775fb16631bf0bee0cbae130a5dd649b0\"}";

        Entry read = EntryCodec.read(line);

        assertThat(((Entry.Imported) read.content()).release().rights()).isEmpty();
        assertThat(EntryCodec.write(1, "", read.content()).text()).isEqualTo(line);
    }

    @Test
    void theLicenceOfAnImportIsKept() throws Exception {
        for (Rights rights : List.of(
                Rights.NOT_STATED,
                Rights.stated("https://creativecommons.org/licenses/by-sa/4.0/", Optional.of("Example Society")))) {
            ImportEntry entry = new ImportEntry(
                    "parties",
                    "register",
                    List.of(),
                    "ab",
                    "register.csv",
                    "",
                    "1",
                    Instant.parse("2024-05-03T02:00:00Z"),
                    3,
                    Optional.of(rights));

            Entry read = EntryCodec.read(
                    EntryCodec.write(1, "", new Entry.Imported(entry)).text());

            assertThat(((Entry.Imported) read.content()).release()).isEqualTo(entry);
        }
    }

    private static DeclarationEntry entry(BallotId contest, int version, String result) {
        return new DeclarationEntry(
                contest,
                "area " + contest,
                version,
                DeclarationStatus.DECLARED,
                Source.COUNCIL,
                "0".repeat(64),
                Instant.parse("2024-05-03T02:00:00Z"),
                "0.1.0",
                result,
                Map.of(),
                "");
    }

    private static List<BallotId> contestsIn(RecordLog log) throws IOException {
        List<BallotId> contests = new ArrayList<>();
        try (RecordReader entries = log.readAfter(0)) {
            entries.forEachRemaining(entry -> {
                if (entry.content() instanceof Entry.Declared declared) {
                    contests.add(declared.declaration().contest());
                }
            });
        }
        return contests;
    }

    private String headHash() throws Exception {
        try (RecordLog log = RecordLog.open(folder)) {
            return log.head().hash();
        }
    }

    private void append(String text) throws IOException {
        Files.writeString(file(), text, StandardOpenOption.APPEND);
    }

    private Path file() {
        return folder.resolve("record.jsonl");
    }
}
