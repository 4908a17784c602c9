package uk.declared.web.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import uk.declared.deployment.Deployment;
import uk.declared.reference.ReferenceKind;
import uk.declared.web.Chromium;
import uk.declared.web.DeclaredServer;
import uk.declared.web.settings.ServerSettings;

/**
 * A polling day in a real chromium.browser(). Two councils of twenty wards each, their members made up; in every ward one seat of three is
 * up, all are nominated, and Trafford says when it expects to declare.
 */
final class TwoCouncils implements AutoCloseable {
    static final String DAY = "2027-05-06";
    static final String BOARD = "/elections/" + DAY;
    static final List<String> PARTIES = List.of("PP53", "PP52", "PP90", "PP63");
    static final Map<String, String> NAMES =
            Map.of("PP53", "Labour", "PP52", "Conservative", "PP90", "Liberal Democrat", "PP63", "Green");
    static final String HEADINGS =
            "council,polling_date,area_code,area_name,status,seats,expected_declaration,name_on_ballot_paper,"
                    + "party_id,votes,elected\n";
    static final List<Ward> WARDS = wards();

    /** A page spares the server by waiting between its questions. Here it waits a tenth as long. */
    private static final String HURRIED =
            "const wait = window.setTimeout; window.setTimeout = (then, millis, ...more) => wait(then, (millis || 0) / 10, ...more);"
                    + " const every = window.setInterval; window.setInterval = (then, millis) => every(then, millis / 20);";

    private static final Path SHOTS = Path.of("target", "screenshots", "board");

    private final Path folder;
    private final Deployment deployment;
    private final DeclaredServer server;
    private final CuttableProxy proxy;
    private final Chromium chromium;
    private final String token;

    /** @param folder for its data */
    TwoCouncils(Path folder) throws Exception {
        this(folder, Clock.systemUTC());
    }

    /**
     * @param folder for its data
     * @param clock by which declarations are accepted
     */
    TwoCouncils(Path folder, Clock clock) throws Exception {
        this.folder = folder;
        deployment = Deployment.open(folder.resolve("data"), Optional.empty(), clock);
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
        chromium = Chromium.start();
        Files.createDirectories(SHOTS);
    }

    /** Skips tests, visibly, where there is no chromium.browser(). */
    static void requireBrowser() {
        Chromium.require();
    }

    @Override
    public void close() throws Exception {
        chromium.close();
        proxy.close();
        server.close();
        deployment.close();
    }

    /** Cuts every connection. */
    void cut() {
        proxy.cut();
    }

    /** The address of a page on the server itself. */
    URI address(String path) {
        return URI.create("http://localhost:" + server.port() + path);
    }

    /** A ward: who holds the seat that is up, and who wins it. */
    record Ward(String council, int number, String holder, String winner) {
        String code() {
            return "E0599" + (council.equals("trafford") ? "1" : "2") + String.format(Locale.ROOT, "%03d", number);
        }

        String name() {
            return (council.equals("trafford") ? "North " : "South ") + (char) ('A' + number);
        }

        /** Trafford declares from two in the morning on, a ward every five minutes. */
        String expected() {
            return String.format(Locale.ROOT, "2027-05-07T%02d:%02d", 2 + number / 12, 5 * (number % 12));
        }

        String rows(String status, boolean result) {
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
                                result || !council.equals("trafford") ? "" : expected(),
                                "Cand " + party + " " + number,
                                party,
                                result ? (won ? "900" : "400") : "",
                                result ? Boolean.toString(won) : ""))
                        .append('\n');
            }
            return rows.toString();
        }
    }

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

    /** In every ward Labour holds one of the seats that stay, Conservatives the other; the third is up. */
    private void sitting() throws Exception {
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

    void submit(String table) throws IOException, InterruptedException {
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address("/submissions"))
                                .header("Content-Type", "text/csv")
                                .header("Authorization", "Bearer " + token)
                                .POST(HttpRequest.BodyPublishers.ofString(table))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    }

    Page open(String path, int width, boolean script) {
        Page page = chromium.browser()
                .newPage(new Browser.NewPageOptions()
                        .setViewportSize(width, 900)
                        .setJavaScriptEnabled(script)
                        .setBypassCSP(true));
        page.addInitScript(HURRIED);
        page.navigate(proxy.address() + path);
        return page;
    }

    static void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SHOTS.resolve(name + ".jpg"))
                .setFullPage(true));
    }
}
