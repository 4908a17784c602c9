package uk.declared.store.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.deployment.ClosedFolder;
import uk.declared.deployment.Deployment;
import uk.declared.deployment.ExampleResults;
import uk.declared.election.Source;
import uk.declared.folder.DataFolderException;
import uk.declared.ground.SystemClock;
import uk.declared.projection.Verification;
import uk.declared.publish.Publication;
import uk.declared.store.StoreUnavailableException;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;
import uk.declared.web.DeclaredServer;
import uk.declared.web.settings.ServerSettings;

/** A whole system over a Fuseki server in a process of its own, which is killed and comes back. */
class FusekiTest {
    private static final String RESULTS = "/declared/examples/trafford-2024-05-02.csv";
    private static final String QUERY = "/sparql?query=ASK%7B%3Fs%20%3Fp%20%3Fo%7D";
    private static final int WARD = 6;
    private static final String CONTEST = "/doc/contest/local.trafford.altrincham.2024-05-02";

    @TempDir
    private static Path temporary;

    private static FusekiProcess fuseki;
    private Path data;
    private RemoteStores stores;

    @BeforeAll
    static void start() throws Exception {
        fuseki = FusekiProcess.start(temporary.resolve("fuseki"));
    }

    @AfterAll
    static void stop() {
        fuseki.close();
    }

    @BeforeEach
    void emptyStore(TestInfo test) throws Exception {
        data = temporary.resolve(test.getTestMethod().orElseThrow().getName());
        stores = new RemoteStores(fuseki.address());
        fuseki.isThere();
        update("DROP SILENT ALL");
    }

    private static void update(String text) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(fuseki.address().update())
                .header("Content-Type", "application/sparql-update")
                .POST(HttpRequest.BodyPublishers.ofString(text))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isBetween(200, 204);
    }

    private Deployment open() throws DataFolderException {
        return Deployment.open(data, Optional.empty(), SystemClock.UTC, stores);
    }

    /** One file a ward of the example results, so that each is a submission of its own. */
    private List<Path> wards() throws Exception {
        Files.createDirectories(data);
        List<String> lines;
        try (var in = FusekiTest.class.getResourceAsStream(RESULTS)) {
            lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
        List<Path> files = new ArrayList<>();
        List<String> ward = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            if (!ward.isEmpty() && !ward(ward.get(0)).equals(ward(line))) {
                files.add(write(lines.get(0), ward, files.size()));
                ward.clear();
            }
            ward.add(line);
        }
        return files.subList(0, 8);
    }

    private static String ward(String line) {
        return line.split(",", -1)[WARD];
    }

    private Path write(String header, List<String> rows, int number) throws Exception {
        List<String> all = new ArrayList<>(List.of(header));
        all.addAll(rows);
        return Files.write(temporary.resolve(data.getFileName() + "-" + number + ".csv"), all);
    }

    private static Publication publish(Path file, Deployment deployment) {
        try {
            return deployment.publisher().publish(Submission.open(file), ReadOptions.NONE, Source.OPERATOR);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertThatStoreIsWhatTheRecordSays() throws DataFolderException {
        Verification found = ClosedFolder.verify(data, stores);
        assertThat(found.behind()).isZero();
        assertThat(found.differences()).isEmpty();
        assertThat(found.holds()).isTrue();
    }

    @Test
    void whatIsPublishedIsMadeAnewInFusekiAsTheRecordSays() throws Exception {
        try (Deployment deployment = open()) {
            ExampleResults.publishInto(deployment);
        }

        ClosedFolder.rebuild(data, Optional.empty(), stores);

        assertThatStoreIsWhatTheRecordSays();
        assertThat(data.resolve("store"))
                .as("no store of TDB2 is made beside it")
                .doesNotExist();
    }

    @Test
    void aStoreThatIsKilledWhileResultsComeInHasAllOfThemInTheEnd() throws Exception {
        List<Path> files = wards();
        ExecutorService council = Executors.newSingleThreadExecutor();
        try (Deployment deployment = open()) {
            CountDownLatch some = new CountDownLatch(3);
            Future<Integer> published = council.submit(() -> {
                int contests = 0;
                for (Path file : files) {
                    contests += publish(file, deployment).published().size();
                    some.countDown();
                }
                return contests;
            });
            some.await();
            fuseki.kill();
            assertThat(published.get())
                    .as("all are acknowledged while the store is away")
                    .isEqualTo(files.size());
            assertThat(deployment.publisher().isWaitingForStore()).isTrue();
            fuseki.isThere();
            comeBack(deployment);
        } finally {
            council.shutdownNow();
        }
        assertThatStoreIsWhatTheRecordSays();
    }

    /** It is looked for again and again, as a server does, with a pause of some seconds at most after it was last seen to be away. */
    private static void comeBack(Deployment deployment) throws InterruptedException {
        while (true) {
            try {
                deployment.catchUp();
                if (deployment.health().behind() == 0) {
                    return;
                }
            } catch (StoreUnavailableException e) {
                Thread.sleep(Math.max(1, e.retryAfter().toMillis()));
            }
        }
    }

    @Test
    void aServerTakesResultsAndTellsReadersWhileTheStoreIsAwayAndShowsThemWhenItIsBack() throws Exception {
        Path file = wards().get(0);
        fuseki.kill();
        try (Deployment deployment = open();
                DeclaredServer server = DeclaredServer.start(deployment, ServerSettings.onPort(0))) {
            String base = "http://localhost:" + server.port();
            HttpResponse<String> taken = send(file, base, deployment);
            assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
            assertThat(taken.body()).contains("\"waitingForStore\":true").contains("\"published\":true");
            assertThatReadersAreTold(base, CONTEST, QUERY, "/");
            fuseki.isThere();
            comeBack(deployment);
            assertThat(get(base + CONTEST).statusCode()).isEqualTo(200);
            assertThat(get(base + QUERY).body()).contains("true");
            assertThat(get(base + CONTEST + ".csv").body()).as("in an order").contains("Altrincham");
            assertThat(get(base + "/doc/council/Ynys%20M%C3%B4n").statusCode())
                    .as("an address that SPARQL cannot write")
                    .isEqualTo(404);
            assertThat(get(base + "/health").statusCode()).isEqualTo(200);
            assertThat(send(file, base, deployment).statusCode()).isEqualTo(200);

            fuseki.kill();
            // What the store said of itself holds for a second.
            Thread.sleep(1100);
            assertThat(get(base + CONTEST).statusCode())
                    .as("a page that was made before")
                    .isEqualTo(200);
            assertThatReadersAreTold(base, QUERY, "/doc/election/local.trafford.2024-05-02");
        }
        fuseki.isThere();
        assertThatStoreIsWhatTheRecordSays();
    }

    private static void assertThatReadersAreTold(String base, String... paths) throws Exception {
        for (String path : paths) {
            HttpResponse<String> away = get(base + path);
            assertThat(away.statusCode()).as(path).isEqualTo(503);
            assertThat(away.headers().firstValue("Retry-After")).as(path).isPresent();
            assertThat(away.body()).as(path).contains("The store that pages and answers are read from does not answer");
        }
        HttpResponse<String> health = get(base + "/health");
        assertThat(health.statusCode()).isEqualTo(503);
        assertThat(health.body()).contains("store-away").contains("is recorded meanwhile");
    }

    private static HttpResponse<String> send(Path file, String base, Deployment deployment) throws Exception {
        String token = deployment
                .tokens()
                .create("test", Optional.of("trafford"), List.of(), Duration.ofDays(1))
                .text();
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/submissions?filename=ward.csv"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofFile(file))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(String uri) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(uri)).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** As it may be where an update's answer was lost on the way, and it was carried out after the next one had been worked out. */
    @Test
    void aStoreThatTwoUpdatesWereCarriedOutOnOutOfTurnIsMadeAnew() throws Exception {
        List<Path> files = wards();
        try (Deployment deployment = open()) {
            publish(files.get(0), deployment);
            update(
                    "INSERT DATA { GRAPH <urn:x-declared:store> { <urn:x-declared:store> <urn:x-declared:version> 'other' }"
                            + " GRAPH <http://localhost:8080/doc/contest/x> { <urn:x> <urn:y> <urn:z> } }");
            publish(files.get(1), deployment);
            comeBack(deployment);
        }
        assertThatStoreIsWhatTheRecordSays();
    }

    @Test
    void aStoreThatHoldsOtherPeoplesGraphsIsLeftAsItIs() throws Exception {
        update("INSERT DATA { GRAPH <urn:others> { <urn:x> <urn:y> <urn:z> } }");

        assertThatThrownBy(this::open)
                .isInstanceOf(DataFolderException.class)
                .hasMessageContaining("holds graphs that were not put there by this program");
        assertThatThrownBy(() -> ClosedFolder.rebuild(data, Optional.empty(), stores))
                .hasMessageContaining("holds graphs that were not put there by this program");
    }
}
