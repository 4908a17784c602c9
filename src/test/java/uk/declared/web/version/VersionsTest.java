package uk.declared.web.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.deployment.Deployment;
import uk.declared.election.BallotId;
import uk.declared.election.Source;
import uk.declared.record.RecordedVersion;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;
import uk.declared.web.DeclaredServer;
import uk.declared.web.settings.ServerSettings;

/** A result that was corrected and then withdrawn. */
class VersionsTest {
    private static final String ID = "local.trafford.north.2024-05-02";
    private static final String DECLARATION = "/doc/declaration/" + ID + "/";

    @TempDir
    private static Path folder;

    private static Deployment deployment;
    private static DeclaredServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws Exception {
        deployment = Deployment.open(folder.resolve("data"), Optional.empty(), new Minutes());
        publish(500);
        publish(501);
        deployment.upkeep().withdraw(new BallotId(ID), "Counted twice.", Source.COUNCIL);
        server = DeclaredServer.start(deployment, ServerSettings.onPort(0));
    }

    /** A clock by which each look at it comes a minute after the one before. */
    private static final class Minutes extends Clock {
        private final AtomicLong looks = new AtomicLong();
        private final Instant start = Instant.now().minus(30, ChronoUnit.DAYS);

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return start.plus(looks.getAndIncrement(), ChronoUnit.MINUTES);
        }
    }

    private static void publish(int votes) throws Exception {
        String text = "council,polling_date,area_code,area_name,returning_officer,postal_ballot_papers_issued,"
                + "name_on_ballot_paper,party_id,votes,elected\n"
                + "trafford,2024-05-02,E05015239,North,Ada Officer,1910,Ann,PP63," + votes + ",true\n"
                + "trafford,2024-05-02,E05015239,North,Ada Officer,1910,Bob,PP90,300,false\n";
        deployment
                .publisher()
                .publish(
                        Submission.open(Files.writeString(folder.resolve("sent.csv"), text)),
                        ReadOptions.NONE,
                        Source.COUNCIL);
    }

    @AfterAll
    static void stop() {
        server.close();
        deployment.close();
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private Document page(String path) throws Exception {
        HttpResponse<String> response = get(path, "Accept", "text/html");
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(response.body());
    }

    @Test
    void anEarlierVersionStaysReadable() throws Exception {
        assertThat(get("/doc/contest/" + ID).statusCode()).isEqualTo(410);

        Document first = page(DECLARATION + "1/result");
        assertThat(first.text()).contains("Ann").contains("500").contains("Postal ballot papers issued 1,910");
        assertThat(page(DECLARATION + "2/result").text()).contains("501").doesNotContain("500");
        assertThat(get(DECLARATION + "1/result.ttl").body()).contains("500");
        assertThat(get(DECLARATION + "1/result", "Accept", "application/ld+json")
                        .headers()
                        .firstValue("Content-Type"))
                .contains("application/ld+json");
    }

    @Test
    void theHashOnTheNoticeIsThatOfTheBytesThatAreServed() throws Exception {
        Document notice = page(DECLARATION + "1/notice");
        String hash = notice.select("code").text();

        byte[] content = get(DECLARATION + "1/result.nt").body().getBytes(StandardCharsets.UTF_8);
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)))
                .isEqualTo(hash);
        assertThat(get(DECLARATION + "1.ttl").body()).contains(hash);
        assertThat(notice.text())
                .contains("Returning Officer: Ada Officer")
                .contains("Ballot papers rejected")
                .contains("Version 1");
    }

    @Test
    void whatChangedIsSaidInWordsAndTripleByTriple() throws Exception {
        Document changes = page(DECLARATION + "2/changes");
        assertThat(changes.text()).contains("Ann, votes: 500 → 501");
        assertThat(page(DECLARATION + "2").text()).contains("Ann, votes: 500 → 501");
        assertThat(page(DECLARATION + "2?lang=cy").text()).contains("pleidleisiau: 500 → 501");

        List<String> patch = get(DECLARATION + "2/changes.rdfp").body().lines().toList();
        assertThat(patch).first().isEqualTo("TX .");
        assertThat(patch).last().isEqualTo("TC .");
        assertThat(patch)
                .anyMatch(line -> line.startsWith("D ") && line.contains("#votes> \"500\""))
                .anyMatch(line -> line.startsWith("A ") && line.contains("#votes> \"501\""));
        assertThat(get(DECLARATION + "1/changes").statusCode()).isEqualTo(404);
    }

    @Test
    void theVersionThatWithdrewHasNoResult() throws Exception {
        assertThat(get(DECLARATION + "3/result").statusCode()).isEqualTo(410);
        assertThat(get(DECLARATION + "3/notice").statusCode()).isEqualTo(410);
        assertThat(page(DECLARATION + "3/changes").text()).contains("Statements added (0)");
        assertThat(get(DECLARATION + "4/result").statusCode()).isEqualTo(404);
        assertThat(get(DECLARATION + "x/result").statusCode()).isEqualTo(404);
        assertThat(get("/doc/declaration/nonsense/1/result").statusCode()).isEqualTo(404);
    }

    @Test
    void theTimeMapListsEveryVersionWithItsTime() throws Exception {
        HttpResponse<String> map = get("/timemap/contest/" + ID);

        assertThat(map.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/link-format");
        assertThat(map.body())
                .contains("<http://localhost:8080/doc/contest/" + ID + ">; rel=\"original\"")
                .contains("/1/result>; rel=\"first memento\"; datetime=")
                .contains("/3/result>; rel=\"last memento\"; datetime=");
    }

    @Test
    void theTimeGateLeadsToTheVersionOfATime() throws Exception {
        String longAgo = "Thu, 02 May 2019 22:00:00 GMT";
        String now = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
                .format(Instant.now().plusSeconds(60).atOffset(ZoneOffset.UTC));

        HttpResponse<String> first = get("/timegate/contest/" + ID, "Accept-Datetime", longAgo);
        assertThat(first.statusCode()).isEqualTo(302);
        assertThat(first.headers().firstValue("Location")).contains(DECLARATION + "1/result");
        assertThat(first.headers().allValues("Vary")).anyMatch(vary -> vary.equalsIgnoreCase("accept-datetime"));
        assertThat(get("/timegate/contest/" + ID, "Accept-Datetime", now)
                        .headers()
                        .firstValue("Location"))
                .contains(DECLARATION + "3/result");
        assertThat(get("/timegate/contest/" + ID, "Accept-Datetime", "last Tuesday")
                        .statusCode())
                .isEqualTo(400);

        HttpResponse<String> memento = get(DECLARATION + "1/result");
        assertThat(memento.headers().firstValue("Memento-Datetime").orElseThrow())
                .endsWith(" GMT");
        assertThat(memento.headers().allValues("Link"))
                .anyMatch(link -> link.endsWith("rel=\"original\""))
                .anyMatch(link -> link.endsWith("rel=\"timegate\""));
    }

    @Test
    void theDocumentItselfLeadsToWhatWasSaidAtATime() throws Exception {
        String document = "/doc/contest/" + ID;
        String longAgo = "Thu, 02 May 2019 22:00:00 GMT";

        HttpResponse<String> then = get(document, "Accept-Datetime", longAgo);
        assertThat(then.statusCode()).isEqualTo(302);
        assertThat(then.headers().firstValue("Location")).contains(DECLARATION + "1/result");
        assertThat(then.headers().allValues("Vary")).contains("Accept-Datetime");
        assertThat(then.headers().firstValue("Memento-Datetime")).isEmpty();
        assertThat(then.headers().allValues("Link"))
                .contains("<http://localhost:8080" + document + ">; rel=\"original timegate\"")
                .anyMatch(link -> link.contains("rel=\"timemap\""));

        assertThat(get(document + ".ttl", "Accept-Datetime", longAgo).headers().firstValue("Location"))
                .contains(DECLARATION + "1/result.ttl");
        HttpResponse<String> said = get(DECLARATION + "1/result.ttl");
        assertThat(said.headers().firstValue("Memento-Datetime")).isPresent();
        assertThat(said.body()).contains("500");
        assertThat(get(document, "Accept-Datetime", "last Tuesday").statusCode())
                .isEqualTo(400);
        assertThat(get("/doc/contest/local.trafford.nowhere.2024-05-02", "Accept-Datetime", longAgo)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatIsTiedToContestsIsFoundAsOfATimeToo() throws Exception {
        List<String> things =
                List.of("election/local.trafford.2024-05-02", "council/trafford", "area/E05015239", "party/PP63");
        for (String thing : things) {
            String gate = "/timegate/" + thing;
            HttpResponse<String> map = get("/timemap/" + thing);
            assertThat(map.statusCode()).as(thing).isEqualTo(200);
            assertThat(map.body())
                    .contains("<http://localhost:8080/doc/" + thing + ">; rel=\"original\"")
                    .containsPattern(
                            "/doc/" + thing.replace(".", "\\.") + "/at/\\d{14}>; rel=\"[a-z ]*memento\"; datetime=");

            String first = get(gate, "Accept-Datetime", "Thu, 02 May 2019 22:00:00 GMT")
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            HttpResponse<String> memento = get(first, "Accept", "text/turtle");
            assertThat(memento.statusCode()).isEqualTo(200);
            assertThat(memento.headers().firstValue("Memento-Datetime").orElseThrow())
                    .endsWith(" GMT");
            assertThat(memento.headers().allValues("Link"))
                    .contains("<http://localhost:8080" + gate + ">; rel=\"timegate\"");
            assertThat(page(first).text()).contains(ID);
        }
        assertThat(get("/timegate/area/E05015240").statusCode()).isEqualTo(404);
        assertThat(get("/timegate/kind/E05015240").statusCode()).isEqualTo(404);
    }

    @Test
    void aMomentHoldsTheResultsThatWereInForceAndNoOthers() throws Exception {
        TreeMap<Instant, Integer> votes = new TreeMap<>();
        for (RecordedVersion version : deployment.history().of(new BallotId(ID))) {
            votes.put(version.time().truncatedTo(ChronoUnit.SECONDS), version.version());
        }
        assertThat(votes).hasSize(3);
        for (Map.Entry<Instant, Integer> moment : votes.entrySet()) {
            String path = "/doc/election/local.trafford.2024-05-02/at/"
                    + DateTimeFormatter.ofPattern("uuuuMMddHHmmss")
                            .format(moment.getKey().atOffset(ZoneOffset.UTC));
            String said = get(path + ".nt").body();
            boolean first = said.contains("#votes> \"500\"");
            boolean second = said.contains("#votes> \"501\"");
            assertThat(List.of(first, second))
                    .as("version %s", moment.getValue())
                    .containsExactly(moment.getValue() == 1, moment.getValue() == 2);
        }
        assertThat(get("/doc/election/local.trafford.2024-05-02/at/20190502220000")
                        .statusCode())
                .isEqualTo(404);
        assertThat(get("/doc/election/local.trafford.2024-05-02/at/yesterday").statusCode())
                .isEqualTo(404);
        HttpResponse<String> later = get("/doc/election/local.trafford.2024-05-02/at/29990101000000.ttl");
        assertThat(later.statusCode()).isEqualTo(302);
        assertThat(later.headers().firstValue("Location").orElseThrow()).endsWith(".ttl");
    }

    @Test
    void aDeclarationAndASubmissionHaveTheirOwnTimes() throws Exception {
        assertThat(get("/timegate/declaration/" + ID + "/2").headers().firstValue("Location"))
                .contains(DECLARATION + "2/result");
        assertThat(get("/timemap/declaration/" + ID + "/1").body()).contains("rel=\"first last memento\"");
        HttpResponse<String> gone = get("/timegate/declaration/" + ID + "/3");
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(gone.headers().allValues("Link")).anyMatch(link -> link.contains("rel=\"timemap\""));

        String sent = deployment
                .history()
                .of(new BallotId(ID), 1)
                .orElseThrow()
                .declaration()
                .declaration()
                .replaceAll("(?s).*/id/submission/([0-9a-f]{64}).*", "$1");
        String map = get("/timemap/submission/" + sent).body();
        assertThat(map).contains("rel=\"first last memento\"");
    }

    @Test
    void whatIsGoneLeadsToItsEarlierVersions() throws Exception {
        for (String path : List.of("/doc/contest/" + ID, DECLARATION + "3/result", DECLARATION + "3/notice")) {
            HttpResponse<String> gone = get(path);
            assertThat(gone.statusCode()).as(path).isEqualTo(410);
            assertThat(gone.headers().allValues("Link"))
                    .as(path)
                    .anyMatch(link -> link.contains("/timegate/contest/" + ID + ">; rel=\"timegate\""))
                    .anyMatch(link -> link.contains("/timemap/contest/" + ID + ">; rel=\"timemap\""));
        }
    }

    @Test
    void onlyWhatIsTiedToAContestNamesATimeGate() throws Exception {
        assertThat(get("/doc/contest/" + ID).headers().allValues("Vary")).contains("Accept-Datetime");
        assertThat(get("/doc/council/trafford").headers().allValues("Link"))
                .noneMatch(link -> link.contains("timegate"));
        for (String path : List.of("/doc/declaration/" + ID + "/1", "/doc/declaration/" + ID + "/3")) {
            assertThat(get(path).headers().allValues("Link")).as(path).anyMatch(link -> link.contains("timegate"));
        }
    }
}
