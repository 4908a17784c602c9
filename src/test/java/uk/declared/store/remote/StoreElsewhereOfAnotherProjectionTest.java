package uk.declared.store.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.deployment.ClosedFolder;
import uk.declared.deployment.Deployment;
import uk.declared.election.Source;
import uk.declared.ground.SystemClock;
import uk.declared.projection.Verification;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;
import uk.declared.web.DeclaredServer;
import uk.declared.web.openapi.DescribedHealth;
import uk.declared.web.settings.ServerSettings;

/** A store in another process that says nothing of what made it, as stores were until 29 November 2026. */
class StoreElsewhereOfAnotherProjectionTest {
    @TempDir
    private Path folder;

    private Rdf4jServer engine;
    private RemoteStores stores;

    @BeforeEach
    void fillAStore() throws Exception {
        engine = Rdf4jServer.start();
        stores = new RemoteStores(engine.address());
        try (Deployment deployment = open()) {
            deployment
                    .publisher()
                    .publish(
                            Submission.open(Files.writeString(folder.resolve("results.csv"), """
                                    council,polling_date,area_name,name_on_ballot_paper,votes,elected
                                    trafford,2026-05-07,Ward 1,Ann Able,20,true
                                    """)),
                            ReadOptions.NONE,
                            Source.COUNCIL);
        }
        assertThat(ClosedFolder.verify(folder.resolve("data"), stores).holds()).isTrue();
        engine.run("DELETE WHERE { GRAPH <urn:x-declared:store> { ?store <urn:x-declared:projection> ?version } }");
    }

    private Deployment open() throws Exception {
        return Deployment.open(
                folder.resolve("data"), Optional.of("https://elections.example.org"), SystemClock.UTC, stores);
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void verifySaysThatItIsToBeMadeAnewAndARebuildDoesSo() throws Exception {
        Path data = folder.resolve("data");
        assertThat(ClosedFolder.verify(data, stores).notCompared())
                .contains(Verification.NotCompared.OF_ANOTHER_PROJECTION);
        assertThat(ClosedFolder.verify(data, stores).differences()).isEmpty();

        ClosedFolder.rebuild(data, Optional.empty(), stores);

        assertThat(ClosedFolder.verify(data, stores).holds()).isTrue();
    }

    @Test
    void theServerSaysInBothLanguagesHowItIsMadeAnew() throws Exception {
        try (Deployment deployment = open();
                DeclaredServer server = DeclaredServer.start(deployment, ServerSettings.onPort(0))) {
            String english = health(server, "en");
            DescribedHealth.assertThatIsDescribed(english);
            assertThat(english)
                    .contains("to-be-rebuilt", "made by another version of this program", "declared rebuild");
            assertThat(health(server, "cy")).contains("fersiwn arall o’r rhaglen hon", "declared rebuild");
        }
    }

    private static String health(DeclaredServer server, String language) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + "/health"))
                                .header("Accept-Language", language)
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
