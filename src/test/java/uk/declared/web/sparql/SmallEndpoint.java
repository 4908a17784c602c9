package uk.declared.web.sparql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import uk.declared.linkeddata.Uris;
import uk.declared.store.Position;
import uk.declared.store.Store;
import uk.declared.store.StoreChange;
import uk.declared.store.remote.Engines;
import uk.declared.web.DeclaredServer;
import uk.declared.web.settings.ServerSettings;

/** A running server over a few graphs in memory, as programs meet it. */
final class SmallEndpoint implements AutoCloseable {
    static final String FORM = "application/x-www-form-urlencoded";
    static final String DIRECT = "application/sparql-query";

    /** What is answered is asked here, not how fast: a busy machine may take its time. */
    private static final Map<String, String> PATIENT = Map.of(
            "time-limit", "5m", "patience", "5m", "client-budget", "1h", "receive-time", "5m", "send-time", "5m");

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Engines.Running engine = Engines.start();
    final Store store = engine.store();
    private final DeclaredServer server;

    /** @param settings names of the endpoint's bounds, each before its value */
    SmallEndpoint(DatasetGraph graphs, String... settings) {
        List<StoreChange> changes = new ArrayList<>();
        for (Iterator<Node> names = graphs.listGraphNodes(); names.hasNext(); ) {
            Node name = names.next();
            changes.add(new StoreChange.Replace(
                    name.getURI(), graphs.getGraph(name).find().toList()));
        }
        store.apply(changes.iterator(), new Position(1, "one"));
        PATIENT.forEach((name, value) -> System.setProperty("declared.sparql." + name, value));
        for (int i = 0; i < settings.length; i += 2) {
            System.setProperty("declared.sparql." + settings[i], settings[i + 1]);
        }
        try {
            server = DeclaredServer.start(store, new Uris("http://localhost:8080"), ServerSettings.onPort(0));
        } finally {
            for (int i = 0; i < settings.length; i += 2) {
                System.clearProperty("declared.sparql." + settings[i]);
            }
            PATIENT.keySet().forEach(name -> System.clearProperty("declared.sparql." + name));
        }
    }

    /** The bounds of an endpoint that was started with no other settings. */
    static SparqlLimits limits() {
        return Limits.but(PATIENT.entrySet().stream()
                .flatMap(setting -> Stream.of(setting.getKey(), setting.getValue()))
                .toArray(String[]::new));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The path that asks a query by GET. */
    static String path(String query) {
        return "/sparql?query=" + encode(query);
    }

    /** An address of the server. */
    URI uri(String path) {
        return URI.create("http://localhost:" + server.port() + path);
    }

    HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, new byte[0], headers);
    }

    HttpResponse<String> post(String path, String type, String body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri(path)).header("Content-Type", type).POST(BodyPublishers.ofString(body));
        return sent(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> send(String method, String path, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        return sent(headers.length == 0 ? request : request.headers(headers));
    }

    private static HttpResponse<String> sent(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
        store.close();
        engine.close();
    }
}
