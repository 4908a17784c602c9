package uk.declared.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.declared.cli.DeclaredCommand;
import uk.declared.deployment.Deployment;
import uk.declared.election.Source;
import uk.declared.linkeddata.Uris;
import uk.declared.store.Store;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;
import uk.declared.web.DeclaredServer;
import uk.declared.web.settings.ServerSettings;

/** A result that is released, corrected and released again. */
class ReleaseTest {
    private static final String CONTEST = "local.trafford.north.2024-05-02";
    private static final String PAGE = "/doc/contest/" + CONTEST;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    private Path data = Path.of("");

    @BeforeEach
    void releaseAndCorrect() throws Exception {
        data = folder.resolve("data");
        publish(654);
        assertThat(run("release", "--publisher", "Returning Officers: of \"Trafford\""))
                .isZero();
        publish(655);
    }

    private void publish(int votes) throws Exception {
        String text = "council,polling_date,area_code,area_name,name_on_ballot_paper,party_id,votes,elected\n"
                + "trafford,2024-05-02,E05015239,North,Ann,PP63," + votes + ",true\n"
                + "trafford,2024-05-02,E05015239,North,Bob,PP90,300,false\n";
        try (Deployment deployment = Deployment.open(data, Optional.empty())) {
            deployment
                    .publisher()
                    .publish(
                            Submission.open(Files.writeString(folder.resolve("sent.csv"), text)),
                            ReadOptions.NONE,
                            Source.COUNCIL);
        }
    }

    private int run(String... arguments) {
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--data";
        all[arguments.length + 1] = data.toString();
        return DeclaredCommand.run(all);
    }

    private static HttpResponse<byte[]> get(DeclaredServer server, String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String text(DeclaredServer server, String path, String... headers) throws Exception {
        return new String(get(server, path, headers).body(), StandardCharsets.UTF_8);
    }

    private DeclaredServer serveRelease(Store store, Release release) {
        return DeclaredServer.start(
                store, new Uris(release.base()), ServerSettings.onPort(0).ofRelease(release.number(), release.made()));
    }

    @Test
    void aReleaseSaysWhatWasSaidThenWhileTheLiveOneSaysWhatIsSaidNow() throws Exception {
        Releases releases = new Releases(data);
        Release release = releases.usable(1);
        String query = "/sparql?query="
                + "SELECT%20%3Fv%20%7B%3Fc%20%3Chttps%3A%2F%2Fw3id.org%2Flocal-elections%23votes%3E%20%3Fv%7D";
        try (Deployment deployment = Deployment.open(data, Optional.empty());
                DeclaredServer live = DeclaredServer.start(deployment, ServerSettings.onPort(0));
                Store store = ReleaseStore.open(releases, release);
                DeclaredServer then = serveRelease(store, release)) {
            assertThat(text(live, PAGE)).contains("655").doesNotContain("654").doesNotContain("Release 1");
            assertThat(text(then, PAGE)).contains("654").doesNotContain("655").contains("Release 1: everything");
            assertThat(text(live, query, "Accept", "text/csv")).contains("655").doesNotContain("654");
            assertThat(text(then, query, "Accept", "text/csv")).contains("654").doesNotContain("655");

            HttpResponse<byte[]> turtle = get(then, PAGE + ".ttl");
            assertThat(turtle.headers().firstValue("Declared-Release")).contains("1");
            assertThat(turtle.headers().firstValue("Memento-Datetime")).isPresent();
            assertThat(get(live, PAGE).headers().firstValue("Declared-Release")).isEmpty();
            assertThat(get(then, "/submissions").statusCode()).isEqualTo(404);
            assertThat(JSON.readTree(get(then, "/data/record").body())
                            .path("hash")
                            .asString())
                    .isEqualTo(release.head());
            assertThat(text(then, PAGE, "Accept", "text/html", "Accept-Language", "cy"))
                    .contains("Rhyddhad 1");
        }
        try (Store again = ReleaseStore.open(releases, release)) {
            assertThat(again.applied().hash()).isEqualTo(release.head());
        }
    }

    @Test
    void aReleaseCanBeDownloadedCheckedAndCited() throws Exception {
        try (Deployment deployment = Deployment.open(data, Optional.empty());
                DeclaredServer live = DeclaredServer.start(deployment, ServerSettings.onPort(0))) {
            String file = "/data/releases/1/declared-release-1.nq.gz";
            HttpResponse<byte[]> whole = get(live, file);
            String sha256 = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(whole.body()));
            assertThat(text(live, "/data/releases/1/SHA256SUMS")).contains(sha256 + "  declared-release-1.nq.gz\n");

            HttpResponse<byte[]> part = get(live, file, "Range", "bytes=100-199");
            assertThat(part.statusCode()).isEqualTo(206);
            assertThat(part.body()).isEqualTo(java.util.Arrays.copyOfRange(whole.body(), 100, 200));

            DatasetGraph quads = RDFParser.source(new GZIPInputStream(new ByteArrayInputStream(whole.body())))
                    .lang(Lang.NQUADS)
                    .toDatasetGraph();
            Node graph = NodeFactory.createURI("http://localhost:8080" + PAGE);
            assertThat(quads.stream(graph, Node.ANY, Node.ANY, Node.ANY)
                            .filter(quad -> quad.getPredicate().getURI().endsWith("#votes"))
                            .map(quad -> quad.getObject().getLiteralLexicalForm()))
                    .containsExactlyInAnyOrder("654", "300");
            JsonNode manifest =
                    JSON.readTree(get(live, "/data/releases/1/manifest.json").body());
            assertThat(manifest.path("file").path("quads").asLong())
                    .isEqualTo(quads.stream().count());
            assertThat(manifest.path("file").path("sha256").asString()).isEqualTo(sha256);
            assertThat(manifest.path("contests").asInt()).isEqualTo(1);

            String page = text(live, "/data/releases/1", "Accept", "text/html");
            assertThat(page)
                    .contains(sha256)
                    .contains("CITATION.cff")
                    .contains("http://localhost:8080/data/releases/1");
            assertThat(text(live, "/data", "Accept", "text/html")).contains("/data/releases/1");
            assertThat(get(live, "/data/releases/2").statusCode()).isEqualTo(404);
            assertThat(get(live, "/data/releases/1/..%2F..%2Ftokens.jsonl").statusCode())
                    .isEqualTo(404);
            assertThat(get(live, "/data/releases/1/withheld.json").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void theFilesForCitationHaveWhatTheirFormatsAskFor() throws Exception {
        Path release = data.resolve("releases/1");
        List<String> citation = Files.readAllLines(release.resolve("CITATION.cff"));
        assertThat(citation)
                .contains("cff-version: 1.2.0", "type: dataset", "version: \"1\"", "license: OGL-UK-3.0")
                .contains("  - name: \"Returning Officers: of \\\"Trafford\\\"\"")
                .anyMatch(line -> line.matches("date-released: \\d{4}-\\d\\d-\\d\\d"))
                .anyMatch(line -> line.startsWith("message: "))
                .anyMatch(line -> line.startsWith("title: "));
        JsonNode dataCite = JSON.readTree(Files.readString(release.resolve("datacite.json")));
        assertThat(dataCite.at("/titles/0/title").asString()).contains("release 1");
        assertThat(dataCite.at("/creators/0/name").asString()).contains("Trafford");
        assertThat(dataCite.at("/publisher/name").asString()).contains("Trafford");
        assertThat(dataCite.path("publicationYear").asString()).matches("\\d{4}");
        assertThat(dataCite.at("/types/resourceTypeGeneral").asString()).isEqualTo("Dataset");
        assertThat(dataCite.path("schemaVersion").asString()).isEqualTo("http://datacite.org/schema/kernel-4");
        assertThat(dataCite.at("/rightsList/0/rightsIdentifier").asString()).isEqualTo("OGL-UK-3.0");
    }

    @Test
    void theCatalogueHasEveryReleaseAsAVersionOfTheWhole() throws Exception {
        assertThat(run("release")).isZero();
        try (Deployment deployment = Deployment.open(data, Optional.empty());
                DeclaredServer live = DeclaredServer.start(deployment, ServerSettings.onPort(0))) {
            Graph catalogue =
                    RDFParser.fromString(text(live, "/data.ttl"), Lang.TURTLE).toGraph();
            Node first = NodeFactory.createURI("http://localhost:8080/data/releases/1#it");
            Node second = NodeFactory.createURI("http://localhost:8080/data/releases/2#it");
            Node all = NodeFactory.createURI("http://localhost:8080/data/dataset/all");
            assertThat(catalogue.contains(all, dcat("hasVersion"), first)).isTrue();
            assertThat(catalogue.contains(all, dcat("hasCurrentVersion"), second))
                    .isTrue();
            assertThat(catalogue.contains(second, dcat("previousVersion"), first))
                    .isTrue();
            assertThat(catalogue.contains(second, dcat("version"), NodeFactory.createLiteralString("2")))
                    .isTrue();
        }
    }

    private static Node dcat(String name) {
        return NodeFactory.createURI("http://www.w3.org/ns/dcat#" + name);
    }

    @Test
    void aStateIsReleasedOnce() throws Exception {
        assertThat(run("release")).isZero();
        assertThat(run("release")).isEqualTo(2);
        assertThat(new Releases(data).all()).extracting(Release::number).containsExactly(1, 2);
    }

    @Test
    void verifyFindsWhatWasChanged() throws Exception {
        assertThat(run("release")).isZero();
        assertThat(run("verify")).isZero();
        Path manifest = data.resolve("releases/1/manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"contests\" : 1", "\"contests\" : 2"));

        assertThat(run("verify")).isEqualTo(1);
        assertThatThrownBy(() -> new Releases(data).usable(1)).hasMessageContaining("manifest.json has changed");
        assertThatThrownBy(() -> new Releases(data).usable(2)).hasMessageContaining("release 1 before it has changed");
        assertThat(run("serve", "--release", "1", "--port", "0")).isEqualTo(2);
        assertThat(run("serve", "--release", "7", "--port", "0")).isEqualTo(2);
    }

    @Test
    void whatWasRedactedIsInNoReleaseAnyMore() throws Exception {
        Releases releases = new Releases(data);
        ReleaseStore.open(releases, releases.usable(1)).close();
        assertThat(run("release")).isZero();

        assertThat(run("redact", CONTEST, "1", "--reason", "A name that may not be known."))
                .isZero();

        assertThat(data.resolve("releases/1/declared-release-1.nq.gz")).doesNotExist();
        assertThat(data.resolve("releases/stores/1")).doesNotExist();
        assertThatThrownBy(() -> releases.usable(1)).hasMessageContaining("withheld");
        assertThat(run("verify")).isZero();
        try (Deployment deployment = Deployment.open(data, Optional.empty());
                DeclaredServer live = DeclaredServer.start(deployment, ServerSettings.onPort(0))) {
            HttpResponse<byte[]> gone = get(live, "/data/releases/1/declared-release-1.nq.gz");
            assertThat(gone.statusCode()).isEqualTo(410);
            assertThat(text(live, "/data/releases/1", "Accept", "text/html")).contains("A name that may not be known.");
            assertThat(get(live, "/data/releases/1/manifest.json").statusCode()).isEqualTo(200);
        }
    }
}
