package uk.declared.web.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.deployment.Deployment;
import uk.declared.web.DeclaredServer;
import uk.declared.web.settings.ServerSettings;

/** A server that two councils and the operator send to, each with a token, by program or as a browser with a session does. */
abstract class SendingCouncils {
    static final String HEADINGS =
            "council,polling_date,area_code,area_name,name_on_ballot_paper,party_id,votes,elected\n";

    @TempDir
    static Path folder;

    static Deployment deployment;
    static DeclaredServer server;
    static String trafford;
    static String bury;
    static String operator;

    final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .build();

    @BeforeAll
    static void start() throws Exception {
        deployment = Deployment.open(folder, Optional.empty());
        server = DeclaredServer.start(deployment, ServerSettings.onPort(0));
        trafford = token(Optional.of("trafford"));
        bury = token(Optional.of("bury"));
        operator = token(Optional.empty());
    }

    @AfterAll
    static void stop() {
        server.close();
        deployment.close();
    }

    static String token(Optional<String> council) throws IOException {
        return deployment
                .tokens()
                .create("test", council, List.of(), Duration.ofDays(1))
                .text();
    }

    static String ward(String name, int votes) {
        // Each ward has a code of its own: a contest is known by its area.
        String code = "E0590" + String.format(Locale.UK, "%04d", Math.floorMod(name.hashCode(), 10_000));
        return HEADINGS + "trafford,2024-05-02," + code + "," + name + ",Ann,PP63," + votes + ",true\n"
                + "trafford,2024-05-02," + code + "," + name + ",Bob,PP90,300,false\n";
    }

    static URI at(String path) {
        return URI.create("http://localhost:" + server.port() + path);
    }

    HttpResponse<String> submit(String token, String query, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(at("/submissions" + query))
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(at(path)).header("Accept", "text/html").build(),
                HttpResponse.BodyHandlers.ofString());
    }

    Document page(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(response.body(), at(path).toString());
    }
}
