package uk.declared.topic;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.ConfigResource;
import org.slf4j.LoggerFactory;
import uk.declared.Processes;

/** A real broker of Kafka as a process of its own, which can be killed and started again. */
public final class Broker implements AutoCloseable {
    /** What writes the tests' own log, which is not for a broker. */
    private static final Pattern LOGGERS = Pattern.compile("(logback|log4j-to-slf4j|jul-to-slf4j).*|.*classes");

    private final Path folder;
    private final Ports ports;
    private Optional<Process> process = Optional.empty();

    private Broker(Path folder, Ports ports) {
        this.folder = folder;
        this.ports = ports;
    }

    /**
     * Where one listens.
     *
     * @param open for whoever is on this machine
     * @param secure for those who say who they are, by TLS
     * @param controller for the other nodes
     */
    private record Ports(int open, int secure, int controller) {
        static Ports free() {
            try {
                return new Ports(freePort(), freePort(), freePort());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Starts one that keeps everything in a folder. */
    public static Broker start(Path folder) throws Exception {
        return cluster(folder, 1).get(0);
    }

    /** Starts several that are one cluster, in which all have what one has. */
    static List<Broker> cluster(Path folder, int nodes) throws Exception {
        // Its clients say more of a broker that is gone than a test's log can hold.
        ((Logger) LoggerFactory.getLogger("org.apache.kafka")).setLevel(Level.ERROR);
        List<Ports> all = Stream.generate(Ports::free).limit(nodes).toList();
        String name = Uuid.randomUuid().toString();
        List<Broker> cluster = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            Path own = Files.createDirectories(folder.resolve("node-" + (i + 1)));
            Broker broker = new Broker(own, all.get(i));
            broker.format(name, i + 1, all);
            broker.launch();
            cluster.add(broker);
        }
        for (Broker broker : cluster) {
            broker.await();
        }
        return cluster;
    }

    private void format(String cluster, int node, List<Ports> all) throws Exception {
        BrokerAccess access = BrokerAccess.in(folder);
        Path settings = folder.resolve("server.properties");
        Files.writeString(settings, settings(node, all) + access.settings() + "\n");
        // Who waits for a broker that was killed is not to wait as long as in earnest.
        Files.writeString(
                clientProperties(),
                "delivery.timeout.ms=1200\nrequest.timeout.ms=1000\nmax.block.ms=1200\ndefault.api.timeout.ms=1200\nreconnect.backoff.max.ms=200\n");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code = StorageTool.execute(
                Stream.concat(Stream.of("format", "-t", cluster, "-c", settings.toString()), access.users().stream())
                        .toArray(String[]::new),
                new PrintStream(said, true, StandardCharsets.UTF_8));
        if (code != 0) {
            throw new IllegalStateException(said.toString(StandardCharsets.UTF_8));
        }
    }

    private String settings(int node, List<Ports> all) {
        String voters = IntStream.rangeClosed(1, all.size())
                .mapToObj(each -> each + "@localhost:" + all.get(each - 1).controller())
                .collect(Collectors.joining(","));
        String listeners = "PLAINTEXT://localhost:" + ports.open() + ",SASL_SSL://localhost:" + ports.secure();
        // Of three one may be gone.
        int needed = (all.size() + 1) / 2;
        return String.join(
                "\n",
                List.of(
                        "process.roles=broker,controller",
                        "node.id=" + node,
                        "controller.quorum.voters=" + voters,
                        "listeners=" + listeners + ",CONTROLLER://localhost:" + ports.controller(),
                        "advertised.listeners=" + listeners,
                        "controller.listener.names=CONTROLLER",
                        "log.dirs=" + folder.resolve("logs"),
                        "auto.create.topics.enable=false",
                        "default.replication.factor=" + all.size(),
                        "min.insync.replicas=" + needed,
                        "offsets.topic.replication.factor=" + all.size(),
                        "offsets.topic.num.partitions=1",
                        "transaction.state.log.replication.factor=" + all.size(),
                        "transaction.state.log.min.isr=" + needed,
                        "transaction.state.log.num.partitions=1",
                        // One that was killed and comes back is let in when its last life is known to be over.
                        "broker.session.timeout.ms=1500",
                        "broker.heartbeat.interval.ms=300",
                        "group.initial.rebalance.delay.ms=0",
                        ""));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Starts it again with all that it had; returns when it answers. */
    public void start() throws Exception {
        launch();
        await();
    }

    private void launch() throws IOException {
        process = Optional.of(Processes.start(
                folder,
                folder.resolve("broker.log"),
                LOGGERS,
                List.of("kafka.Kafka", folder.resolve("server.properties").toString())));
    }

    private void await() throws Exception {
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
        return "localhost:" + ports.open();
    }

    /** Where it answers to those who say who they are, by TLS ({@link BrokerAccess}). */
    String secureServers() {
        return "localhost:" + ports.secure();
    }

    /** Who may what there. */
    BrokerAccess access() {
        return BrokerAccess.of(folder);
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

    boolean isRunning() {
        return process.filter(Process::isAlive).isPresent();
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
