package uk.declared.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.jena.riot.out.NodeFmtLib;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.election.BallotId;
import uk.declared.election.Source;
import uk.declared.folder.KeptSubmissions;
import uk.declared.linkeddata.Uris;
import uk.declared.projection.Compaction;
import uk.declared.projection.Projection;
import uk.declared.projection.ReleaseProjection;
import uk.declared.projection.StoreUpdater;
import uk.declared.projection.Verification;
import uk.declared.record.Sha256;
import uk.declared.store.EarlierFolders;
import uk.declared.store.ProjectionVersion;
import uk.declared.store.Renewable;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;

/** What becomes of a data folder whose store the program of 28 November 2026 made, which knew no margins. */
class StoreOfAnotherProjectionTest {
    private static final BallotId CORRECTED = new BallotId("local.trafford.altrincham.2024-05-02");

    /** What follows from that folder's record by the {@link ProjectionVersion} of this program, as the hash of its sorted quads. */
    private static final String FOLLOWS = "23550d0dce65ad73e75a994b4cee22ba8dcabf0e5c17acd433a05ff51ef6ebf0";

    @TempDir
    private Path data;

    @BeforeEach
    void bringTheFolder() throws IOException {
        EarlierFolders.bringWithStore(data);
    }

    @Test
    void verifySaysThatTheStoreIsToBeMadeAnewAndCallsNoGraphWrong() throws Exception {
        Verification found = ClosedFolder.verify(data);

        assertThat(found.notCompared()).contains(Verification.NotCompared.OF_ANOTHER_PROJECTION);
        assertThat(found.holds()).isFalse();
        assertThat(found.differences()).isEmpty();
        assertThat(found.missingFiles()).isEmpty();
        assertThat(found.head().sequence()).isEqualTo(22);
    }

    @Test
    void aRebuildMakesItOneOfToday() throws Exception {
        assertThat(ClosedFolder.rebuild(data, Optional.empty())).isEqualTo(22);

        assertThat(ClosedFolder.verify(data).holds()).isTrue();
    }

    @Test
    void whoHasTheFolderOpenMakesTheStoreAnewWithoutMappingAnythingAnew() throws Exception {
        try (Deployment deployment = Deployment.open(data, Optional.empty())) {
            assertThat(deployment.store().isOfAnotherProjection()).isTrue();
            assertThat(margins(deployment)).isZero();

            assertThat(deployment.upkeep().compactIfDue()).isPresent();

            assertThat(deployment.store().isOfAnotherProjection()).isFalse();
            assertThat(margins(deployment)).isEqualTo(6);
            assertThat(deployment.record().head().sequence()).isEqualTo(22);
            assertThat(deployment.history().of(CORRECTED)).hasSize(2);
            assertThat(deployment.upkeep().compactIfDue()).isEmpty();
        }
        assertThat(ClosedFolder.verify(data).holds()).isTrue();
    }

    private static long margins(Deployment deployment) {
        TreeSet<String> margins = new TreeSet<>();
        deployment.store().quads(graph -> graph.endsWith("/statistics"), quad -> {
            if (quad.getPredicate().getURI().endsWith("#margin")) {
                margins.add(quad.getSubject().getURI());
            }
        });
        return margins.size();
    }

    @Test
    void whatIsPublishedIntoItDoesNotMakeItOneOfToday() throws Exception {
        try (Deployment deployment = Deployment.open(data, Optional.empty())) {
            deployment
                    .publisher()
                    .publish(
                            Submission.open(Files.writeString(data.resolve("results.csv"), """
                                    council,polling_date,area_code,area_name,name_on_ballot_paper,votes,elected
                                    trafford,2025-05-01,E05015239,Altrincham,Ann Able,20,true
                                    """)),
                            ReadOptions.NONE,
                            Source.COUNCIL);

            assertThat(deployment.store().applied().sequence()).isGreaterThan(22);
            assertThat(deployment.store().isOfAnotherProjection()).isTrue();
        }
    }

    @Test
    void noStoreIsMadeAnewWhileResultsComeIn() throws Exception {
        try (Deployment deployment = Deployment.open(data, Optional.empty())) {
            assertThat(compactionAt("2024-05-02T23:00:00Z", deployment).isDue()).isFalse();
            assertThat(compactionAt("2024-05-03T10:00:00Z", deployment).isDue()).isFalse();
            assertThat(compactionAt("2024-05-04T10:00:00Z", deployment).isDue()).isTrue();
        }
    }

    private static Compaction compactionAt(String time, Deployment deployment) {
        Uris uris = deployment.uris();
        KeptSubmissions kept = deployment.kept();
        StoreUpdater updater = new StoreUpdater(
                uris,
                deployment.record(),
                deployment.store(),
                new Projection(uris),
                new ReleaseProjection(uris, deployment.record(), kept));
        return new Compaction(
                deployment.record(),
                (Renewable) deployment.store(),
                updater,
                Clock.fixed(Instant.parse(time), ZoneOffset.UTC));
    }

    @Test
    void aFileOfReferenceDataThatIsGoneKeepsTheStoreAsItIsAndIsAskedForOnce() throws Exception {
        try (Deployment deployment = Deployment.open(data, Optional.empty())) {
            String file = deployment.record().imports().get(0).entry().file();
            Files.delete(deployment.kept().path(file));

            assertThatThrownBy(() -> deployment.upkeep().compactIfDue()).hasMessageContaining("history.csv");

            assertThat(deployment.upkeep().compactIfDue()).isEmpty();
            assertThat(deployment.store().isOfAnotherProjection()).isTrue();
            assertThat(deployment.store().applied().sequence()).isEqualTo(22);
        }
    }

    @Test
    void theSameRecordLeadsToTheSameTriplesAsLongAsTheVersionIsTheSame() throws Exception {
        ClosedFolder.rebuild(data, Optional.empty());
        StringBuilder sorted = new StringBuilder();
        try (Deployment deployment = Deployment.open(data, Optional.empty())) {
            TreeSet<String> quads = new TreeSet<>();
            deployment
                    .store()
                    .quads(graph -> !graph.endsWith("/data/vocabulary"), quad -> quads.add(NodeFmtLib.strNQ(quad)));
            quads.forEach(quad -> sorted.append(quad).append('\n'));
        }

        assertThat(Sha256.of(sorted.toString()))
                .as(
                        "What follows from a record that is there already has changed. Raise ProjectionVersion.CURRENT, which is %d, say in its"
                                + " list what changed, and put the new hash here: stores are then made anew by themselves.",
                        ProjectionVersion.CURRENT)
                .isEqualTo(FOLLOWS);
    }
}
