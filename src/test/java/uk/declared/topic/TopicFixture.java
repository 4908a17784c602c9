package uk.declared.topic;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.deployment.Deployment;
import uk.declared.election.BallotId;

/** The broker that all tests of topics share, and for each test a topic and folders of its own. */
@ExtendWith(WithBroker.class)
abstract class TopicFixture {
    static final BallotId NORTH = new BallotId("local.trafford.ward-1.2026-05-07");

    static Broker broker;

    @TempDir
    Path folder;

    TopicClient client;

    @BeforeAll
    static void takeTheBroker(Broker shared) {
        broker = shared;
    }

    @BeforeEach
    void nameATopic(TestInfo test) {
        client = broker.client(test.getTestMethod().orElseThrow().getName());
    }

    final Deployment original() throws Exception {
        return Copies.open(folder.resolve("original"));
    }

    final Deployment replica() throws Exception {
        return Copies.open(folder.resolve("replica"));
    }

    final RecordPublisher publish(Deployment deployment) {
        return RecordPublisher.start(deployment, client, Duration.ofDays(7));
    }

    final RecordFollower follow(Deployment deployment) {
        return RecordFollower.start(deployment, client, () -> {});
    }
}
