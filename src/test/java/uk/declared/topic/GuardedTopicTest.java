package uk.declared.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import uk.declared.deployment.Deployment;

/** A broker that lets in only who says who they are, by TLS, and lets each do no more than docs/scaling.md says; of the addresses one is dead. */
class GuardedTopicTest extends TopicFixture {
    private TopicClient guarded(String user, Optional<String> password) throws Exception {
        int dead;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            dead = closed.getLocalPort();
        }
        TopicAddress address = TopicAddress.of("kafka:localhost:" + dead + "," + broker.secureServers() + "/"
                        + client.address().name())
                .orElseThrow();
        Path file = folder.resolve(user + ".properties");
        return new TopicClient(
                address,
                Optional.of(
                        password.isPresent()
                                ? broker.access().client(file, user, password.get())
                                : broker.access().client(file, user)));
    }

    private void giveRights() throws Exception {
        try (Admin admin = client.admin()) {
            broker.access().giveRights(admin, client.address());
        }
    }

    private RecordPublisher publisher(Deployment original) throws Exception {
        return RecordPublisher.start(original, guarded(BrokerAccess.PUBLISHER, Optional.empty()), Duration.ofDays(7));
    }

    @Test
    void withTheRightsThatAreDocumentedARecordIsPublishedAndFollowed() throws Exception {
        giveRights();
        try (Deployment original = original();
                RecordPublisher publisher = publisher(original);
                Deployment replica = replica();
                RecordFollower follower =
                        RecordFollower.start(replica, guarded(BrokerAccess.REPLICA, Optional.empty()), () -> {})) {
            Copies.declare(original, 1, 500);
            Copies.awaitPublished(publisher);
            Copies.awaitSame(replica, original);
            assertThat(publisher.trouble()).isEmpty();
            assertThat(follower.trouble()).isEmpty();
            Copies.assertSame(replica.store(), original.store());
        }
    }

    @Test
    void whoHasNoRightsOrAWrongPasswordIsToldThatTheBrokerRefusesAndNothingIsLost() throws Exception {
        try (Deployment original = original()) {
            Copies.declare(original, 1, 500);
            try (RecordPublisher wrong = RecordPublisher.start(
                    original, guarded(BrokerAccess.PUBLISHER, Optional.of("not-the-password")), Duration.ofDays(7))) {
                assertThatItIsDenied(wrong);
            }
            try (RecordPublisher publisher = publisher(original)) {
                assertThatItIsDenied(publisher);
                giveRights();
                Copies.awaitPublished(publisher);
                assertThat(Copies.keys(client)).isEqualTo(Copies.numbers(original));
            }
        }
    }

    private static void assertThatItIsDenied(RecordPublisher publisher) throws InterruptedException {
        Copies.await("trouble is told", () -> publisher.trouble().isPresent());
        assertThat(publisher.trouble().map(Trouble::kind)).contains(Trouble.Kind.DENIED);
        assertThat(publisher.behind()).isPositive();
    }
}
