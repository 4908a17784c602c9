package uk.declared.store.remote;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A Fuseki server in a process of its own, set up as {@code deploy/fuseki/declared.ttl} says, which can be killed and started again. */
public final class FusekiProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final int port;
    private Process process;

    private FusekiProcess(Path folder, int port) throws IOException {
        this.folder = folder;
        this.port = port;
        this.process = launch();
    }

    /** Starts one in an empty folder, and returns when it answers. */
    public static FusekiProcess start(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Files.copy(Path.of("deploy/fuseki/declared.ttl"), folder.resolve("declared.ttl"));
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            free.setReuseAddress(true);
            port = free.getLocalPort();
        }
        FusekiProcess started = new FusekiProcess(folder, port);
        started.await();
        return started;
    }

    private Process launch() throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx400m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        // Fuseki would set up Log4j, which is not among our libraries.
                        "-Dlog4j.configurationFile=none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.apache.jena.fuseki.main.cmds.FusekiServerCmd",
                        "--localhost",
                        "--port=" + port,
                        "--config=declared.ttl"))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("fuseki.log").toFile()))
                .start();
    }

    private void await() throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        HttpRequest ask = HttpRequest.newBuilder(URI.create(address().query() + "?query=ASK%7B%7D"))
                .build();
        while (true) {
            try {
                if (HttpClient.newHttpClient()
                                .send(ask, HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 200) {
                    return;
                }
            } catch (IOException e) {
                if (!process.isAlive() || Instant.now().isAfter(end)) {
                    throw new IOException(Files.readString(folder.resolve("fuseki.log")), e);
                }
            }
            Thread.sleep(50);
        }
    }

    public RemoteAddress address() {
        URI uri = URI.create("http://localhost:" + port + "/declared");
        return new RemoteAddress(uri, uri, Optional.empty());
    }

    /** Ends it from one moment to the next. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Starts it again on what it had stored, where it was killed, and returns when it answers. */
    void isThere() throws IOException, InterruptedException {
        if (!process.isAlive()) {
            process = launch();
        }
        await();
    }

    @Override
    public void close() {
        try {
            kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
