package uk.declared.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import uk.declared.election.BallotId;
import uk.declared.election.Source;
import uk.declared.projection.Verification;
import uk.declared.publish.Planned;
import uk.declared.publish.StorageFailedException;
import uk.declared.publish.Terms;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;

/** What becomes of a data folder whose disk or process failed. */
class FaultsTest {
    private static final BallotId NORTH = new BallotId("local.trafford.north.2026-05-07");

    @TempDir
    private Path folder;

    private Path data() {
        return folder.resolve("data");
    }

    private Deployment open() throws Exception {
        return Deployment.open(data(), Optional.empty());
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

    private static void spoil(Path store) throws IOException {
        Random random = new Random(7);
        try (Stream<Path> files = Files.walk(store)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.size(file) > 0 && !file.endsWith("tdb.lock")) {
                    byte[] nonsense = new byte[1_001];
                    random.nextBytes(nonsense);
                    Files.write(file, nonsense);
                }
            }
        }
    }

    @Test
    void aDamagedStoreIsSetAsideAndMadeAnewFromTheRecord() throws Exception {
        long triples;
        try (Deployment deployment = open()) {
            publish(deployment, 500);
            triples = deployment
                    .store()
                    .graph(deployment.uris().contestGraph(NORTH).getURI())
                    .size();
        }
        assertThat(triples).isPositive();
        spoil(data().resolve("store"));

        try (Deployment deployment = open()) {
            assertThat(deployment
                            .store()
                            .graph(deployment.uris().contestGraph(NORTH).getURI())
                            .size())
                    .isEqualTo(triples);
        }

        assertThat(ClosedFolder.verify(data()).holds()).isTrue();
        try (Stream<Path> files = Files.list(data())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .anyMatch(name -> name.startsWith("store-damaged-"));
        }
    }

    @Test
    void aStoreThatIsBehindItsRecordIsSaidToBeBehindAndNotToDiffer() throws Exception {
        try (Deployment deployment = open()) {
            publish(deployment, 500);
        }
        Path before = folder.resolve("store-before");
        FileSystemUtils.copyRecursively(data().resolve("store"), before);
        try (Deployment deployment = open()) {
            publish(deployment, 501);
        }
        FileSystemUtils.deleteRecursively(data().resolve("store"));
        Files.move(before, data().resolve("store"));

        Verification found = ClosedFolder.verify(data());

        assertThat(found.holds()).isTrue();
        assertThat(found.behind()).as("one declaration and its commit").isEqualTo(2);
        open().close();
        assertThat(ClosedFolder.verify(data()).behind()).isZero();
    }

    @Test
    void whatCannotBeAppliedToTheStoreIsSaidToBeRecordedAndIsSeenLater() throws Exception {
        try (Deployment deployment = open()) {
            String text = "council,polling_date,area_code,area_name,name_on_ballot_paper,party_id,votes,elected\n"
                    + "trafford,2026-05-07,E05015239,North,Ann,PP63,500,true\n";
            Submission submission = Submission.open(Files.writeString(folder.resolve("sent.csv"), text));
            try (Planned planned =
                    deployment.publisher().plan(submission, ReadOptions.NONE, Terms.of(Source.COUNCIL))) {
                deployment.publisher().append(planned);
            }
            deployment.store().close();

            assertThatThrownBy(() -> deployment.publisher().apply())
                    .isInstanceOfSatisfying(
                            StorageFailedException.class,
                            failed -> assertThat(failed.isRecorded()).isTrue())
                    .hasMessageContaining("IS recorded");
        }
        try (Deployment deployment = open()) {
            assertThat(deployment.changes().position()).isEqualTo(2);
            assertThat(deployment.health().behind()).isZero();
        }
    }

    @Test
    void whatCannotBeKeptIsSaidNotToBeRecorded() throws Exception {
        try (Deployment deployment = open()) {
            // A file stands where the folder of submissions would be.
            FileSystemUtils.deleteRecursively(data().resolve("submissions"));
            Files.writeString(data().resolve("submissions"), "no folder");

            assertThatThrownBy(() -> publish(deployment, 500))
                    .isInstanceOfSatisfying(
                            StorageFailedException.class,
                            failed -> assertThat(failed.isRecorded()).isFalse())
                    .hasMessageContaining("NOT recorded");
            assertThat(deployment.contests()).isZero();
        }
    }
}
