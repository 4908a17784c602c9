package uk.declared.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import uk.declared.deployment.ClosedFolder;
import uk.declared.deployment.Deployment;
import uk.declared.deployment.ExampleResults;
import uk.declared.election.Source;
import uk.declared.record.RecordReader;
import uk.declared.store.Stores;
import uk.declared.web.DeclaredServer;
import uk.declared.web.openapi.DescribedHealth;
import uk.declared.web.settings.ServerSettings;

/** The record in a topic of a real broker, and replicas that follow it. */
class PublishedRecordTest extends TopicFixture {
    @Test
    void aReplicaAndAPlainStoreEndWithWhatTheOriginalHas() throws Exception {
        try (Deployment original = original();
                Deployment replica = replica()) {
            ExampleResults.publishInto(original);
            try (RecordPublisher publisher = publish(original);
                    RecordFollower follower = follow(replica)) {
                Copies.declare(original, 1, 500);
                Copies.declare(original, 1, 501);
                Copies.declare(original, 2, 7);
                original.upkeep().withdraw(NORTH, "Wrong ward.", Source.COUNCIL);
                Copies.awaitPublished(publisher);
                Copies.awaitSame(replica, original);
                assertThat(follower.lag()).isEqualTo(Lag.NONE);
            }
            assertThat(Copies.lines(replica)).isEqualTo(Copies.lines(original));
            Copies.assertSame(replica.store(), original.store());
            Copies.assertSame(Copies.patched(client), original.store());
        }
        assertThat(ClosedFolder.verify(folder.resolve("replica")).holds()).isTrue();
    }

    @Test
    void eachEntryIsOneMessageInOrderThatStaysForEverAndWhatWasSentForAWeek() throws Exception {
        List<String> hashes = new ArrayList<>();
        try (Deployment original = original();
                RecordPublisher publisher = publish(original)) {
            Copies.declare(original, 1, 500);
            Copies.declare(original, 2, 501);
            Copies.awaitPublished(publisher);
            try (RecordReader entries = original.record().readAfter(0)) {
                entries.forEachRemaining(entry -> hashes.add(entry.sequence() + " " + entry.hash()));
            }
        }
        List<String> found = new ArrayList<>();
        Copies.read(client, message -> found.add(message.key() + " " + Copies.header(message, EntryMessage.HASH)));
        assertThat(found).isEqualTo(hashes).hasSize(4);
        TopicAddress address = client.address();
        assertThat(broker.retention(address.sent())).isEqualTo("604800000");
        assertThat(broker.retention(address.name())).isEqualTo("-1");
        assertThat(broker.retention(address.files())).isEqualTo("-1");
    }

    @Test
    void aShadowThatIsLostIsMadeAgainFromTheTopicAndNothingIsSentTwice() throws Exception {
        try (Deployment original = original()) {
            try (RecordPublisher publisher = publish(original)) {
                Copies.declare(original, 1, 500);
                Copies.awaitPublished(publisher);
            }
            Copies.declare(original, 1, 501);
            FileSystemUtils.deleteRecursively(folder.resolve("original/topic"));
            try (RecordPublisher publisher = publish(original)) {
                Copies.awaitPublished(publisher);
            }
            assertThat(Copies.keys(client)).containsExactly("1", "2", "3", "4");
            Copies.assertSame(Copies.patched(client), original.store());
        }
    }

    @Test
    void whatIsTakenOutOfTheRecordIsTakenOutOfReplicasAndOfTheTopic() throws Exception {
        try (Deployment original = original();
                RecordPublisher publisher = publish(original);
                Deployment replica = replica();
                RecordFollower follower = follow(replica)) {
            Copies.declare(original, 1, 500);
            Copies.declare(original, 1, 501);
            Copies.awaitSame(replica, original);
        }
        ClosedFolder.redact(folder.resolve("original"), NORTH, 1, "A name that may not be known.", true);
        CountDownLatch told = new CountDownLatch(1);
        try (Deployment original = original();
                RecordPublisher publisher = publish(original)) {
            try (Deployment replica = replica();
                    RecordFollower follower = RecordFollower.start(replica, client, told::countDown)) {
                told.await();
            }
            Redactions.carryOut(folder.resolve("replica"), Stores.EMBEDDED);
            Copies.awaitPublished(publisher);
            assertThat(Copies.keys(client)).isEqualTo(Copies.numbers(original));
            Copies.read(client, message -> assertThat(Copies.text(message)).doesNotContain("\"500\""));
            try (Deployment replica = replica()) {
                assertThat(Copies.lines(replica)).isEqualTo(Copies.lines(original));
                Copies.assertSame(replica.store(), original.store());
                Copies.assertSame(Copies.patched(client), original.store());
            }
        }
        assertThat(ClosedFolder.verify(folder.resolve("replica")).holds()).isTrue();
    }

    @Test
    void aServerThatFollowsAnswersForEverythingTakesNothingInAndNamesTheOther() throws Exception {
        try (Deployment original = original();
                RecordPublisher publisher = publish(original);
                Deployment replica = replica();
                RecordFollower follower = follow(replica);
                DeclaredServer server = DeclaredServer.start(replica, follower, ServerSettings.onPort(0))) {
            Copies.declare(original, 1, 512);
            Copies.awaitSame(replica, original);
            String contest = "/doc/contest/local.trafford.ward-1.2026-05-07";
            assertThat(answer(server, "GET", contest + ".ttl").body()).contains("512");
            String health = answer(server, "GET", "/health").body();
            assertThat(health).contains("\"behind\":{");
            DescribedHealth.assertThatIsDescribed(health);
            HttpResponse<String> refused = answer(server, "POST", "/submissions");
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("http://localhost:8080/submissions");
            assertThat(answer(server, "POST", "/submissions?lang=cy").body()).contains("Dilyn gweinydd arall");
            assertThat(answer(server, "GET", "/data/releases/1").headers().firstValue("Location"))
                    .contains("http://localhost:8080/data/releases/1");
        }
    }

    private static HttpResponse<String> answer(DeclaredServer server, String method, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                                .method(method, HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void aTopicOfAnotherRecordIsLeftAlone() throws Exception {
        try (Deployment original = original();
                RecordPublisher publisher = publish(original)) {
            Copies.declare(original, 1, 500);
            Copies.awaitPublished(publisher);
        }
        try (Deployment other = Copies.open(folder.resolve("other"))) {
            Copies.declare(other, 2, 500);
            try (RecordPublisher publisher = publish(other);
                    RecordFollower follower = follow(other)) {
                Copies.await(
                        "refused",
                        () -> publisher.trouble().isPresent()
                                && follower.trouble().isPresent());
                assertThat(publisher.trouble().get().kind()).isEqualTo(Trouble.Kind.OTHER_RECORD);
                assertThat(follower.trouble().get().kind()).isEqualTo(Trouble.Kind.OTHER_RECORD);
            }
            assertThat(other.record().head().sequence()).isEqualTo(2);
        }
    }

    @Test
    void whatWasSentGoesToReplicasUntilItIsPurged() throws Exception {
        try (Deployment original = original();
                RecordPublisher publisher = publish(original);
                Deployment replica = replica();
                RecordFollower follower = follow(replica)) {
            Copies.declare(original, 1, 500);
            Copies.awaitSame(replica, original);
            assertThat(sent("replica")).isEqualTo(sent("original")).hasSize(1);
            original.upkeep().purge(Period.ofDays(-1));
            Copies.awaitSame(replica, original);
            assertThat(sent("original")).isEmpty();
            Copies.await("deleted", () -> sent("replica").isEmpty());
        }
    }

    @Test
    void aReplicaWithoutWhatWasSentIsWhole() throws Exception {
        try (Deployment original = original();
                RecordPublisher publisher = RecordPublisher.start(original, client, Duration.ZERO);
                Deployment replica = replica();
                RecordFollower follower = follow(replica)) {
            Copies.declare(original, 1, 500);
            Copies.awaitSame(replica, original);
        }
        assertThat(folder.resolve("replica/submissions")).doesNotExist();
        assertThat(ClosedFolder.verify(folder.resolve("replica")).holds()).isTrue();
    }

    @Test
    void aReplicaThatTakesThePublishersPlaceGoesOnWhereTheTopicEnds() throws Exception {
        try (Deployment original = original();
                RecordPublisher publisher = publish(original);
                Deployment replica = replica();
                RecordFollower follower = follow(replica)) {
            Copies.declare(original, 1, 500);
            Copies.awaitSame(replica, original);
        }
        try (Deployment replica = replica();
                RecordPublisher publisher = publish(replica)) {
            Copies.declare(replica, 2, 501);
            Copies.awaitPublished(publisher);
            assertThat(Copies.keys(client)).isEqualTo(Copies.numbers(replica)).hasSize(4);
            Copies.assertSame(Copies.patched(client), replica.store());
        }
    }

    private List<String> sent(String deployment) {
        try (Stream<Path> files = Files.list(folder.resolve(deployment).resolve("submissions"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
