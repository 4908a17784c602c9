package uk.declared.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.election.BallotId;
import uk.declared.election.DeclarationStatus;
import uk.declared.election.Source;
import uk.declared.record.DeclarationEntry;
import uk.declared.record.Entry;
import uk.declared.record.RecordBatch;
import uk.declared.record.RecordLog;

/** Entries 1 to n are declarations, one batch, followed by its commit. */
class ChangesTest {
    private static final BallotId NORTH = new BallotId("local.example.north.2024-05-02");
    private static final String FILE = "0".repeat(64);
    private static final Instant TIME = Instant.parse("2024-05-03T02:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void whatFollowsAPositionIsReadUpToAnotherAndNoFurther() throws Exception {
        try (RecordLog record = RecordLog.open(folder)) {
            declare(record, 5);

            List<Integer> versions = new ArrayList<>();
            new Changes(record)
                    .read(
                            1,
                            3,
                            change -> versions.add(
                                    ((Changes.Declared) change).version().of().version()));

            assertThat(versions).containsExactly(2, 3);
        }
    }

    @Test
    void declarationsAreReadWhereTheyStandAndWhatIsBetweenIsPassedOver() throws Exception {
        try (RecordLog record = RecordLog.open(folder)) {
            declare(record, 5);

            List<Integer> versions = new ArrayList<>();
            new Changes(record)
                    .declarations(
                            new TreeSet<>(List.of(2L, 5L)),
                            version -> versions.add(version.of().version()));
            new Changes(record).declarations(new TreeSet<>(), version -> versions.add(0));

            assertThat(versions).containsExactly(2, 5);
        }
    }

    @Test
    void aReaderThatHasEnoughIsReadNoMore() throws Exception {
        try (RecordLog record = RecordLog.open(folder)) {
            declare(record, 5);

            assertThat(new Changes(record).declarations(1, 2))
                    .extracting(Changes.Declared::sequence)
                    .containsExactly(2L, 3L);
            assertThat(new Changes(record).declarations(6, 2)).isEmpty();
        }
    }

    @Test
    void aRedactionIsAChangeOfTheVersionThatItTookFromAndNoDeclaration() throws Exception {
        try (RecordLog record = RecordLog.open(folder)) {
            declare(record, 2);
            try (RecordBatch batch = record.begin()) {
                batch.add(new Entry.Redaction(2, record.entry(2).hash(), "asked for", "", TIME));
                batch.commit(FILE);
            }

            List<Changes.Change> changes = new ArrayList<>();
            new Changes(record).read(3, record.head().sequence(), changes::add);

            assertThat(changes).singleElement().isInstanceOfSatisfying(Changes.Redacted.class, redacted -> {
                assertThat(redacted.version()).isEqualTo(2);
                assertThat(redacted.contest()).isEqualTo(NORTH);
            });
            assertThat(new Changes(record).declarations(3, 10)).isEmpty();
        }
    }

    /** 50 stretches of a hundred, and the one that is not full yet. */
    @Test
    void atLeastTheLastFiveThousandChangesAreRecent() throws Exception {
        try (RecordLog record = RecordLog.open(folder)) {
            declare(record, 5_100);
            assertThat(new Changes(record).recent()).isZero();
        }
        try (RecordLog record = RecordLog.open(folder.resolve("longer"))) {
            declare(record, 5_250);
            assertThat(new Changes(record).recent()).isEqualTo(200);
        }
    }

    private static void declare(RecordLog record, int versions) throws Exception {
        try (RecordBatch batch = record.begin()) {
            for (int version = 1; version <= versions; version++) {
                batch.add(new DeclarationEntry(
                        NORTH,
                        "area north",
                        version,
                        DeclarationStatus.DECLARED,
                        Source.COUNCIL,
                        FILE,
                        TIME,
                        "0.1.0",
                        "",
                        Map.of(),
                        ""));
            }
            batch.commit(FILE);
        }
    }
}
