package uk.declared.web.keying;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.deployment.Deployment;
import uk.declared.election.Source;
import uk.declared.publish.Publication;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;
import uk.declared.web.DeclaredServer;
import uk.declared.web.Forms;
import uk.declared.web.settings.ServerSettings;

/** A server with tokens of two councils; every test asks it as somebody who is not signed in yet. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class KeyingSite {
    String trafford = "";
    String bury = "";
    HttpClient client = newClient();

    private Path folder = Path.of("");
    private Deployment deployment;
    private DeclaredServer server;

    @BeforeAll
    final void start(@TempDir Path folder) throws Exception {
        this.folder = folder;
        deployment = Deployment.open(folder.resolve("data"), Optional.empty());
        server = DeclaredServer.start(deployment, ServerSettings.onPort(0));
        trafford = token("trafford");
        bury = token("bury");
    }

    @AfterAll
    final void stop() {
        server.close();
        deployment.close();
    }

    /** Without it a test would still be signed in as the one before. */
    @BeforeEach
    final void forgetWhoWasSignedIn() {
        client = newClient();
    }

    static HttpClient newClient() {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .build();
    }

    /** A token of a council, and of the bodies whose contests it may publish besides. */
    final String token(String council, String... bodies) throws Exception {
        return deployment
                .tokens()
                .create("test", Optional.of(council), List.of(bodies), Duration.ofDays(1))
                .text();
    }

    /** Publishes a council's file. */
    final void send(String text) throws Exception {
        Publication sent = deployment
                .publisher()
                .publish(
                        Submission.open(Files.writeString(folder.resolve("sent.csv"), text)),
                        ReadOptions.NONE,
                        Source.COUNCIL);
        assertThat(sent.published()).as(sent.toString()).isNotEmpty();
    }

    URI at(String path) {
        return URI.create("http://localhost:" + server.port() + path);
    }

    HttpResponse<String> get(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(at(path)).header("Accept", "text/html").build(),
                HttpResponse.BodyHandlers.ofString());
    }

    Document page(String path) throws Exception {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).as(path + response.body()).isEqualTo(200);
        return Jsoup.parse(response.body());
    }

    HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
        return client.send(Forms.post(at(path), fields).build(), HttpResponse.BodyHandlers.ofString());
    }

    void signIn(String token) throws Exception {
        Document page = page("/sign-in");
        post("/sign-in", Map.of("_csrf", Forms.token(page), "token", token));
    }

    static String location(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(303);
        return response.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }
}
