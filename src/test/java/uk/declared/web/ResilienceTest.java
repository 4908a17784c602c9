package uk.declared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.deployment.Deployment;
import uk.declared.store.Position;
import uk.declared.web.openapi.DescribedHealth;
import uk.declared.web.settings.ServerSettings;

/** What a server does when others do wrong, or the disk does. */
class ResilienceTest {
    private static final String SELECT =
            "/sparql?query=" + URLEncoder.encode("ASK { ?s ?p ?o }", StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private Deployment deployment;
    private DeclaredServer server;

    @BeforeEach
    void start() throws Exception {
        deployment = Deployment.open(folder, Optional.empty());
        server = DeclaredServer.start(deployment, ServerSettings.onPort(0));
    }

    @AfterEach
    void stop() {
        server.close();
        deployment.close();
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                .timeout(Duration.ofSeconds(60));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void afterAWriteThatFailedQueriesAreAnsweredWithoutARestart() throws Exception {
        assertThat(get(SELECT).statusCode()).isEqualTo(200);

        assertThatThrownBy(() -> deployment
                        .store()
                        .apply(
                                Stream.<uk.declared.store.StoreChange>generate(() -> {
                                            throw new IllegalStateException("the disk is full");
                                        })
                                        .iterator(),
                                new Position(9, "lost")))
                .hasMessage("the disk is full");

        assertThat(get(SELECT).statusCode()).isEqualTo(200);
        assertThat(get("/health").statusCode()).isEqualTo(200);
    }

    @Test
    void whoShowsWrongTokensIsToldToWaitAndARightTokenPasses() throws Exception {
        String right = deployment
                .tokens()
                .create("test", Optional.of("trafford"), List.of(), Duration.ofDays(1))
                .text();
        HttpResponse<String> last = get("/submissions", "Authorization", "Bearer wrong0");
        assertThat(last.statusCode()).isEqualTo(401);
        for (int i = 1; i <= 20; i++) {
            last = get("/submissions", "Authorization", "Bearer wrong" + i);
        }

        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 60L);
        assertThat(get("/submissions", "Authorization", "Bearer " + right).statusCode())
                .isEqualTo(200);
    }

    @Test
    void sixtyBodiesThatNeverEndHoldUpNoPage() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 60; i++) {
                Socket socket = new Socket("localhost", server.port());
                slow.add(socket);
                socket.getOutputStream()
                        .write(("POST /reconcile HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n"
                                        + "Content-Type: application/x-www-form-urlencoded\r\n\r\nqueries=")
                                .getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
            }
            assertThat(get("/health/live").statusCode()).isEqualTo(200);
            // Eight of one address wait, whichever come first, and the others are refused.
            List<Socket> unanswered = new ArrayList<>(slow);
            int refused = 0;
            while (refused < 40) {
                for (Socket answered : answered(unanswered)) {
                    String status = new String(answered.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
                    refused += status.equals("HTTP/1.1 503") ? 1 : 0;
                }
                assertThat(refused + unanswered.size())
                        .as("refused, or still to be")
                        .isGreaterThanOrEqualTo(40);
                Thread.sleep(10);
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    /** Takes those out that have got an answer. */
    private static List<Socket> answered(List<Socket> waiting) throws IOException {
        List<Socket> answered = new ArrayList<>();
        for (Socket socket : waiting) {
            if (socket.getInputStream().available() > 0) {
                answered.add(socket);
            }
        }
        waiting.removeAll(answered);
        return answered;
    }

    @Test
    void aBodyThatComesInPiecesIsReadAsAWhole() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + "/sparql"))
                .header("Content-Type", "application/sparql-query")
                .header("Accept", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofByteArrays(
                        Collections.nCopies(30_000, " ".getBytes(StandardCharsets.UTF_8))))
                .build();
        HttpResponse<String> blank = client.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(blank.statusCode()).isEqualTo(400);

        HttpRequest form = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + "/reconcile"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofByteArrays(List.of(
                        "queries=%7B%22q0%22".getBytes(StandardCharsets.UTF_8),
                        "%3A%7B%22query%22%3A%22Labour%22%7D%7D".getBytes(StandardCharsets.UTF_8))))
                .build();
        HttpResponse<String> answer = client.send(form, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"q0\"");
    }

    @Test
    void whoIsSentToSignInIsSentToAPathWhateverHostTheyName() throws Exception {
        HttpResponse<String> answer = get(
                "/submissions",
                "Accept",
                "text/html",
                "X-Forwarded-Host",
                "evil.example",
                "X-Forwarded-Proto",
                "https");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains("/sign-in");
    }

    @Test
    void aFolderThatCannotBeWrittenToIsSaidWithTheReason() throws Exception {
        assertThat(get("/health/ready").statusCode()).isEqualTo(200);
        // A folder with something in it stands where the probe would: whoever runs the test may be root.
        Files.createDirectories(folder.resolve(".probe/full"));
        HttpResponse<String> answer = get("/health/ready", "Accept-Language", "cy");
        while (answer.statusCode() == 200) {
            // The disk is not tried at each request.
            Thread.sleep(200);
            answer = get("/health/ready", "Accept-Language", "cy");
        }

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("\"part\":\"disk\"").contains("ffolder data");
        DescribedHealth.assertThatIsDescribed(answer.body());
        HttpResponse<String> page = get("/health/ready", "Accept", "text/html", "Accept-Language", "cy");
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains("Ni all wneud ei waith").contains("ffolder data");
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> submit(String token) throws Exception {
        String table = "council,polling_date,area_code,area_name,name_on_ballot_paper,party_id,votes,elected\n"
                + "trafford,2026-05-07,E05015239,North,Ann,PP63,500,true\n";
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + "/submissions"))
                        .header("Content-Type", "text/csv")
                        .header("Authorization", "Bearer " + token)
                        .POST(HttpRequest.BodyPublishers.ofString(table))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** What is written to that device finds no space, as on a full disk. */
    @Test
    void aFullDiskIsAnswered507AndOnceThereIsSpaceNothingIsInTheWay() throws Exception {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "There is no " + full + " here, so no disk is taken for full.");
        String token = deployment
                .tokens()
                .create("test", Optional.of("trafford"), List.of(), Duration.ofDays(1))
                .text();
        Path audit = folder.resolve("audit.jsonl");
        Files.deleteIfExists(audit);
        Files.createSymbolicLink(audit, full);

        HttpResponse<String> refused = submit(token);

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(507);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(refused.body()).contains("\"status\":507").doesNotContain("Exception");
        Files.delete(audit);
        assertThat(submit(token).statusCode()).isIn(200, 201);
        assertThat(get("/id/contest/local.trafford.north.2026-05-07").statusCode())
                .isEqualTo(303);
    }

    @Test
    void whoLooksAtTheHealthWithABrowserGetsAPage() throws Exception {
        HttpResponse<String> page = get("/health", "Accept", "text/html,*/*;q=0.8");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.body()).contains("All is as it should be");
        assertThat(get("/health/ready", "Accept", "*/*").body()).startsWith("{\"status\":\"up\"");
        assertThat(get("/health/ready", "Accept", "application/pdf").statusCode())
                .isEqualTo(406);
    }

    @Test
    void aClockThatWasSetBackIsSaid() throws Exception {
        try (Stream<Path> files = Files.list(folder.resolve("record"))) {
            Path file = files.findFirst().orElseThrow();
            Files.setLastModifiedTime(
                    file, java.nio.file.attribute.FileTime.from(Instant.now().plusSeconds(7_200)));
        }

        HttpResponse<String> answer = get("/health");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"part\":\"clock\"");
        DescribedHealth.assertThatIsDescribed(answer.body());
    }

    @Test
    void aProblemNamesTheRequestAsItsAnswerDoes() throws Exception {
        HttpResponse<String> answer = get("/nothing-here");

        String number = answer.headers().firstValue("X-Request-Id").orElseThrow();
        assertThat(answer.body()).contains("\"request\":\"" + number + "\"");
        assertThat(get("/nothing-here").headers().firstValue("X-Request-Id")).isNotEqualTo(Optional.of(number));
    }
}
