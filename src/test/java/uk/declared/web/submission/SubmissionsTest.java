package uk.declared.web.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.declared.access.AuditLog;
import uk.declared.publish.Deployment;
import uk.declared.web.DeclaredServer;
import uk.declared.web.settings.ServerSettings;

/** Sending results over HTTP: programs with a token, and an officer with a browser. */
class SubmissionsTest {
    private static final String HEADINGS =
            "council,polling_date,area_code,area_name,name_on_ballot_paper,party_id,votes,elected\n";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private static Path folder;

    private static Deployment deployment;
    private static DeclaredServer server;
    private static String trafford;
    private static String bury;
    private static String operator;

    private final HttpClient client = HttpClient.newBuilder()
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

    private static String token(Optional<String> council) throws IOException {
        return deployment
                .tokens()
                .create("test", council, List.of(), Duration.ofDays(1))
                .text();
    }

    private static String ward(String name, int votes) {
        // Each ward has a code of its own: a contest is known by its area.
        String code = "E0590" + String.format(Locale.UK, "%04d", Math.floorMod(name.hashCode(), 10_000));
        return HEADINGS + "trafford,2024-05-02," + code + "," + name + ",Ann,PP63," + votes + ",true\n"
                + "trafford,2024-05-02," + code + "," + name + ",Bob,PP90,300,false\n";
    }

    private static URI at(String path) {
        return URI.create("http://localhost:" + server.port() + path);
    }

    private HttpResponse<String> submit(String token, String query, String body, String... headers)
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

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(at(path)).header("Accept", "text/html").build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private Document page(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(response.body(), at(path).toString());
    }

    @Test
    void aFileIsPublishedAndItsDeclarationsAreNamed() throws Exception {
        HttpResponse<String> response = submit(trafford, "", ward("Made", 501));

        JsonNode json = JSON.readTree(response.body());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        assertThat(response.headers().firstValue("Location"))
                .contains("http://localhost:8080/id/declaration/local.trafford.made.2024-05-02/1");
        assertThat(json.path("declarations").get(0).path("contest").asString())
                .isEqualTo("http://localhost:8080/id/contest/local.trafford.made.2024-05-02");
        assertThat(json.path("report").isObject()).isTrue();
        assertThat(page("/doc/contest/local.trafford.made.2024-05-02").text())
                .contains("501")
                .contains("source: Council");
        assertThat(submit(trafford, "", ward("Made", 501)).statusCode())
                .as("Nothing new is made")
                .isEqualTo(200);
    }

    @Test
    void aDryRunSaysWhatWouldBeAndPublishesNothing() throws Exception {
        HttpResponse<String> response = submit(trafford, "?publish=false", ward("Dry", 501));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(response.body()).path("published").asBoolean()).isFalse();
        assertThat(get("/doc/contest/local.trafford.dry.2024-05-02").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatBreaksARuleIsAnsweredWithTheReport() throws Exception {
        HttpResponse<String> response =
                submit(trafford, "", ward("Broken", 501).replace(",501,", ",twelve,"), "Accept", "text/plain");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).contains("F030").contains("twelve");
        assertThat(submit(trafford, "", "\u0089PNG nothing at all").statusCode())
                .isEqualTo(422);
    }

    @Test
    void aReportCanBeHadInRdf() throws Exception {
        HttpResponse<String> response = submit(trafford, "?publish=false", ward("Rdf", 501), "Accept", "text/turtle");

        assertThat(response.headers().firstValue("Content-Type")).contains("text/turtle;charset=utf-8");
        assertThat(response.body()).contains("ValidationReport");
    }

    @Test
    void withoutATokenNothingIsTaken() throws Exception {
        HttpResponse<String> none = submit("", "", ward("Nobody", 501));

        assertThat(none.statusCode()).as(none.body()).isEqualTo(401);
        assertThat(none.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Bearer"));
        assertThat(none.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(submit("declared_aaaaaaaaaa_" + "x".repeat(43), "", ward("Nobody", 501))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void anotherCouncilsContestsAreNotPublished() throws Exception {
        HttpResponse<String> response = submit(bury, "?council=trafford", ward("Stolen", 501));

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(JSON.readTree(response.body()).path("contests").get(0).asString())
                .isEqualTo("local.trafford.stolen.2024-05-02");
        assertThat(submit(bury, "?source=operator", ward("Stolen", 501)).statusCode())
                .isEqualTo(403);
        assertThat(get("/doc/contest/local.trafford.stolen.2024-05-02").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aThirdPartysFileLeavesWhatTheCouncilSaid() throws Exception {
        submit(trafford, "", ward("Own", 501));

        HttpResponse<String> response = submit(operator, "?source=third-party", ward("Own", 499));

        JsonNode outranked = JSON.readTree(response.body()).path("outranked").get(0);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(outranked.path("declaredBy").asString()).isEqualTo("council");
        assertThat(outranked.path("differences").get(0).asString()).isEqualTo("Ann, votes: 501 → 499");
    }

    @Test
    void sendingAgainWithTheSameKeyGivesTheSameAnswer() throws Exception {
        String[] key = {"Idempotency-Key", "night-1"};
        HttpResponse<String> first = submit(trafford, "", ward("Once", 501), key);
        submit(trafford, "", ward("Once", 502));

        HttpResponse<String> again = submit(trafford, "", ward("Once", 501), key);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(page("/doc/contest/local.trafford.once.2024-05-02").text()).contains("502");
        assertThat(submit(trafford, "", ward("Once", 503), key).statusCode())
                .as("The key is for another file")
                .isEqualTo(422);
    }

    @Test
    void whatIsNoFileIsRefusedAsSuch() throws Exception {
        assertThat(submit(trafford, "", "").statusCode()).isEqualTo(400);
        HttpRequest form = HttpRequest.newBuilder(at("/submissions"))
                .header("Authorization", "Bearer " + trafford)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("a=b"))
                .build();
        assertThat(client.send(form, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(415);
        assertThat(submit(trafford, "", ward("Any", 1), "Accept", "image/png").statusCode())
                .isEqualTo(406);
        assertThat(submit(trafford, "?date=soon", ward("Any", 1)).statusCode()).isEqualTo(400);
    }

    @Test
    void whatIsTooLargeIsRefusedBeforeItIsRead() throws Exception {
        HttpResponse<String> response = submit(trafford, "", HEADINGS + "x".repeat(53 * 1024 * 1024));

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).contains("50 MB");
    }

    @Test
    void aRevokedTokenIsOfNoUse() throws Exception {
        String revoked = token(Optional.of("trafford"));
        assertThat(submit(revoked, "?publish=false", ward("Any", 1)).statusCode())
                .isEqualTo(200);

        deployment.tokens().revoke(revoked.split("_")[1]);

        assertThat(submit(revoked, "?publish=false", ward("Any", 1)).statusCode())
                .isEqualTo(401);
    }

    private String formToken(Document page) {
        return page.select("input[name=_csrf]").attr("value");
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

    private HttpResponse<String> signIn(String token) throws Exception {
        return post("/sign-in", Map.of("_csrf", formToken(page("/sign-in")), "token", token));
    }

    /** Sends a file by the form and returns the path of the draft. */
    private String upload(String content) throws Exception {
        Element form = page("/submissions").select("form[data-declared-upload]").get(0);
        String boundary = "----declared";
        String body =
                "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"C:\\\\night.csv\"\r\n"
                        + "Content-Type: text/csv\r\n\r\n" + content + "\r\n--" + boundary + "--\r\n";
        HttpResponse<String> response = client.send(
                HttpRequest.newBuilder(at(form.attr("action")))
                        .header("Accept", "text/html")
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(303);
        return response.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }

    @Test
    void anOfficerSignsInSendsLooksAndPublishes() throws Exception {
        assertThat(get("/submissions").statusCode()).isEqualTo(302);
        assertThat(signIn("declared_aaaaaaaaaa_" + "x".repeat(43)).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/sign-in?failed"));
        assertThat(signIn(trafford).statusCode()).isEqualTo(302);

        String path = upload(ward("Night", 501));
        Document draft = page(path);
        Document preview = page(path + "/contests/local.trafford.night.2024-05-02");

        assertThat(draft.text()).contains("night.csv").contains("New (1)").doesNotContain("C:");
        assertThat(preview.select("h1").text()).contains("Night, 2 May 2024");
        assertThat(preview.text()).contains("It is not published").contains("501");
        assertThat(get("/doc/contest/local.trafford.night.2024-05-02").statusCode())
                .isEqualTo(404);
        HttpResponse<String> published = post(path + "/publish", Map.of("_csrf", formToken(draft)));
        assertThat(published.statusCode()).isEqualTo(303);
        assertThat(page("/submissions?published=1").text()).contains("The result of 1 contest is published.");
        assertThat(page("/doc/contest/local.trafford.night.2024-05-02").text()).contains("501");
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void aFormFromElsewhereIsNotTaken() throws Exception {
        signIn(trafford);
        String path = upload(ward("Forged", 501));

        assertThat(post(path + "/publish", Map.of("_csrf", "nonsense")).statusCode())
                .isEqualTo(403);
        assertThat(post(path + "/publish", Map.of()).statusCode()).isEqualTo(403);
        assertThat(get("/doc/contest/local.trafford.forged.2024-05-02").statusCode())
                .isEqualTo(404);
    }

    @Test
    void anotherCouncilDoesNotSeeADraft() throws Exception {
        signIn(trafford);
        String path = upload(ward("Private", 501));

        post("/sign-out", Map.of("_csrf", formToken(page("/submissions"))));
        signIn(bury);

        assertThat(get(path).statusCode()).isEqualTo(404);
        assertThat(page("/submissions").text()).doesNotContain("night.csv");
    }

    @Test
    void whatConformsCanBePublishedWithoutTheRest() throws Exception {
        signIn(trafford);
        String path = upload(ward("Good", 501) + "trafford,2024-05-02,E05015240,Bad,Cat,PP63,twelve,true\n");

        Document draft = page(path);

        assertThat(draft.text()).contains("F030").contains("Left out (1)").contains("New (1)");
        post(path + "/publish", Map.of("_csrf", formToken(draft), "conforming", "true"));
        assertThat(get("/doc/contest/local.trafford.good.2024-05-02").statusCode())
                .isEqualTo(200);
        assertThat(get("/doc/contest/local.trafford.bad.2024-05-02").statusCode())
                .isEqualTo(404);
    }

    @Test
    void theColumnsOfAnUnknownTableAreNamedOnceAndKeptForTheCouncil() throws Exception {
        String export = "Ward Title,Surname,Forenames,Affiliation,Tally of Votes,Whether Elected,Box\n"
                + "Elsewhere,ABLE,Ann,Green Party,501,Y,1\nElsewhere,BAKER,Bob,Labour Party,300,N,1\n";
        signIn(bury);
        String path = upload(export);
        assertThat(page(path).select("main a").eachAttr("href")).contains(path + "/columns");
        Document columns = page(path + "/columns");

        assertThat(columns.select("label[for=column-0]").text()).isEqualTo("Ward Title");
        assertThat(columns.select("#column-0 option[selected]").eachAttr("value"))
                .containsExactly("area_name");
        Map<String, String> form = new HashMap<>();
        columns.select("select")
                .forEach(select -> form.put(
                        select.attr("name"), select.select("option[selected]").attr("value")));
        form.put("column-4", "votes");
        form.put("column-6", "");
        form.put("polling_date", "2024-05-02");
        form.put("_csrf", formToken(columns));
        assertThat(post(path + "/columns", form).statusCode()).isEqualTo(303);

        assertThat(page(path).text()).contains("New (1)").contains("local.bury.elsewhere.2024-05-02");
        String next = upload(export.replace("501", "502"));
        assertThat(page(next).text())
                .as("The next file's columns are known, and its day is asked for")
                .contains("F039");
        Document known = page(next + "/columns");
        assertThat(known.select("#column-4 option[selected]").eachAttr("value")).containsExactly("votes");
        form.put("_csrf", formToken(known));
        post(next + "/columns", form);
        assertThat(page(next).text()).contains("votes 802");
    }

    @Test
    void aSessionEndsWithItsToken() throws Exception {
        String ending = token(Optional.of("trafford"));
        signIn(ending);
        assertThat(get("/submissions").statusCode()).isEqualTo(200);

        deployment.tokens().revoke(ending.split("_")[1]);

        assertThat(get("/submissions").statusCode()).isEqualTo(302);
    }

    @Test
    void everythingThatIsDoneIsInTheAuditLog() throws Exception {
        submit(trafford, "", ward("Noted", 501));

        AuditLog.Event last = deployment.audit().last(1).get(0);

        assertThat(last.action()).isEqualTo("publish");
        assertThat(last.who()).startsWith("token:");
        assertThat(last.details()).containsEntry("outcome", "published").containsEntry("declarations", "1");
        assertThat(last.toString()).doesNotContain(trafford.split("_", 3)[2]);
    }
}
