package uk.declared.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.util.FileSystemUtils;
import uk.declared.FoldersInMemory;
import uk.declared.deployment.Deployment;
import uk.declared.deployment.ExampleResults;
import uk.declared.ground.SystemClock;
import uk.declared.store.StoreChange;
import uk.declared.store.Stores;
import uk.declared.web.settings.ServerSettings;

/** A running server with the example results, published as any are, and the contests of {@code edge-cases.trig}. */
public final class Site implements AutoCloseable {
    public static final String ALTRINCHAM = "/doc/contest/local.trafford.altrincham.2024-05-02";
    public static final String UNOPPOSED = "/doc/contest/local.example.llanwr.2022-05-05";
    public static final String TIE = "/doc/contest/local.example.tie.by.2022-05-05";
    public static final String TRANSFERABLE = "/doc/contest/local.example.transferable.by.2022-05-05";
    public static final String WITHDRAWN = "/doc/contest/local.example.gone.2022-05-05";

    private final Path folder;
    private final Deployment deployment;
    private final DeclaredServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    private Site(Path folder, Deployment deployment, DeclaredServer server) {
        this.folder = folder;
        this.deployment = deployment;
        this.server = server;
    }

    /** @param stores from which it reads */
    static Site start(Stores stores) {
        try {
            Path folder = FoldersInMemory.create("declared-site-");
            Deployment deployment = Deployment.open(folder, Optional.empty(), SystemClock.UTC, stores);
            ExampleResults.publishInto(deployment);
            addEdgeCases(deployment);
            ServerSettings settings = ServerSettings.onPort(0).withDemo();
            return new Site(folder, deployment, DeclaredServer.start(deployment, settings));
        } catch (Exception e) {
            throw new IllegalStateException("The site does not start", e);
        }
    }

    /** A data folder to be filled. */
    static Deployment open(Path folder) throws Exception {
        return Deployment.open(folder, Optional.empty());
    }

    /** A server over a data folder that was filled before, which it deletes when it is closed. */
    static Site over(Path folder, Deployment deployment) throws Exception {
        return new Site(folder, deployment, DeclaredServer.start(deployment, ServerSettings.onPort(0)));
    }

    private static void addEdgeCases(Deployment deployment) {
        DatasetGraph cases = DatasetGraphFactory.create();
        RDFParser.source("web/edge-cases.trig").lang(Lang.TRIG).parse(cases);
        List<StoreChange> changes = new ArrayList<>();
        cases.listGraphNodes()
                .forEachRemaining((Node name) -> changes.add(new StoreChange.Add(
                        name.getURI(), cases.getGraph(name).stream().toList())));
        deployment.store().apply(changes.iterator(), deployment.store().applied());
    }

    /** Where it answers, without a slash at the end. */
    public String address() {
        return "http://localhost:" + server.port();
    }

    /** Gets a path, following no redirect. Headers alternate between names and values. */
    public HttpResponse<byte[]> get(String path, String... headers) {
        return send("GET", path, headers);
    }

    /** Sends a request without a body. */
    public HttpResponse<byte[]> send(String method, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return sent(request.build());
    }

    private HttpResponse<byte[]> sent(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends a text by POST. */
    public HttpResponse<byte[]> post(String path, String type, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return sent(request.build());
    }

    /** A page as a browser asks for it. */
    public Document page(String path) {
        return Jsoup.parse(text(get(path, "Accept", "text/html")), address() + path);
    }

    /** The body as text. */
    public static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    /** The media type of an answer, without its parameters. */
    static String type(HttpResponse<byte[]> response) {
        return header(response, "Content-Type").replaceFirst(";.*", "");
    }

    /** A header of an answer, or nothing. */
    static String header(HttpResponse<byte[]> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Override
    public void close() throws IOException {
        server.close();
        deployment.close();
        FileSystemUtils.deleteRecursively(folder);
    }
}
