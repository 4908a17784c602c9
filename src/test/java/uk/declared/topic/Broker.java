package uk.declared.topic;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.ConfigResource;
import org.slf4j.LoggerFactory;

/** A real broker of Kafka, one node, as a process of its own that can be killed and started again. */
public final class Broker implements AutoCloseable {
    /** What writes the tests' own log, which is not for a broker. */
    private static final Pattern LOGGERS = Pattern.compile("(logback|log4j-to-slf4j|jul-to-slf4j).*|.*classes");

    private final Path folder;
    private final int port;
    private Optional<Process> process = Optional.empty();

    private Broker(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** Starts one that keeps everything in a folder. */
    public static Broker start(Path folder) throws Exception {
        // Its clients say more of a broker that is gone than a test's log can hold.
        ((Logger) LoggerFactory.getLogger("org.apache.kafka")).setLevel(Level.ERROR);
        int port = freePort();
        int controller = freePort();
        Path settings = folder.resolve("server.properties");
        Files.createDirectories(folder);
        Files.writeString(
                settings,
                String.join(
                        "\n",
                        List.of(
                                "process.roles=broker,controller",
                                "node.id=1",
                                "controller.quorum.voters=1@localhost:" + controller,
                                "listeners=PLAINTEXT://localhost:" + port + ",CONTROLLER://localhost:" + controller,
                                "advertised.listeners=PLAINTEXT://localhost:" + port,
                                "controller.listener.names=CONTROLLER",
                                "log.dirs=" + folder.resolve("logs"),
                                "auto.create.topics.enable=false",
                                "offsets.topic.replication.factor=1",
                                "offsets.topic.num.partitions=1",
                                "transaction.state.log.replication.factor=1",
                                "transaction.state.log.min.isr=1",
                                "transaction.state.log.num.partitions=1",
                                // One that was killed and comes back is let in when its last life is known to be over.
                                "broker.session.timeout.ms=1500",
                                "broker.heartbeat.interval.ms=300",
                                "group.initial.rebalance.delay.ms=0",
                                "")));
        // Who waits for a broker that was killed is not to wait as long as in earnest.
        Files.writeString(
                folder.resolve("client.properties"),
                "delivery.timeout.ms=1200\nrequest.timeout.ms=1000\nmax.block.ms=1200\ndefault.api.timeout.ms=1200\nreconnect.backoff.max.ms=200\n");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code = StorageTool.execute(
                new String[] {"format", "-t", Uuid.randomUuid().toString(), "-c", settings.toString()},
                new PrintStream(said, true, StandardCharsets.UTF_8));
        if (code != 0) {
            throw new IllegalStateException(said.toString(StandardCharsets.UTF_8));
        }
        Broker broker = new Broker(folder, port);
        broker.start();
        return broker;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Starts it again with all that it had; returns when it answers. */
    public void start() throws Exception {
        process = Optional.of(Processes.start(
                folder.resolve("broker.log"),
                LOGGERS,
                "kafka.Kafka",
                folder.resolve("server.properties").toString()));
        try (Admin admin = Admin.create(Map.of(
                "bootstrap.servers",
                servers(),
                "default.api.timeout.ms",
                60_000,
                "reconnect.backoff.max.ms",
                100,
                "metadata.recovery.strategy",
                "none"))) {
            admin.describeCluster().nodes().get(60, TimeUnit.SECONDS);
        }
    }

    /** Where it answers. */
    public String servers() {
        return "localhost:" + port;
    }

    /** A topic of it. */
    public TopicClient client(String topic) {
        return new TopicClient(new TopicAddress(servers(), topic), Optional.of(clientProperties()));
    }

    /** How long it keeps what a topic has, in milliseconds. */
    String retention(String topic) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers()))) {
            Config all = Objects.requireNonNull(
                    admin.describeConfigs(List.of(resource)).all().get().get(resource));
            return all.get("retention.ms").value();
        }
    }

    /** What its clients are told, as a file. */
    Path clientProperties() {
        return folder.resolve("client.properties");
    }

    /** Ends it as a power cut would. */
    public void kill() throws InterruptedException {
        process.ifPresent(Process::destroyForcibly);
        if (process.isPresent()) {
            process.get().waitFor();
        }
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
