package uk.declared.web.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.declared.publish.Deployment;
import uk.declared.reference.ReferenceKind;
import uk.declared.web.DeclaredServer;
import uk.declared.web.settings.ServerSettings;

/**
 * A night in a real browser. Two councils of twenty wards each, their members made up; in every ward one seat of three is
 * up. Board, council and contest stay open while forty results are published in an order of their own, and what they show
 * after each is compared with what a few lines of arithmetic here say.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LiveBoardTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path SHOTS = Path.of("target", "board");
    private static final String DAY = "2027-05-06";
    private static final String BOARD = "/elections/" + DAY;
    private static final List<String> PARTIES = List.of("PP53", "PP52", "PP90", "PP63");
    private static final Map<String, String> NAMES =
            Map.of("PP53", "Labour", "PP52", "Conservative", "PP90", "Liberal Democrat", "PP63", "Green");
    private static final String HEADINGS =
            "council,polling_date,area_code,area_name,status,seats,name_on_ballot_paper,party_id,votes,elected\n";

    /** A page spares the server by waiting between its questions. Here it waits a tenth as long. */
    private static final String HURRIED =
            "const wait = window.setTimeout; window.setTimeout = (then, millis, ...more) => wait(then, (millis || 0) / 10, ...more);";

    @TempDir
    private static Path folder;

    private static Deployment deployment;
    private static DeclaredServer server;
    private static CuttableProxy proxy;
    private static Playwright playwright;
    private static Browser browser;
    private static String token;

    /** A ward: who holds the seat that is up, and who wins it. */
    private record Ward(String council, int number, String holder, String winner) {
        private String code() {
            return "E0599" + (council.equals("trafford") ? "1" : "2") + String.format(Locale.ROOT, "%03d", number);
        }

        private String name() {
            return (council.equals("trafford") ? "North " : "South ") + (char) ('A' + number);
        }

        private String rows(String status, boolean result) {
            StringBuilder rows = new StringBuilder();
            for (String party : PARTIES) {
                boolean won = party.equals(winner);
                rows.append(String.join(
                                ",",
                                council,
                                DAY,
                                code(),
                                name(),
                                status,
                                "1",
                                "Cand " + party + " " + number,
                                party,
                                result ? (won ? "900" : "400") : "",
                                result ? Boolean.toString(won) : ""))
                        .append('\n');
            }
            return rows.toString();
        }
    }

    private static final List<Ward> WARDS = wards();

    private static List<Ward> wards() {
        Random random = new Random(18);
        List<Ward> wards = new ArrayList<>();
        for (String council : List.of("trafford", "bury")) {
            for (int i = 0; i < 20; i++) {
                wards.add(new Ward(
                        council, i, PARTIES.get(random.nextInt(2)), PARTIES.get(random.nextInt(PARTIES.size()))));
            }
        }
        return wards;
    }

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(
                Files.isExecutable(CHROMIUM),
                "There is no Chromium at " + CHROMIUM + ", so no night is looked at in it.");
        deployment = Deployment.open(folder.resolve("data"), Optional.empty());
        server = DeclaredServer.start(deployment, ServerSettings.onPort(0));
        proxy = new CuttableProxy(server.port());
        token = deployment
                .tokens()
                .create("test", Optional.empty(), List.of(), Duration.ofDays(1))
                .text();
        sitting();
        StringBuilder nominated = new StringBuilder(HEADINGS);
        WARDS.forEach(ward -> nominated.append(ward.rows("nominated", false)));
        submit(nominated.toString());
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox")));
        Files.createDirectories(SHOTS);
    }

    @AfterAll
    static void stop() throws Exception {
        if (playwright != null) {
            playwright.close();
            proxy.close();
            server.close();
            deployment.close();
        }
    }

    /** In every ward Labour holds one of the seats that stay, Conservatives the other; the third is up. */
    private static void sitting() throws Exception {
        StringBuilder table = new StringBuilder(
                "Council,Ward Name,Councillor Name,Next Election,Party Name,Electoral Commission Party Code\n");
        for (Ward ward : WARDS) {
            String council = ward.council().equals("trafford") ? "Trafford" : "Bury";
            String start = council + "," + ward.name() + ",";
            table.append(start)
                    .append("Up ")
                    .append(ward.number())
                    .append(",2027,x,")
                    .append(ward.holder())
                    .append('\n');
            table.append(start).append("Stay ").append(ward.number()).append(",2028,Labour Party,PP53\n");
            table.append(start)
                    .append("Rest ")
                    .append(ward.number())
                    .append(",2030,Conservative and Unionist Party,PP52\n");
        }
        Path file = folder.resolve("councillors-2027-04-01.csv");
        Files.writeString(file, table);
        deployment.imports().publish(ReferenceKind.COMPOSITION, file);
    }

    private static void submit(String table) throws IOException, InterruptedException {
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + "/submissions"))
                                .header("Content-Type", "text/csv")
                                .header("Authorization", "Bearer " + token)
                                .POST(HttpRequest.BodyPublishers.ofString(table))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    }

    private static Page open(String path, int width, boolean script) {
        Page page = browser.newPage(new Browser.NewPageOptions()
                .setViewportSize(width, 900)
                .setJavaScriptEnabled(script)
                .setBypassCSP(true));
        page.addInitScript(HURRIED);
        page.navigate(proxy.address() + path);
        return page;
    }

    private static void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }

    @Test
    @Order(1)
    void openPagesFollowFortyResultsAndSurviveACutStream() throws Exception {
        List<Ward> order = new ArrayList<>(WARDS);
        Collections.shuffle(order, new Random(6));
        Page board = open(BOARD, 1280, true);
        Page phone = open(BOARD + "?lang=cy", 360, true);
        Page council = open(BOARD + "/trafford", 1280, true);
        Ward last = order.get(order.size() - 1);
        Page contest = open(
                "/doc/contest/local." + last.council() + "."
                        + last.name().toLowerCase(Locale.ROOT).replace(' ', '-') + "." + DAY,
                1280,
                true);
        shoot(board, "1-before");
        shoot(phone, "1-before-phone-cy");
        String awaited = contest.locator("main").innerText();

        for (int i = 0; i < order.size(); i++) {
            if (i == 15) {
                proxy.cut();
            }
            submit(HEADINGS + order.get(i).rows("declared", true));
            List<Ward> declared = order.subList(0, i + 1);
            board.waitForFunction(
                    "number => document.querySelector('#day-progress').innerText.startsWith(number + ' of 40 ')",
                    i + 1);
            phone.waitForFunction(
                    "number => document.querySelector('#day-progress').innerText.includes(number)", i + 1);
            int inTrafford = (int) declared.stream()
                    .filter(ward -> ward.council().equals("trafford"))
                    .count();
            council.waitForFunction(
                    "number => document.querySelector('#day-progress').innerText.startsWith(number + ' of 20 ')",
                    inTrafford);
            assertThat(elected(board)).as("after %s results", i + 1).isEqualTo(electedBy(declared));
            for (String slug : List.of("trafford", "bury")) {
                assertThat(board.locator("#row-" + slug + " .declared-councils__seats .declared-note")
                                .innerText())
                        .as("%s after %s results", slug, i + 1)
                        .isEqualTo(seats(slug, declared));
            }
            if (i == 19) {
                shoot(board, "2-middle");
                shoot(phone, "2-middle-phone-cy");
                shoot(council, "2-middle-council");
            }
        }
        contest.waitForFunction("before => document.querySelector('main').innerText !== before", awaited);
        assertThat(contest.locator("main").innerText()).contains("900");
        assertThat(board.locator("#board-ticker li").count())
                .isEqualTo(board.locator("#board-ticker li[id]").count());
        shoot(board, "3-after");
        shoot(council, "3-after-council");
        shoot(contest, "3-after-contest");
        for (Page page : List.of(board, phone, council, contest)) {
            page.close();
        }
    }

    /** Elected so far, counted here. */
    private static Map<String, Integer> electedBy(List<Ward> declared) {
        Map<String, Integer> elected = new TreeMap<>();
        declared.forEach(ward -> elected.merge(NAMES.get(ward.winner()), 1, Integer::sum));
        return elected;
    }

    private static Map<String, Integer> elected(Page board) {
        Map<String, Integer> shown = new TreeMap<>();
        board.locator("#board-parties > div:first-child table tbody tr").all().forEach(row -> {
            String number = row.locator("td").first().innerText().strip();
            if (!number.isEmpty() && !number.equals("0")) {
                shown.put(row.locator("th").innerText().strip(), Integer.valueOf(number));
            }
        });
        return shown;
    }

    /** Twenty seats of each of the two parties stay; a declared ward's third is its winner's, any other is open. */
    private static String seats(String council, List<Ward> declared) {
        Map<String, Integer> seats = new TreeMap<>(Map.of("PP53", 20, "PP52", 20));
        List<Ward> own =
                declared.stream().filter(ward -> ward.council().equals(council)).toList();
        own.forEach(ward -> seats.merge(ward.winner(), 1, Integer::sum));
        List<String> parts = new ArrayList<>(seats.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry::getKey))
                .map(each -> NAMES.get(each.getKey()) + " " + each.getValue())
                .toList());
        if (own.size() < 20) {
            parts.add((20 - own.size()) + " open");
        }
        return String.join(", ", parts);
    }

    @Test
    @Order(2)
    void withoutScriptThePageIsComplete() {
        try (Page page = open(BOARD, 1280, false)) {
            assertThat(page.locator("#day-progress").innerText()).startsWith("40 of 40 ");
            assertThat(page.locator("tr[id^=row-]").count()).isEqualTo(2);
            assertThat(page.locator("#board-ticker li").count()).isGreaterThanOrEqualTo(40);
            assertThat(page.locator("#board-table-heading").isVisible()).isTrue();
        }
        try (Page page = open(BOARD + "?change=gained", 1280, false)) {
            assertThat(page.locator("tr[id^=row-]").count()).isLessThan(2);
        }
    }

    @ParameterizedTest
    @Order(3)
    @ValueSource(
            strings = {
                BOARD,
                BOARD + "?lang=cy",
                BOARD + "/trafford",
                BOARD + "/trafford?lang=cy",
                "/embed/elections/" + DAY,
                "/embed/elections/" + DAY + "/council/bury"
            })
    void pagesFitEveryWidthAndBreakNoRuleOfAccessibility(String path) throws IOException {
        for (int width : List.of(360, 1280)) {
            try (Page page = open(path, width, true)) {
                page.evaluate(axe());
                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .as("%s at %s", path, width)
                        .isEqualTo(width);
                assertThat(page.evaluate(
                                "axe.run().then(result => result.violations.map(rule => rule.id + ': ' + rule.help + ' at '"
                                        + " + rule.nodes.slice(0, 3).map(node => node.target.join(' ')).join(', ')))"))
                        .as("%s at %s", path, width)
                        .isEqualTo(List.of());
                shoot(page, "4" + path.replaceAll("[^a-z0-9]+", "-") + "-" + width);
            }
        }
    }

    private static String axe() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                LiveBoardTest.class.getResourceAsStream("/axe.min.js"), "axe.min.js is not on the classpath")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
