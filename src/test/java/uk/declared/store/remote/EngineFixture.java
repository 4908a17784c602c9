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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.deployment.ClosedFolder;
import uk.declared.deployment.Deployment;
import uk.declared.deployment.ExampleResults;
import uk.declared.election.Source;
import uk.declared.folder.DataFolderException;
import uk.declared.ground.SystemClock;
import uk.declared.projection.Verification;
import uk.declared.publish.Publication;
import uk.declared.store.Store;
import uk.declared.store.StoreChange;
import uk.declared.store.StoreUnavailableException;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;
import uk.declared.web.DeclaredServer;
import uk.declared.web.openapi.DescribedHealth;
import uk.declared.web.settings.ServerSettings;

/** A whole system over an engine in a process of its own, which is killed and comes back; one engine for the tests of a class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EngineFixture {
    private static final String RESULTS = "/declared/examples/trafford-2024-05-02.csv";
    private static final String ASKED = "/sparql?query=ASK%7B%3Fs%20%3Fp%20%3Fo%7D";
    private static final String SUM = "SELECT (SUM(?votes) AS ?sum) { <urn:x:candidacy> <urn:x:votes> ?votes }";
    private static final Query ANYTHING = QueryFactory.create("ASK { ?s ?p ?o }");
    private static final int WARD = 6;
    private static final String CONTEST = "/doc/contest/local.trafford.altrincham.2024-05-02";

    private Path temporary;
    private EngineProcess engine;
    private Path data;
    private RemoteStores stores;

    /** Starts the engine with an empty store in a folder. */
    abstract EngineProcess start(Path folder) throws Exception;

    @BeforeAll
    void startTheEngine(@TempDir Path folder) throws Exception {
        temporary = folder;
        engine = start(temporary.resolve("engine"));
    }

    @AfterAll
    void stopTheEngine() {
        engine.close();
    }

    @BeforeEach
    void emptyStore(TestInfo test) throws Exception {
        data = temporary.resolve(test.getTestMethod().orElseThrow().getName());
        stores = new RemoteStores(engine.address());
        engine.isThere();
        engine.update("DROP SILENT ALL");
    }

    private Deployment open() throws DataFolderException {
        return open(stores);
    }

    private Deployment open(RemoteStores over) throws DataFolderException {
        return Deployment.open(data, Optional.empty(), SystemClock.UTC, over);
    }

    /** One file a ward of the example results, so that each is a submission of its own. */
    private List<Path> wards() throws Exception {
        Files.createDirectories(data);
        List<String> lines;
        try (var in = EngineFixture.class.getResourceAsStream(RESULTS)) {
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
        return files;
    }

    private static String ward(String line) {
        return line.split(",", -1)[WARD];
    }

    private Path write(String header, List<String> rows, int number) throws Exception {
        List<String> all = new ArrayList<>(List.of(header));
        all.addAll(rows);
        return Files.write(temporary.resolve(data.getFileName() + "-" + number + ".csv"), all);
    }

    private static Publication publish(Path file, Deployment deployment) throws Exception {
        Publication publication =
                deployment.publisher().publish(Submission.open(file), ReadOptions.NONE, Source.OPERATOR);
        assertThat(publication.published()).as(file.toString()).hasSize(1);
        return publication;
    }

    private void assertThatStoreIsWhatTheRecordSays() throws DataFolderException {
        Verification found = ClosedFolder.verify(data, stores);
        assertThat(found.behind()).isZero();
        assertThat(found.differences()).isEmpty();
        assertThat(found.holds()).isTrue();
    }

    @Test
    void whatIsPublishedIsMadeAnewThereAsTheRecordSays() throws Exception {
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
    void aStoreThatIsKilledInTheMiddleOfUpdatesHasAllResultsInTheEnd() throws Exception {
        List<Path> files = wards().subList(0, 10);
        try (KillingGate gate = KillingGate.before(engine);
                Deployment deployment = open(new RemoteStores(gate.address()))) {
            int next = 0;
            for (KillingGate.Moment moment : KillingGate.Moment.values()) {
                publish(files.get(next++), deployment);
                assertThat(deployment.publisher().isWaitingForStore()).isFalse();
                gate.killAt(moment);
                publish(files.get(next++), deployment);
                assertThat(engine.isRunning()).as("%s: it was killed", moment).isFalse();
                publish(files.get(next++), deployment);
                assertThat(deployment.publisher().isWaitingForStore()).isTrue();
                engine.isThere();
                comeBack(deployment);
            }
            publish(files.get(next), deployment);
            assertThat(deployment.contests()).isEqualTo(files.size());
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
        engine.kill();
        try (Deployment deployment = open();
                DeclaredServer server = DeclaredServer.start(deployment, ServerSettings.onPort(0))) {
            String base = "http://localhost:" + server.port();
            HttpResponse<String> taken = send(file, base, deployment);
            assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
            assertThat(taken.body()).contains("\"waitingForStore\":true").contains("\"published\":true");
            assertThatReadersAreTold(base, CONTEST, ASKED, "/");
            engine.isThere();
            comeBack(deployment);
            assertThat(get(base + CONTEST).statusCode()).isEqualTo(200);
            assertThat(get(base + ASKED).body()).contains("true");
            assertThat(get(base + CONTEST + ".csv").body()).as("in an order").contains("Altrincham");
            assertThat(get(base + "/doc/council/Ynys%20M%C3%B4n").statusCode())
                    .as("an address that SPARQL cannot write")
                    .isEqualTo(404);
            assertThat(get(base + "/health").statusCode()).isEqualTo(200);
            assertThat(send(file, base, deployment).statusCode()).isEqualTo(200);

            engine.kill();
            // What the store said of itself holds for a second.
            Thread.sleep(1100);
            assertThat(get(base + CONTEST).statusCode())
                    .as("a page that was made before")
                    .isEqualTo(200);
            assertThatReadersAreTold(base, ASKED, "/doc/election/local.trafford.2024-05-02");
        }
        engine.isThere();
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
        DescribedHealth.assertThatIsDescribed(health.body());
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

    @Test
    void whoReadsIsNotHeldUpByAnUpdateThatTakesLong() throws Exception {
        List<Path> files = wards();
        ExecutorService others = Executors.newFixedThreadPool(2);
        try (KillingGate gate = KillingGate.before(engine);
                Deployment deployment = open(new RemoteStores(gate.address()))) {
            publish(files.get(0), deployment);
            KillingGate.Hold held = gate.hold();
            Future<Publication> published = others.submit(() -> publish(files.get(1), deployment));
            held.arrived().await();

            Future<String> read = others.submit(
                    () -> deployment.store().version() + deployment.store().ask(ANYTHING, Map.of()));
            assertThat(read.get(1, TimeUnit.MINUTES)).endsWith("true");
            assertThat(published.isDone()).isFalse();

            held.goOn().countDown();
            published.get();
        } finally {
            others.shutdownNow();
        }
    }

    /** As it may be where an update's answer was lost on the way, and it was carried out after the next one had been worked out. */
    @Test
    void aStoreThatTwoUpdatesWereCarriedOutOnOutOfTurnIsMadeAnew() throws Exception {
        List<Path> files = wards();
        try (Deployment deployment = open()) {
            publish(files.get(0), deployment);
            engine.update(
                    "INSERT DATA { GRAPH <urn:x-declared:store> { <urn:x-declared:store> <urn:x-declared:version> 'other' }"
                            + " GRAPH <http://localhost:8080/doc/contest/x> { <urn:x> <urn:y> <urn:z> } }");
            publish(files.get(1), deployment);
            comeBack(deployment);
        }
        assertThatStoreIsWhatTheRecordSays();
    }

    @Test
    void aStoreThatHoldsOtherPeoplesGraphsIsLeftAsItIs() throws Exception {
        engine.update("INSERT DATA { GRAPH <urn:others> { <urn:x> <urn:y> <urn:z> } }");

        assertThatThrownBy(this::open)
                .isInstanceOf(DataFolderException.class)
                .hasMessageContaining("holds graphs that were not put there by this program");
        assertThatThrownBy(() -> ClosedFolder.rebuild(data, Optional.empty(), stores))
                .hasMessageContaining("holds graphs that were not put there by this program");
    }

    @Test
    void aFigureThatTwoGraphsHaveIsSummedOnce() throws Exception {
        Triple votes = Triple.create(
                NodeFactory.createURI("urn:x:candidacy"),
                NodeFactory.createURI("urn:x:votes"),
                NodeFactory.createLiteralDT("1533", XSDDatatype.XSDinteger));
        try (Store store = stores.open(Path.of("unused"))) {
            List<StoreChange> changes = List.of(
                    new StoreChange.Add("urn:x:one", List.of(votes)), new StoreChange.Add("urn:x:two", List.of(votes)));

            store.apply(changes.iterator(), store.applied());

            assertThat(store.<String>select(
                            QueryFactory.create(SUM),
                            Map.of(),
                            rows -> rows.next().get("sum").getLiteralLexicalForm()))
                    .isEqualTo("1533");
        }
    }
}
