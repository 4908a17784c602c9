package uk.declared.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartitionInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import uk.declared.backup.Backup;
import uk.declared.backup.Backups;
import uk.declared.deployment.ClosedFolder;
import uk.declared.deployment.Deployment;
import uk.declared.election.Source;

/**
 * A broker and replicas that are killed, and replicas that begin from a copy. They take their time, and run with {@code mvn verify
 * -DexcludedGroups=}.
 */
@Tag("outage")
class TopicOutageTest extends TopicFixture {
    @AfterEach
    void bringTheBrokerBack() throws Exception {
        if (!broker.isRunning()) {
            broker.start();
        }
    }

    @Test
    void aBrokerThatIsKilledInTheMiddleDelaysNoDeclarationAndLosesNone() throws Exception {
        try (Deployment original = original();
                RecordPublisher publisher = publish(original);
                Deployment replica = replica();
                RecordFollower follower = follow(replica)) {
            Copies.declare(original, 1, 501);
            Copies.awaitPublished(publisher);
            for (int ward = 2; ward <= 5; ward++) {
                Copies.declare(original, ward, 500 + ward);
            }
            assertThat(publisher.behind()).isPositive();
            broker.kill();
            for (int ward = 6; ward <= 10; ward++) {
                Copies.declare(original, ward, 500 + ward);
            }
            assertThat(original.contests()).isEqualTo(10);
            Copies.await("trouble is told", () -> publisher.trouble().isPresent());
            assertThat(publisher.trouble().map(Trouble::kind)).isEqualTo(Optional.of(Trouble.Kind.UNREACHABLE));
            broker.start();
            Copies.awaitPublished(publisher);
            Copies.awaitSame(replica, original);
            assertThat(Copies.keys(client)).isEqualTo(Copies.numbers(original));
            Copies.assertSame(replica.store(), original.store());
            Copies.assertSame(Copies.patched(client), original.store());
        }
    }

    @Test
    void aClusterOfThreeGoesOnWhileTheBrokerThatHasTheTopicIsKilled() throws Exception {
        List<Broker> cluster = Broker.cluster(folder.resolve("cluster"), 3);
        TopicAddress address =
                new TopicAddress(cluster.stream().map(Broker::servers).collect(Collectors.joining(",")), "declared");
        TopicClient all = new TopicClient(address, client.properties());
        try (Deployment original = original();
                RecordPublisher publisher = RecordPublisher.start(original, all, Duration.ofDays(7));
                Deployment replica = replica();
                RecordFollower follower = RecordFollower.start(replica, all, () -> {})) {
            Copies.declare(original, 1, 501);
            Copies.awaitSame(replica, original);
            TopicPartitionInfo partition = partition(all);
            assertThat(partition.replicas())
                    .as("as many copies as there are nodes")
                    .hasSize(3);
            cluster.get(partition.leader().id() - 1).kill();
            for (int ward = 2; ward <= 6; ward++) {
                Copies.declare(original, ward, 500 + ward);
            }
            Copies.awaitPublished(publisher);
            Copies.awaitSame(replica, original);
            assertThat(Copies.keys(all)).isEqualTo(Copies.numbers(original));
            Copies.assertSame(replica.store(), original.store());
        } finally {
            for (Broker each : cluster) {
                each.close();
            }
        }
    }

    private static TopicPartitionInfo partition(TopicClient client) throws Exception {
        String name = client.address().name();
        try (Admin admin = client.admin()) {
            return Objects.requireNonNull(admin.describeTopics(List.of(name))
                            .allTopicNames()
                            .get()
                            .get(name))
                    .partitions()
                    .get(0);
        }
    }

    @Test
    void aReplicaThatIsKilledAndStartedAnewEndsWithTheSameRecordAndGraphs() throws Exception {
        Path replica = folder.resolve("replica");
        Path copied = replica.resolve("record/record.jsonl");
        try (Deployment original = original();
                RecordPublisher publisher = publish(original)) {
            Copies.declare(original, 1, 501);
            Process first = FollowingProcess.start(replica, broker, client);
            Copies.await("it follows", () -> copied.toFile().length() > 0);
            int ward = 2;
            for (; ward <= 12; ward++) {
                Copies.declare(original, ward, 500 + ward);
            }
            first.destroyForcibly().waitFor();
            Copies.declare(original, ward, 700);
            Process second = FollowingProcess.start(replica, broker, client);
            Path whole = folder.resolve("original/record/record.jsonl");
            Copies.await(
                    "it has all",
                    () -> copied.toFile().length() == whole.toFile().length());
            second.destroyForcibly().waitFor();
            assertThat(copied).hasSameBinaryContentAs(whole);
            try (Deployment ended = replica()) {
                Copies.assertSame(ended.store(), original.store());
            }
        }
        assertThat(ClosedFolder.verify(replica).holds()).isTrue();
    }

    @Test
    void whereTheTopicBeginsLateAReplicaSaysSoAndOneThatBeginsFromABackupEndsWithTheSame() throws Exception {
        try (Deployment original = original();
                RecordPublisher publisher = publish(original)) {
            Copies.declare(original, 1, 500);
            Copies.awaitPublished(publisher);
            Backup backup =
                    new Backups(folder.resolve("backups"), Clock.systemUTC()).make(folder.resolve("original"), false);
            Copies.declare(original, 1, 501);
            original.upkeep().withdraw(NORTH, "Wrong ward.", Source.COUNCIL);
            Copies.awaitPublished(publisher);
            Copies.forget(client, backup.head().sequence());
            try (Deployment empty = Copies.open(folder.resolve("empty"));
                    RecordFollower follower = follow(empty)) {
                Copies.await("refused", () -> follower.trouble().isPresent());
                assertThat(follower.trouble().get().kind()).isEqualTo(Trouble.Kind.BEGINS_LATE);
            }
            Backups.restore(backup.folder(), folder.resolve("replica"));
            try (Deployment replica = replica();
                    RecordFollower follower = follow(replica)) {
                Copies.awaitSame(replica, original);
                assertThat(Copies.lines(replica)).isEqualTo(Copies.lines(original));
                Copies.assertSame(replica.store(), original.store());
            }
        }
    }
}
