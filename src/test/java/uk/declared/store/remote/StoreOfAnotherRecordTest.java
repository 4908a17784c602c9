package uk.declared.store.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import uk.declared.folder.DataFolderException;
import uk.declared.ground.SystemClock;
import uk.declared.record.RecordLog;
import uk.declared.store.ForeignStoreException;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;
import uk.declared.web.DeclaredServer;
import uk.declared.web.openapi.DescribedHealth;
import uk.declared.web.settings.ServerSettings;

/** A store that somebody names who has another record: whatever they do, it is left as it is until they say that it is to be theirs. */
class StoreOfAnotherRecordTest {
    private static final String OURS = "https://elections.example.org";
    private static final String THEIRS = "https://rehearsal.example.org";
    private static final String CONTEST = "/doc/contest/local.trafford.ward-1.2026-05-07";

    @TempDir
    private Path folder;

    private Rdf4jServer engine;
    private RemoteStores stores;
    private Path ours;
    private Path theirs;

    @BeforeEach
    void fillAStore() throws Exception {
        engine = Rdf4jServer.start();
        stores = new RemoteStores(engine.address());
        ours = folder.resolve("ours");
        theirs = folder.resolve("theirs");
        try (Deployment deployment = open(ours, OURS, stores)) {
            publish(deployment);
        }
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    private static Deployment open(Path data, String base, RemoteStores stores) throws DataFolderException {
        return Deployment.open(data, Optional.of(base), SystemClock.UTC, stores);
    }

    private void publish(Deployment deployment) throws Exception {
        Path file = Files.writeString(folder.resolve("ward.csv"), """
                council,polling_date,area_code,area_name,name_on_ballot_paper,party_id,votes,elected
                trafford,2026-05-07,E05015001,Ward 1,Ann,PP63,512,true
                trafford,2026-05-07,E05015001,Ward 1,Bob,PP90,256,false
                """);
        deployment.publisher().publish(Submission.open(file), ReadOptions.NONE, Source.COUNCIL);
    }

    private String firstEntry(Path data) throws Exception {
        try (RecordLog record = RecordLog.open(data.resolve("record"))) {
            return record.entry(1).hash();
        }
    }

    private void assertThatOursIsAsItWas() throws Exception {
        assertThat(ClosedFolder.verify(ours, stores).holds()).isTrue();
        assertThat(ClosedFolder.verify(ours, stores).behind()).isZero();
    }

    @Test
    void aRebuildWithTheWrongAddressSaysWhoseTheStoreIsInBothLanguagesAndLeavesIt() throws Exception {
        try (Deployment other = Deployment.open(theirs, Optional.of(THEIRS))) {
            publish(other);
        }

        assertThatThrownBy(() -> ClosedFolder.rebuild(theirs, Optional.empty(), stores))
                .isInstanceOf(DataFolderException.class)
                .hasMessageContainingAll(
                        engine.address().query().toString(), OURS, firstEntry(ours), THEIRS, firstEntry(theirs))
                .hasMessageContainingAll("was filled from another record", "Llenwyd y storfa", "--take-over");
        assertThatOursIsAsItWas();
    }

    @Test
    void aStartAndAVerificationWithTheWrongAddressAreRefusedTooAndSoIsAnEmptyFolder() throws Exception {
        assertThatThrownBy(() -> open(theirs, THEIRS, stores)).hasMessageContaining("was filled from another record");
        assertThatThrownBy(() -> ClosedFolder.verify(theirs, stores)).isInstanceOf(ForeignStoreException.class);
        assertThatThrownBy(() -> open(folder.resolve("of the same base"), OURS, stores))
                .hasMessageContaining("of which the first entry is –");
        assertThatOursIsAsItWas();
    }

    @Test
    void aStoreThatIsToBeTakenOverIsFilledFromTheOtherRecordAndIsNoLongerOurs() throws Exception {
        RemoteStores takenOver = new RemoteStores(engine.address(), true);
        try (Deployment other = Deployment.open(theirs, Optional.of(THEIRS))) {
            publish(other);
        }

        ClosedFolder.rebuild(theirs, Optional.empty(), takenOver);

        assertThat(ClosedFolder.verify(theirs, stores).holds()).isTrue();
        assertThatThrownBy(() -> open(ours, OURS, stores)).hasMessageContaining("was filled from another record");
    }

    @Test
    void graphsOfOthersAreLeftUntilTheyAreToBeTakenOver() throws Exception {
        engine.run("DROP ALL ; INSERT DATA { GRAPH <urn:others> { <urn:x> <urn:y> <urn:z> } }");
        assertThatThrownBy(() -> ClosedFolder.rebuild(ours, Optional.empty(), stores))
                .hasMessageContainingAll("graphs that were not put there", "yn dal graffiau", "--take-over");

        ClosedFolder.rebuild(ours, Optional.empty(), new RemoteStores(engine.address(), true));

        assertThatOursIsAsItWas();
    }

    @Test
    void aStoreThatWasFilledBeforeThereWereMarksIsKnownByTheEntryThatItStandsAt() throws Exception {
        engine.run("DELETE WHERE { GRAPH <urn:x-declared:store> { ?store <urn:x-declared:base> ?base } } ;"
                + " DELETE WHERE { GRAPH <urn:x-declared:store> { ?store <urn:x-declared:first-entry> ?hash } }");

        assertThatThrownBy(() -> open(theirs, THEIRS, stores)).hasMessageContaining("was filled from another record");
        ClosedFolder.rebuild(ours, Optional.empty(), stores);

        assertThatOursIsAsItWas();
    }

    @Test
    void aStoreThatIsExchangedForAnotherRecordsWhileAServerRunsIsShownToNobody() throws Exception {
        try (Deployment deployment = open(ours, OURS, stores);
                DeclaredServer server = DeclaredServer.start(deployment, ServerSettings.onPort(0))) {
            assertThat(get(server, "/health", "en").statusCode()).isEqualTo(200);
            engine.run("DELETE WHERE { GRAPH <urn:x-declared:store> { ?store <urn:x-declared:base> ?base } } ;"
                    + " INSERT DATA { GRAPH <urn:x-declared:store> { <urn:x-declared:store> <urn:x-declared:base> '"
                    + THEIRS
                    + "' } }");
            // What the store said of itself holds for a second.
            Thread.sleep(1100);

            HttpResponse<String> page = get(server, CONTEST, "en");
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.body()).contains("is not the one of this site");
            assertThat(get(server, "/sparql?query=ASK%7B%3Fs%20%3Fp%20%3Fo%7D", "en")
                            .statusCode())
                    .isEqualTo(503);
            DescribedHealth.assertThatIsDescribed(get(server, "/health", "en").body());
            assertThat(get(server, "/health", "en").body()).contains("store-of-another", THEIRS, OURS, "--take-over");
            assertThat(get(server, "/health", "cy").body()).contains("Llenwyd y storfa", THEIRS);
        }
    }

    private static HttpResponse<String> get(DeclaredServer server, String path, String language) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                                .header("Accept-Language", language)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
