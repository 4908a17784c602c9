package uk.declared.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import uk.declared.deployment.Deployment;
import uk.declared.folder.DataFolderException;
import uk.declared.ground.SystemClock;
import uk.declared.topic.RecordFollower;
import uk.declared.topic.Redactions;
import uk.declared.topic.TopicAddress;
import uk.declared.topic.TopicBase;
import uk.declared.topic.TopicClient;
import uk.declared.web.DeclaredServer;
import uk.declared.web.settings.ServerSettings;
import uk.declared.web.settings.Settings;

/**
 * Serves a data folder that follows a topic. Where content is to be taken out of its record, the server stops for that, and goes on
 * with the folder as it is then.
 */
final class Following {
    private static final Logger LOG = LoggerFactory.getLogger(Following.class);

    private final DataOptions data;
    private final int port;
    private final TopicClient client;
    private boolean ending;
    private CountDownLatch goOn = new CountDownLatch(1);

    /** @param address as it was written */
    Following(DataOptions data, int port, String address) {
        this.data = data;
        this.port = port;
        TopicAddress topic = TopicAddress.of(address)
                .orElseThrow(() -> new RefusedException(
                        "“" + address + "” names no topic. Write --follow " + TopicAddress.EXAMPLE + "."));
        Optional<Path> properties =
                Settings.here().value("declared.kafka.client").map(Path::of);
        this.client = new TopicClient(topic, properties);
    }

    int serve() throws InterruptedException {
        beQuiet();
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            end();
            try {
                stopped.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        try {
            while (!isEnding()) {
                serveOnce();
            }
        } catch (DataFolderException e) {
            throw new RefusedException(e);
        } finally {
            stopped.countDown();
        }
        return ExitCode.CONFORMS;
    }

    /** Until there is a server, which reads what is to be logged, Kafka's client would tell all that it does. */
    private static void beQuiet() {
        LoggingSystem logging = LoggingSystem.get(Following.class.getClassLoader());
        logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        logging.setLogLevel("org.apache.kafka", LogLevel.ERROR);
        logging.setLogLevel("uk.declared", LogLevel.INFO);
    }

    private void serveOnce() throws DataFolderException, InterruptedException {
        Redactions.carryOut(data.folder(), data.stores());
        CountDownLatch latch = next();
        Optional<String> base = data.baseUri();
        if (!Files.exists(data.folder().resolve("base-uri"))) {
            base = TopicBase.await(client, latch);
            if (base.isEmpty()) {
                return;
            }
        }
        try (Deployment deployment = Deployment.open(data.folder(), base, SystemClock.UTC, data.stores());
                RecordFollower follower = RecordFollower.start(deployment, client, () -> {
                    LOG.info("Content is taken out of the record; the server stops for that and goes on by itself");
                    latch.countDown();
                });
                DeclaredServer server = DeclaredServer.start(deployment, follower, ServerSettings.onPort(port))) {
            LOG.info("Follows {}; to be read only, at port {}", client.address(), server.port());
            latch.await();
        }
    }

    private synchronized CountDownLatch next() {
        goOn = new CountDownLatch(ending ? 0 : 1);
        return goOn;
    }

    private synchronized void end() {
        ending = true;
        goOn.countDown();
    }

    private synchronized boolean isEnding() {
        return ending;
    }
}
