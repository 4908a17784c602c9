package uk.declared.topic;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import uk.declared.Processes;
import uk.declared.deployment.Deployment;

/** A replica without its pages, as a process of its own: it follows until it is killed. */
final class FollowingProcess {
    private FollowingProcess() {}

    /** @param arguments the data folder, the topic's address, and the file of the client's properties */
    public static void main(String[] arguments) throws Exception {
        TopicClient client =
                new TopicClient(TopicAddress.of(arguments[1]).orElseThrow(), Optional.of(Path.of(arguments[2])));
        try (Deployment deployment =
                        Deployment.open(Path.of(arguments[0]), TopicBase.await(client, new CountDownLatch(1)));
                RecordFollower follower = RecordFollower.start(deployment, client, () -> {})) {
            new CountDownLatch(1).await();
        }
    }

    static Process start(Path folder, Broker broker, TopicClient client) throws Exception {
        return Processes.start(
                folder.getParent(),
                folder.resolveSibling("replica.log"),
                Processes.NOTHING,
                List.of(
                        FollowingProcess.class.getName(),
                        folder.toString(),
                        client.address().toString(),
                        broker.clientProperties().toString()));
    }
}
