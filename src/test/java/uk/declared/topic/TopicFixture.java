package uk.declared.topic;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.deployment.Deployment;
import uk.declared.election.BallotId;

/** A broker for the tests of a class, and for each test a topic and folders of its own. */
abstract class TopicFixture {
    static final BallotId NORTH = new BallotId("local.trafford.ward-1.2026-05-07");

    @TempDir
    static Path shared;

    static Broker broker;

    @TempDir
    Path folder;

    TopicClient client;

    @BeforeAll
    static void startABroker() throws Exception {
        broker = Broker.start(shared.resolve("broker"));
    }

    @AfterAll
    static void stopIt() throws Exception {
        broker.close();
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
