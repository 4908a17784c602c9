package uk.declared.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.deployment.ClosedFolder;
import uk.declared.deployment.Deployment;
import uk.declared.election.BallotId;
import uk.declared.election.Source;
import uk.declared.projection.Verification;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;

/** Copies of a data folder that is in use, and what comes back from them. */
class BackupsTest {
    private static final BallotId NORTH = new BallotId("local.trafford.north.2026-05-07");

    @TempDir
    private Path folder;

    private Path data;
    private Path copies;
    private Backups backups;

    @BeforeEach
    void nameTheFolders() {
        data = folder.resolve("data");
        copies = folder.resolve("copies");
        backups = new Backups(copies, Clock.systemUTC());
    }

    private Deployment open() throws Exception {
        return Deployment.open(data, Optional.empty());
    }

    private void publish(Deployment deployment, int votes) throws Exception {
        String text = "council,polling_date,area_code,area_name,name_on_ballot_paper,party_id,votes,elected\n"
                + "trafford,2026-05-07,E05015239,North,Ann,PP63," + votes + ",true\n";
        deployment
                .publisher()
                .publish(
                        Submission.open(Files.writeString(folder.resolve("sent.csv"), text)),
                        ReadOptions.NONE,
                        Source.COUNCIL);
    }

    private static List<String> names(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aFolderInUseIsCopiedAndComesBackWithAllThatCannotBeMadeAgain() throws Exception {
        Verification before;
        String token;
        Backup made;
        try (Deployment deployment = open()) {
            publish(deployment, 500);
            publish(deployment, 501);
            token = deployment
                    .tokens()
                    .create("night", Optional.of("trafford"), List.of(), Duration.ofDays(1))
                    .text();
            made = backups.make(data, true);
        }
        before = ClosedFolder.verify(data);
        Path elsewhere = folder.resolve("elsewhere");

        Verification found = Backups.restore(copies, elsewhere);

        assertThat(made.proved()).isTrue();
        assertThat(made.head()).isEqualTo(before.head());
        assertThat(names(made.folder())).doesNotContain("store", "lock");
        assertThat(found.holds()).isTrue();
        assertThat(found.head()).isEqualTo(before.head());
        assertThat(found.triples()).isEqualTo(before.triples());
        try (Deployment restored = Deployment.open(elsewhere, Optional.empty())) {
            assertThat(restored.tokens().holder(token)).isPresent();
            assertThat(restored.uris().base()).isEqualTo("http://localhost:8080");
            assertThat(restored.history().of(NORTH)).hasSize(2);
        }
        assertThat(names(copies))
                .containsExactly(".lock", made.folder().getFileName().toString());
    }

    @Test
    void aFurtherCopySharesWhatHasNotChangedAndTheEarlierStaysWhatItWas() throws Exception {
        try (Deployment deployment = open()) {
            publish(deployment, 500);
            Backup first = backups.make(data, false);
            publish(deployment, 501);

            Backup second = backups.make(data, true);

            assertThat(second.linked()).as("the submission of before").isEqualTo(1);
            assertThat(second.head().sequence()).isGreaterThan(first.head().sequence());
            assertThat(backups.all()).containsExactly(first.folder(), second.folder());
            Verification found = Backups.restore(first.folder(), folder.resolve("first"));
            assertThat(found.holds()).isTrue();
            assertThat(found.head()).isEqualTo(first.head());

            assertThat(backups.keep(1)).containsExactly(first.folder());
            assertThat(Backups.restore(copies, folder.resolve("second")).head()).isEqualTo(second.head());
        }
    }

    @Test
    void copiesThatAreMadeWhileOthersPublishAreWhole() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        try (Deployment deployment = open()) {
            publish(deployment, 1);
            Thread publishing = new Thread(() -> {
                for (int votes = 2; !over.get(); votes++) {
                    try {
                        publish(deployment, votes);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }
            });
            publishing.start();
            try {
                for (int i = 0; i < 3; i++) {
                    assertThat(backups.make(data, true).proved()).isTrue();
                }
            } finally {
                over.set(true);
                publishing.join();
            }
        }
        assertThat(backups.all()).hasSize(3);
    }

    /** Another process, or another thread, has begun: what it has so far is not taken for something left behind. */
    @Test
    void whileAnotherCopyIsBeingMadeNoneIsBegunAndItsFilesStay() throws Exception {
        try (Deployment deployment = open()) {
            publish(deployment, 500);
            Path others = Files.createDirectories(copies.resolve(".unfinished-backup-20260507T220000Z"));
            try (FileChannel lock = FileChannel.open(
                            copies.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = lock.lock()) {
                assertThatThrownBy(() -> backups.make(data, false))
                        .isInstanceOf(BackupException.class)
                        .hasMessageContaining("Another copy is being made in " + copies);
                assertThat(held.isValid()).isTrue();
                assertThat(others).exists();
                assertThat(backups.all()).isEmpty();
            }

            // Whoever held the folder is gone, and what it left is no copy.
            Backup made = backups.make(data, true);

            assertThat(backups.all()).containsExactly(made.folder());
            assertThat(others).doesNotExist();
        }
    }

    @Test
    void aCopyThatCannotBeRestoredGetsNoName() throws Exception {
        try (Deployment deployment = open()) {
            publish(deployment, 500);
        }
        try (Stream<Path> sent = Files.list(data.resolve("submissions"))) {
            Files.writeString(sent.findFirst().orElseThrow(), "something else");
        }

        assertThatThrownBy(() -> backups.make(data, true))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("cannot be restored");
        assertThat(backups.all()).isEmpty();
    }

    /** The first files of a copy are a record too, and would be taken for all there was. */
    @Test
    void aRestorationThatWasCutOffIsNotTakenForWholeAndCanBeDoneAgain() throws Exception {
        try (Deployment deployment = open()) {
            publish(deployment, 500);
            publish(deployment, 501);
            backups.make(data, false);
        }
        Path cut = folder.resolve("cut");
        Files.createDirectories(cut.resolve("record"));
        Files.writeString(cut.resolve("restoring"), "");
        Files.copy(data.resolve("base-uri"), cut.resolve("base-uri"));

        assertThatThrownBy(() -> Deployment.open(cut, Optional.empty()))
                .hasMessageContaining("did not come to its end")
                .hasMessageContaining("restore --data " + cut);
        assertThatThrownBy(() -> new Backups(folder.resolve("more"), Clock.systemUTC()).make(cut, false))
                .hasMessageContaining("is no data folder");

        assertThat(Backups.restore(copies, cut).holds()).isTrue();
        try (Deployment restored = Deployment.open(cut, Optional.empty())) {
            assertThat(restored.history().of(NORTH)).hasSize(2);
        }
    }

    @Test
    void nothingIsRestoredIntoAFolderThatHoldsSomething() throws Exception {
        try (Deployment deployment = open()) {
            publish(deployment, 500);
            backups.make(data, false);
        }

        assertThatThrownBy(() -> Backups.restore(copies, data)).hasMessageContaining("is not empty");
        assertThatThrownBy(() -> Backups.restore(folder.resolve("nowhere"), folder.resolve("new")))
                .hasMessageContaining("There is no copy in");
        assertThatThrownBy(() -> backups.make(folder.resolve("nowhere"), true))
                .hasMessageContaining("is no data folder");
        assertThatThrownBy(() -> new Backups(data.resolve("copies"), Clock.systemUTC()).make(data, true))
                .hasMessageContaining("in the data folder itself");
    }
}
