package uk.declared.web.keying;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.deployment.Deployment;
import uk.declared.election.Source;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;
import uk.declared.web.DeclaredServer;
import uk.declared.web.settings.ServerSettings;

/** A council without a file: nominations are published, the result is keyed in. */
class KeyingTest {
    @TempDir
    private static Path folder;

    private static Deployment deployment;
    private static DeclaredServer server;
    private static String trafford;
    private static String bury;

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .build();

    @BeforeAll
    static void start() throws Exception {
        deployment = Deployment.open(folder.resolve("data"), Optional.empty());
        for (String ward : List.of("North", "South", "East", "West")) {
            nominate(ward);
        }
        server = DeclaredServer.start(deployment, ServerSettings.onPort(0));
        trafford = token("trafford");
        bury = token("bury");
    }

    private static void nominate(String ward) throws Exception {
        String code = "E0590000" + "NSEW".indexOf(ward.charAt(0));
        String text = "council,polling_date,area_code,area_name,seats,given_name,family_name,name_on_ballot_paper,"
                + "party_id,description,votes,elected\n"
                + "trafford,2026-05-07," + code + "," + ward + ",1,Ann,ABLE,Ann Able,PP63,Green Party,,\n"
                + "trafford,2026-05-07," + code + "," + ward + ",1,Bob,BAKER,Bob Baker,PP53,Labour Party,,\n";
        deployment
                .publisher()
                .publish(
                        Submission.open(Files.writeString(folder.resolve("sent.csv"), text)),
                        ReadOptions.NONE,
                        Source.COUNCIL);
    }

    private static String token(String council) throws Exception {
        return deployment
                .tokens()
                .create("test", Optional.of(council), List.of(), Duration.ofDays(1))
                .text();
    }

    @AfterAll
    static void stop() {
        server.close();
        deployment.close();
    }

    private static URI at(String path) {
        return URI.create("http://localhost:" + server.port() + path);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(at(path)).header("Accept", "text/html").build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private Document page(String path) throws Exception {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).as(path + response.body()).isEqualTo(200);
        return Jsoup.parse(response.body());
    }

    private HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return client.send(
                HttpRequest.newBuilder(at(path))
                        .header("Accept", "text/html")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private void signIn(String token) throws Exception {
        Document page = page("/sign-in");
        post("/sign-in", Map.of("_csrf", csrf(page), "token", token));
    }

    private static String csrf(Document page) {
        return page.select("input[name=_csrf]").attr("value");
    }

    private static Map<String, String> figures(Document form, String annsVotes) {
        Map<String, String> fields = new HashMap<>();
        fields.put("_csrf", csrf(form));
        fields.put("votes-0", annsVotes);
        fields.put("elected-0", "true");
        fields.put("votes-1", "300");
        fields.put("electorate", "8,000");
        fields.put("ballot_papers_cast", "1840");
        return fields;
    }

    private static String location(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(303);
        return response.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }

    @Test
    void theSameFiguresTwiceMakeADraftThatPublishesTheResult() throws Exception {
        signIn(trafford);
        String path = "/submissions/contests/local.trafford.north.2026-05-07";
        assertThat(page("/submissions/contests").select("main a").eachAttr("href"))
                .contains(path);
        Document first = page(path);
        assertThat(first.text()).contains("Ann Able").contains("Labour Party");
        assertThat(first.select("input[inputmode=numeric]").eachAttr("value")).allMatch(String::isEmpty);

        String second = location(post(path, figures(first, "1,533")));
        assertThat(second).isEqualTo(path + "/again");
        String draftPath = location(post(second, figures(page(second), "1533")));
        Document draft = page(draftPath);
        assertThat(draft.text()).contains("Corrections (1)").contains("votes: not stated → 1533");

        location(post(draftPath + "/publish", Map.of("_csrf", csrf(draft))));
        Document published = page("/doc/contest/local.trafford.north.2026-05-07");
        assertThat(published.text())
                .contains("Ann Able")
                .contains("1,533")
                .contains("8,000")
                .contains("source: Council");
        assertThat(page("/submissions/contests").select("main a").eachAttr("href"))
                .doesNotContain(path);
    }

    @Test
    void whereTheKeyingsDifferTheFigureIsKeyedAThirdTime() throws Exception {
        signIn(trafford);
        String path = "/submissions/contests/local.trafford.south.2026-05-07";
        String second = location(post(path, figures(page(path), "512")));

        HttpResponse<String> differ = post(second, figures(page(second), "521"));
        Document again = Jsoup.parse(differ.body());
        assertThat(differ.statusCode()).isEqualTo(200);
        assertThat(again.select(".govuk-error-summary").text()).contains("Ann Able: votes");
        assertThat(again.select("input[inputmode=numeric]").eachAttr("name")).containsExactly("votes-0");

        Map<String, String> neither = Map.of("_csrf", csrf(again), "votes-0", "599");
        assertThat(post(second, neither).body()).contains("govuk-error-summary");
        String draft = location(post(second, Map.of("_csrf", csrf(again), "votes-0", "512")));
        assertThat(page(draft).text()).contains("votes: not stated → 512");
    }

    @Test
    void aProvisionalResultIsDeclaredInTheMorning() throws Exception {
        signIn(trafford);
        String path = "/submissions/contests/local.trafford.east.2026-05-07";
        key(path, "700", "provisional");
        assertThat(page("/doc/contest/local.trafford.east.2026-05-07").text()).contains("rovisional");
        assertThat(page("/submissions/contests").text()).contains("Provisional");

        key(path, "700", "declared");

        assertThat(page("/doc/contest/local.trafford.east.2026-05-07").select("main .govuk-tag--yellow"))
                .isEmpty();
        assertThat(page("/doc/declaration/local.trafford.east.2026-05-07/2").text())
                .contains("Provisional");
        assertThat(page("/doc/declaration/local.trafford.east.2026-05-07/3").text())
                .contains("Declared");
    }

    private void key(String path, String votes, String status) throws Exception {
        Map<String, String> fields = figures(page(path), votes);
        fields.put("status", status);
        String second = location(post(path, fields));
        String draft = location(post(second, figures(page(second), votes)));
        location(post(draft + "/publish", Map.of("_csrf", csrf(page(draft)))));
    }

    @Test
    void anotherCouncilsContestIsNotTheirs() throws Exception {
        signIn(bury);

        assertThat(get("/submissions/contests/local.trafford.west.2026-05-07").statusCode())
                .isEqualTo(403);
        assertThat(page("/submissions/contests").text()).doesNotContain("Trafford");
        assertThat(get("/submissions/contests/local.bury.nowhere.2026-05-07").statusCode())
                .isEqualTo(404);
        assertThat(get("/submissions/contests/no%20contest").statusCode()).isEqualTo(404);
    }

    @Test
    void aContestIsWithdrawnWithAReason() throws Exception {
        signIn(trafford);
        Document form = page("/submissions/contests/local.trafford.west.2026-05-07");
        Map<String, String> fields = new HashMap<>(Map.of(
                "_csrf", csrf(form), "contest", "local.trafford.west.2026-05-07", "reason", "A candidate died."));

        location(post("/submissions/withdrawals", fields));

        HttpResponse<String> gone = get("/doc/contest/local.trafford.west.2026-05-07");
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(gone.body()).contains("A candidate died.");
        assertThat(post("/submissions/withdrawals", fields).statusCode()).isEqualTo(404);
        fields.put("reason", " ");
        assertThat(post("/submissions/withdrawals", fields).statusCode()).isEqualTo(400);
    }

    @Test
    void aProgramWithdrawsWithItsToken() throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        at("/submissions/withdrawals?contest=local.trafford.none.2026-05-07&reason=wrong"))
                .header("Authorization", "Bearer " + trafford)
                .POST(HttpRequest.BodyPublishers.noBody());

        assertThat(client.send(request.build(), HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(404);
        assertThat(client.send(
                                HttpRequest.newBuilder(
                                                at(
                                                        "/submissions/withdrawals?contest=local.trafford.north.2026-05-07&reason=x"))
                                        .POST(HttpRequest.BodyPublishers.noBody())
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(401);
    }

    /** One wrong figure: choose the contest, change the figure, look at the page, publish. */
    @Test
    void oneWrongFigureIsCorrectedInOneForm() throws Exception {
        publishResult("Brook", "E05900010");
        signIn(trafford);
        String form = page("/submissions/published?q=brook")
                .expectFirst("main td a:contains(Correct)")
                .attr("href");
        Document fields = page(form);
        assertThat(fields.expectFirst("#votes-0").attr("value")).isEqualTo("120");
        assertThat(fields.select("h1").text()).contains("Brook").doesNotContain("local.trafford");

        Map<String, String> keyed = asShown(fields);
        keyed.put("votes-0", "125");
        String draft = location(post(form, keyed));
        Document report = page(draft);
        assertThat(report.select("main").text())
                .contains("Corrections (1)", "120", "125", "Brook")
                .doesNotContain("local.trafford.brook", "contest_uri");

        String done = location(post(draft + "/publish", Map.of("_csrf", csrf(report))));
        String published =
                page(done).expectFirst(".govuk-notification-banner a").attr("href");
        assertThat(page(published).select("main").text()).contains("Brook");
        assertThat(page("/doc/contest/local.trafford.brook.2026-05-07")
                        .select("main")
                        .text())
                .contains("125");
        assertThat(post(form, keyed).statusCode())
                .as("a form that was opened before somebody changed the result")
                .isEqualTo(409);
    }

    private static Map<String, String> asShown(Document form) {
        Map<String, String> keyed = new HashMap<>(Map.of("_csrf", csrf(form)));
        form.select("main input[type=text], main input[name=version]")
                .forEach(input -> keyed.put(input.attr("name"), input.attr("value")));
        form.select("main input[checked]").forEach(input -> keyed.put(input.attr("name"), "true"));
        return keyed;
    }

    @Test
    void aCorrectionLeavesProvisionalWhatWasSoAndUnsaidWhatWasNotSaid() throws Exception {
        publish("Marsh", "E05900013", "provisional", "");
        signIn(trafford);
        String form = "/submissions/published/local.trafford.marsh.2026-05-07/correct";
        Map<String, String> keyed = asShown(page(form));
        keyed.put("electorate", "1001");

        String draft = location(post(form, keyed));
        location(post(draft + "/publish", Map.of("_csrf", csrf(page(draft)))));

        String turtle = get("/doc/contest/local.trafford.marsh.2026-05-07.ttl").body();
        assertThat(turtle)
                .contains("1001")
                .contains("declaration-status/provisional")
                .doesNotContain("declaration-status/corrected");
        assertThat(turtle.lines().filter(line -> line.contains("le:elected ")).toList())
                .hasSize(1)
                .allMatch(line -> line.contains("true"));
    }

    @Test
    void whoWithdrawsIsAskedOnceAndToldWhichContest() throws Exception {
        publishResult("Ford", "E05900011");
        signIn(trafford);
        String ask = page("/submissions/published?q=ford,")
                .expectFirst("main td a:contains(Withdraw)")
                .attr("href");

        Document question = page(ask);

        assertThat(question.select("main button").text()).contains("Ford").contains("7 May 2026");
        assertThat(question.select("main textarea[required]")).hasSize(1);
    }

    @Test
    void nobodyCorrectsOrWithdrawsWhatIsOfAnotherCouncil() throws Exception {
        publishResult("Weir", "E05900012");
        signIn(bury);

        assertThat(get("/submissions/published/local.trafford.weir.2026-05-07/withdraw")
                        .statusCode())
                .isEqualTo(403);
        assertThat(get("/submissions/published/local.trafford.weir.2026-05-07/correct")
                        .statusCode())
                .isEqualTo(403);
        assertThat(page("/submissions/published?q=weir").select("main td a")).isEmpty();
    }

    private static void publishResult(String ward, String code) throws Exception {
        publish(ward, code, "declared", "false");
    }

    private static void publish(String ward, String code, String status, String loser) throws Exception {
        String text = "council,polling_date,area_code,area_name,status,seats,electorate,ballot_papers_cast,"
                + "rejected_ballot_papers,given_name,family_name,name_on_ballot_paper,party_id,description,votes,elected\n"
                + "trafford,2026-05-07," + code + "," + ward
                + "," + status + ",1,1000,200,0,Ann,ABLE,Ann Able,PP63,Green Party,120,true\n"
                + "trafford,2026-05-07," + code + "," + ward
                + "," + status + ",1,1000,200,0,Bob,BAKER,Bob Baker,PP53,Labour Party,75," + loser + "\n";
        deployment
                .publisher()
                .publish(
                        Submission.open(Files.writeString(folder.resolve("result.csv"), text)),
                        ReadOptions.NONE,
                        Source.COUNCIL);
    }
}
