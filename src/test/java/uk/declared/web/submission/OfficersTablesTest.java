package uk.declared.web.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
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
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.deployment.Deployment;
import uk.declared.submission.WorkbookFile;
import uk.declared.web.DeclaredServer;
import uk.declared.web.Forms;
import uk.declared.web.settings.ServerSettings;

/**
 * From a table of an officer's own to a published result on the web, in at most ten steps: a step is a page that is opened or
 * a form that is sent. What the pages suggest is taken as it stands; only what they ask for is filled in.
 */
class OfficersTablesTest {
    private static final int MOST_STEPS = 10;

    @TempDir
    private static Path folder;

    private static Deployment deployment;
    private static DeclaredServer server;
    private static String token;

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .build();
    private int steps;

    @BeforeAll
    static void start() throws Exception {
        deployment = Deployment.open(folder, Optional.empty());
        server = DeclaredServer.start(deployment, ServerSettings.onPort(0));
        token = deployment
                .tokens()
                .create("test", Optional.of("trafford"), List.of(), Duration.ofDays(1))
                .text();
    }

    @AfterAll
    static void stop() {
        server.close();
        deployment.close();
    }

    /** Semicolons, titles, a ward on its first row only, words of the officer's own, a row of sums. */
    @Test
    void aTableOfSemicolonsWithAWardOnItsFirstRow() throws Exception {
        publish("count.csv", """
                Count sheet;;;;
                Printed by Elections;;;;
                Electoral Ward;Candidate name;Political affiliation;Votes counted;Outcome
                Hale;ADAMS Ann;Green Party;1\u00A0600;Successful
                ;BAKER Bob;Labour Party;1\u00A0400;Unsuccessful
                ;Total;;3\u00A0000;
                Bowdon;COLE Cat;Liberal Democrats;70;Successful
                ;DALE Dan;Independent;60;Unsuccessful
                """.getBytes(StandardCharsets.UTF_8), Map.of("polling_date", "2024-05-02"));

        assertThat(text("/doc/contest/local.trafford.hale.2024-05-02")).contains("ADAMS Ann", "1,600", "1,400");
        assertThat(text("/doc/contest/local.trafford.bowdon.2024-05-02")).contains("DALE Dan", "60");
    }

    /** A workbook with a sheet for each ward, whose name stands nowhere else. */
    @Test
    void aWorkbookWithASheetAWard() throws Exception {
        WorkbookFile file = new WorkbookFile();
        file.sheet("Timperley")
                .row(1, "Surname", "Forename(s)", "Party", "Total votes", "Elected?")
                .row(2, "ADAMS", "Ann", "Green Party", 501, "Y")
                .row(3, "BAKER", "Bob", "Labour Party", 300, "N");
        file.sheet("Broadheath")
                .row(1, "Surname", "Forename(s)", "Party", "Total votes", "Elected?")
                .row(2, "COLE", "Cat", "Independent", 77, "N")
                .row(3, "DALE", "Dan", "Labour Party", 88, "Y");

        publish("wards.xlsx", bytes(file), Map.of("polling_date", "2024-05-02"));

        assertThat(text("/doc/contest/local.trafford.timperley.2024-05-02")).contains("Ann ADAMS", "501");
        assertThat(text("/doc/contest/local.trafford.broadheath.2024-05-02")).contains("Dan DALE", "88");
    }

    /** One sheet with a block for each ward, its name alone above, the headings again, and parties shortened. */
    @Test
    void aWorkbookWithABlockAWardAndAbbreviations() throws Exception {
        WorkbookFile file = new WorkbookFile();
        file.sheet("All wards")
                .row(1, "Declaration of results")
                .row(3, "Urmston")
                .row(4, "Name of candidate", "Party", "No. of votes", "Won")
                .row(5, "Ann Adams", "Grn", 501, "x")
                .row(6, "Bob Baker", "Lab", 300, "")
                .row(7, "Total", "", 801, "")
                .row(9, "Priory")
                .row(10, "Name of candidate", "Party", "No. of votes", "Won")
                .row(11, "Cat Cole", "LD", 77, "")
                .row(12, "Dan Dale", "C", 88, "x");

        publish(
                "blocks.xlsx",
                bytes(file),
                Map.of(
                        "polling_date",
                        "2024-05-02",
                        "translations",
                        "elected: x = true\nparty_name: Grn = Green Party"));

        assertThat(text("/doc/contest/local.trafford.urmston.2024-05-02")).contains("Ann Adams", "Green Party", "501");
        assertThat(text("/doc/contest/local.trafford.priory.2024-05-02")).contains("Dan Dale", "88");
    }

    @Test
    void whatIsStillNeededIsAskedForOnThePage() throws Exception {
        signIn();
        String path = upload("plain.csv", "Place,Who,Tally\nHale,Ann Adams,12\n".getBytes(StandardCharsets.UTF_8));
        Document columns = page(path + "/columns");

        assertThat(columns.text()).contains("Needed, and not found by itself", "area_name", "votes", "elected");
        HttpResponse<String> answer = post(path + "/columns", form(columns));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Say which columns hold what is needed");
    }

    private void publish(String name, byte[] content, Map<String, String> asked) throws Exception {
        signIn();
        String path = upload(name, content);
        Document draft = page(path);
        assertThat(draft.select("main a").eachAttr("href")).contains(path + "/columns");
        Document columns = page(path + "/columns");
        Map<String, String> form = form(columns);
        form.putAll(asked);
        assertThat(post(path + "/columns", form).statusCode()).isEqualTo(303);
        Document checked = page(path);
        assertThat(checked.text()).contains("New (2)").doesNotContain("Must be mended");
        assertThat(post(path + "/publish", Map.of("_csrf", Forms.token(checked)))
                        .statusCode())
                .isEqualTo(303);
        assertThat(steps).isLessThanOrEqualTo(MOST_STEPS);
    }

    /** What the form holds as it is shown. */
    private static Map<String, String> form(Document page) {
        Map<String, String> form = new HashMap<>();
        page.select("main select")
                .forEach(select -> form.put(
                        select.attr("name"), select.select("option[selected]").attr("value")));
        page.select("main input[type=text]").forEach(input -> form.put(input.attr("name"), input.attr("value")));
        page.select("main textarea").forEach(area -> form.put(area.attr("name"), area.wholeText()));
        form.put("_csrf", Forms.token(page));
        return form;
    }

    private static byte[] bytes(WorkbookFile file) throws Exception {
        Path written = file.write();
        try {
            return Files.readAllBytes(written);
        } finally {
            Files.delete(written);
        }
    }

    private void signIn() throws Exception {
        post("/sign-in", Map.of("_csrf", Forms.token(page("/sign-in")), "token", token));
    }

    private String upload(String name, byte[] content) throws Exception {
        String action =
                page("/submissions").select("form[data-declared-upload]").get(0).attr("action");
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> response = send(HttpRequest.newBuilder(at(action))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(303);
        return response.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }

    private Document page(String path) throws Exception {
        HttpResponse<String> response = send(HttpRequest.newBuilder(at(path)));
        assertThat(response.statusCode()).as(path + " " + response.body()).isEqualTo(200);
        return Jsoup.parse(response.body(), at(path).toString());
    }

    private String text(String path) throws Exception {
        return page(path).text();
    }

    private HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
        return send(Forms.post(at(path), fields));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        steps++;
        return client.send(request.setHeader("Accept", "text/html").build(), HttpResponse.BodyHandlers.ofString());
    }

    private static URI at(String path) {
        return URI.create("http://localhost:" + server.port() + path);
    }
}
