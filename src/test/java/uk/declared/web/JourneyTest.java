package uk.declared.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.deployment.Deployment;
import uk.declared.deployment.ExampleResults;
import uk.declared.web.settings.ServerSettings;

/** Ways that people go through the pages, by keyboard and mouse in Chromium, from what they know to what they came for. */
class JourneyTest {
    @TempDir
    private static Path folder;

    private static @Nullable Deployment deployment;
    private static @Nullable DeclaredServer server;
    private static @Nullable Chromium chromium;

    @BeforeAll
    static void start() throws Exception {
        Chromium.require();
        Deployment opened = Deployment.open(folder.resolve("data"), Optional.empty());
        ExampleResults.publishInto(opened);
        deployment = opened;
        server = DeclaredServer.start(opened, ServerSettings.onPort(0).withDemo());
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() throws Exception {
        if (chromium != null) {
            chromium.close();
        }
        if (server != null) {
            server.close();
        }
        if (deployment != null) {
            deployment.close();
        }
    }

    private static String at(String path) {
        return "http://localhost:" + Objects.requireNonNull(server).port() + path;
    }

    private static Page page() {
        return Objects.requireNonNull(chromium).browser().newPage(new Browser.NewPageOptions().setBypassCSP(true));
    }

    /** A resident types the beginning of a ward's name and chooses it with the arrow keys. */
    @Test
    void aResidentFindsTheirWardByKeyboardAlone() {
        try (Page page = page()) {
            page.navigate(at("/"));
            page.focus("#start-q");
            page.keyboard().type("altrin");
            page.waitForSelector("main [role=option]");
            assertThat(page.getAttribute("#start-q", "aria-expanded")).isEqualTo("true");
            page.keyboard().press("ArrowDown");
            assertThat(page.getAttribute("#start-q", "aria-activedescendant")).isNotBlank();
            page.keyboard().press("Escape");
            assertThat(page.getAttribute("#start-q", "aria-expanded")).isEqualTo("false");
            page.keyboard().type("c");
            page.waitForSelector("main [role=option]");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Enter");
            page.waitForURL("**/doc/area/E05015239*");

            page.click("main a[href*='/doc/contest/local.trafford.altrincham.2024-05-02']");
            assertThat(page.innerText("main")).contains("Michael John WELTON").contains("1,927");
        }
    }

    /** A researcher chooses an election by its name, sees the answer drawn, and takes it away as a table. */
    @Test
    void aResearcherGoesFromAQueryToAChartAndToAFile() throws Exception {
        try (Page page = page()) {
            page.navigate(at("/queries?q=turnout"));
            page.click("main a[href$='/queries/turnout-by-ward']");
            page.selectOption("select[name=election]", "local.trafford.2024-05-02");
            page.click("main form button");
            page.waitForSelector("main table");
            assertThat(page.innerText("main th >> nth=0")).isNotBlank();

            page.click("main a:has-text('Open in the query editor')");
            page.waitForSelector("#query-editor .CodeMirror");
            page.click("#query-form button");
            page.waitForSelector(".declared-drawing .declared-chart__row");
            assertThat(page.url()).contains("/sparql?query=");

            page.goBack();
            page.goBack();
            Object table = page.evaluate("fetch(document.querySelector(\"main a[href*='turnout-by-ward.csv']\").href)"
                    + ".then(answer => answer.text())");
            assertThat(table.toString()).startsWith("code,ward,").contains("E05015239");
        }
    }

    /** An officer sends a bad file, takes the marked copy, and corrects a published figure. */
    @Test
    void anOfficerMendsABadFileAndCorrectsAFigure() throws Exception {
        Path bad = Files.writeString(
                folder.resolve("bad.csv"),
                "council,polling_date,area_code,area_name,seats,electorate,ballot_papers_cast,given_name,family_name,"
                        + "name_on_ballot_paper,party_id,votes,elected\n"
                        + "trafford,2024-05-09,E05015239,Altrincham,1,100,900,Ann,ABLE,Ann Able,PP63,8OO,true\n"
                        + "trafford,2024-05-09,E05015239,Altrincham,1,100,900,Bob,BAKER,Bob Baker,PP53,100,false\n");
        String token = Objects.requireNonNull(deployment)
                .tokens()
                .create("night", Optional.of("trafford"), List.of(), Duration.ofDays(1))
                .text();
        try (Page page = page()) {
            page.navigate(at("/sign-in"));
            page.fill("input[name=token]", token);
            page.click("main button");
            page.waitForURL("**/submissions");
            isAccessible(page);

            page.setInputFiles("#file", bad);
            page.click("form[data-declared-upload] button");
            page.waitForURL("**/drafts/**");
            assertThat(page.innerText("main"))
                    .contains("What the file holds")
                    .doesNotContain("What will be published")
                    .doesNotContainIgnoringCase("import a");
            isAccessible(page);
            Download marked = page.waitForDownload(() -> page.click("main a[download]"));
            assertThat(marked.suggestedFilename()).isEqualTo("bad-marked.csv");

            page.navigate(at("/submissions/published?q=bowdon"));
            isAccessible(page);
            page.click("main tbody tr:has-text('2 May 2024') a:has-text('Correct')");
            assertThat(page.inputValue("#votes-0")).isNotBlank();
            isAccessible(page);
            page.fill("#electorate", "8362");
            page.click("main form button");
            page.waitForURL("**/drafts/**");
            assertThat(page.innerText("main")).contains("8361").contains("8362");
            page.click("button:has-text('Publish these results')");
            page.waitForSelector(".govuk-notification-banner a");
            page.click(".govuk-notification-banner a");
            assertThat(page.innerText("main")).contains("Bowdon");

            page.navigate(at("/submissions/published?q=bowdon"));
            page.click("main tbody tr:has-text('2 May 2024') a:has-text('Withdraw')");
            isAccessible(page);
            page.fill("#reason", "Counted again.");
            page.click("main button:has-text('Bowdon')");
            page.waitForSelector(".govuk-notification-banner");
            page.navigate(at("/doc/contest/local.trafford.bowdon.2024-05-02"));
            assertThat(page.innerText("main")).contains("Counted again.");
        }
    }

    /** A journalist goes from the day of the poll to a council and a ward, takes the sentence to cite it by, and the figures as a file. */
    @Test
    void aJournalistGoesFromTheDayToAWardCitesItAndTakesItsFigures() throws Exception {
        try (Page page = page()) {
            page.navigate(at("/"));
            page.click("main a[href='/elections/2024-05-02']");
            assertThat(page.innerText("main")).contains("Labour");
            isAccessible(page);
            page.click("main a[href='/elections/2024-05-02/trafford']");
            assertThat(page.innerText("h1")).contains("Trafford");
            isAccessible(page);

            page.click("main a[href$='/doc/contest/local.trafford.altrincham.2024-05-02']");
            assertThat(page.innerText("main")).contains("Michael John WELTON").contains("1,927");
            page.click("main a[href='#citation']");
            assertThat(page.innerText("#citation"))
                    .contains("Altrincham, 2 May 2024")
                    .contains("Trafford");
            Download cited = page.waitForDownload(() -> page.click("main a:has-text('BibTeX')"));
            assertThat(Files.readString(cited.path())).startsWith("@").contains("Altrincham");

            page.click("main a[href='#data-heading']");
            Download figures = page.waitForDownload(() -> page.click("main a[href$='2024-05-02.csv']"));
            assertThat(figures.suggestedFilename()).isEqualTo("local.trafford.altrincham.2024-05-02.csv");
            // Four candidates, as on the ballot paper, and the headings.
            assertThat(Files.readAllLines(figures.path())).hasSize(5).anyMatch(line -> line.contains(",1927,"));
        }
    }

    /** A developer finds the page of a task, runs its code, asks in SPARQL, and follows a thing's URI to its data. */
    @Test
    void aDeveloperRunsTheCodeOfATaskAndFollowsAUriToItsData() {
        List<String> printed = new ArrayList<>();
        try (Page page = page()) {
            page.onConsoleMessage(message -> printed.add(message.text()));
            page.navigate(at("/"));
            page.click("a[href='/use']");
            page.click("main a[href='/use/turnout']");
            String code = page.innerText("#code-javascript").replace("http://localhost:8080", at(""));
            page.evaluate("async () => { " + code + " }");
            assertThat(printed).contains("E05015239 Altrincham 42.97");

            page.goBack();
            page.click("main a[href='/openapi.json']");
            assertThat(page.innerText("body")).contains("\"openapi\"").contains("/queries/turnout-by-ward");
            page.goBack();

            page.navigate(at("/doc/contest/local.trafford.altrincham.2024-05-02"));
            page.click("main a:has-text('See it as SPARQL')");
            page.waitForSelector("main table");
            assertThat(page.innerText("main table")).contains("1927");
            Object rows = page.evaluate("async () => { const answer = await fetch(location.href, {headers: {Accept:"
                    + " 'application/sparql-results+json'}}); return (await answer.json()).results.bindings.length; }");
            assertThat(rows).isEqualTo(4);

            Object turtle = page.evaluate("async () => { const answer = await fetch('/id/contest/"
                    + "local.trafford.altrincham.2024-05-02', {headers: {Accept: 'text/turtle'}});"
                    + " return answer.url + ' ' + answer.headers.get('Content-Type'); }");
            assertThat(turtle.toString())
                    .contains("/doc/contest/local.trafford.altrincham.2024-05-02")
                    .contains("text/turtle");
        }
    }

    private static void isAccessible(Page page) {
        assertThat(Axe.violations(page)).as(page.url()).isEqualTo(List.of());
    }
}
