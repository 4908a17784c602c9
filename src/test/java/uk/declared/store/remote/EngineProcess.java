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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.declared.Processes;

/** A SPARQL server in a process of its own, which keeps its store in a folder, can be killed, and can be started again. */
public final class EngineProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Path folder;
    private final List<String> program;
    private final RemoteAddress address;
    private Process process;

    private EngineProcess(Path folder, List<String> program, RemoteAddress address) throws IOException {
        this.folder = folder;
        this.program = program;
        this.address = address;
        this.process = launch();
    }

    /** Starts Fuseki in an empty folder, set up as {@code deploy/fuseki/declared.ttl} says, and returns when it answers. */
    public static EngineProcess fuseki(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Files.copy(Path.of("deploy/fuseki/declared.ttl"), folder.resolve("declared.ttl"));
        int port = freePort();
        List<String> program = List.of(
                // Fuseki would set up Log4j, which is not among our libraries.
                "-Dlog4j.configurationFile=none",
                "org.apache.jena.fuseki.main.cmds.FusekiServerCmd",
                "--localhost",
                "--port=" + port,
                "--config=declared.ttl");
        return started(folder, program, at(port, "/declared", "/declared"));
    }

    /** Starts RDF4J's native store in an empty folder, and returns when it answers. */
    public static EngineProcess rdf4j(Path folder) throws IOException, InterruptedException {
        return rdf4j(folder, "store");
    }

    /** Starts RDF4J's memory store, which forgets what it had when it ends. */
    static EngineProcess rdf4jInMemory(Path folder) throws IOException, InterruptedException {
        return rdf4j(folder, new String[0]);
    }

    private static EngineProcess rdf4j(Path folder, String... store) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        int port = freePort();
        List<String> program = new ArrayList<>(List.of(Rdf4jServer.class.getName(), Integer.toString(port)));
        program.addAll(List.of(store));
        return started(folder, program, at(port, Rdf4jServer.QUERY, Rdf4jServer.UPDATE));
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            free.setReuseAddress(true);
            return free.getLocalPort();
        }
    }

    private static RemoteAddress at(int port, String query, String update) {
        String base = "http://localhost:" + port;
        return new RemoteAddress(URI.create(base + query), URI.create(base + update), Optional.empty());
    }

    private static EngineProcess started(Path folder, List<String> program, RemoteAddress address)
            throws IOException, InterruptedException {
        EngineProcess started = new EngineProcess(folder, program, address);
        started.await();
        return started;
    }

    private Process launch() throws IOException {
        return Processes.start(folder, folder.resolve("engine.log"), Processes.NOTHING, program);
    }

    private void await() throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        HttpRequest ask = HttpRequest.newBuilder(URI.create(address.query() + "?query=ASK%7B%7D"))
                .build();
        while (true) {
            try {
                if (CLIENT.send(ask, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                if (!process.isAlive() || Instant.now().isAfter(end)) {
                    throw new IOException(Files.readString(folder.resolve("engine.log")), e);
                }
            }
            Thread.sleep(50);
        }
    }

    public RemoteAddress address() {
        return address;
    }

    /** Carries out an update of nobody who knows of Declared. */
    void update(String text) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.update())
                .header("Content-Type", "application/sparql-update")
                .POST(HttpRequest.BodyPublishers.ofString(text))
                .build();
        int status =
                CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status >= 300) {
            throw new IOException("The engine answered " + status);
        }
    }

    boolean isRunning() {
        return process.isAlive();
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
