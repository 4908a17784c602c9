package uk.declared.web.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import uk.declared.deployment.Deployment;
import uk.declared.election.Council;
import uk.declared.election.Councils;
import uk.declared.election.Source;
import uk.declared.ground.Json;
import uk.declared.reference.ReferenceKind;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;
import uk.declared.web.DeclaredServer;
import uk.declared.web.settings.ServerSettings;

/**
 * A night of four councils, of which one is complete, one counts, one waits and one has nobody in control; and a boundary for
 * every council of the country, each a square with a hundred teeth.
 */
class OutlineMapTest {
    private static final String BOARD = "/elections/2027-05-06";

    @TempDir
    private static Path folder;

    private static Deployment deployment;
    private static DeclaredServer server;

    @BeforeAll
    static void start() throws Exception {
        deployment = Deployment.open(folder.resolve("data"), Optional.empty());
        StringBuilder sitting = new StringBuilder(
                "Council,Ward Name,Councillor Name,Next Election,Party Name,Electoral Commission Party Code\n");
        StringBuilder results = new StringBuilder(
                "council,polling_date,area_code,area_name,status,seats,name_on_ballot_paper,party_id,votes,elected\n");
        // Who sits, and who is elected to three seats, or is nominated for one.
        council(
                sitting,
                results,
                "trafford",
                "E0590001",
                List.of("PP53", "PP53", "PP53"),
                List.of("PP63", "PP63", "PP63"));
        council(sitting, results, "bury", "E0590002", List.of("PP53", "PP53", "PP53"), List.of("PP53", "", ""));
        council(sitting, results, "bolton", "E0590003", List.of("PP53", "PP53", "PP53"), List.of("", "", ""));
        council(
                sitting,
                results,
                "wigan",
                "E0590004",
                List.of("PP53", "PP52", "PP63"),
                List.of("PP53", "PP52", "PP63"));
        deployment
                .imports()
                .publish(
                        ReferenceKind.COMPOSITION,
                        Files.writeString(folder.resolve("councillors-2027-04-01.csv"), sitting.toString()));
        publish(results.toString().replaceAll("declared,1,(.*?),\\d+,(true|false)\n", "nominated,1,$1,,\n"));
        publish(results.toString());
        importBoundaries(0);
        server = DeclaredServer.start(deployment, ServerSettings.onPort(0));
        drawn();
    }

    /** Waits until the outlines are drawn, which nobody else does. */
    private static String drawn() throws Exception {
        HttpResponse<String> file = get(BOARD + "/outlines.svg");
        assertThat(file.statusCode()).isEqualTo(200);
        return file.body();
    }

    /** @param east how many degrees further east Wigan lies, where there is nothing else */
    private static void importBoundaries(double east) throws Exception {
        StringBuilder shapes = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
        List<Council> councils = Councils.shipped().on(LocalDate.of(2027, 5, 6)).stream()
                .filter(council -> council.code().isPresent())
                .toList();
        for (int i = 0; i < councils.size(); i++) {
            String code = councils.get(i).code().orElseThrow().value();
            double west = -6 + i % 20 * 0.35 + (code.equals("E08000010") ? east : 0);
            shapes.append(i == 0 ? "" : ",").append(toothed(code, west, 50 + (i - i % 20) / 20.0 * 0.35));
        }
        deployment
                .imports()
                .publish(
                        ReferenceKind.BOUNDARIES,
                        Files.writeString(folder.resolve("councils.geojson"), shapes.append("]}")));
    }

    @AfterAll
    static void stop() {
        server.close();
        deployment.close();
    }

    private static void publish(String table) throws Exception {
        assertThat(deployment
                        .publisher()
                        .publish(
                                Submission.open(Files.writeString(folder.resolve("night.csv"), table)),
                                ReadOptions.NONE,
                                Source.COUNCIL)
                        .refused())
                .isFalse();
    }

    private static void council(
            StringBuilder sitting,
            StringBuilder results,
            String slug,
            String codes,
            List<String> had,
            List<String> won) {
        for (int i = 0; i < had.size(); i++) {
            sitting.append(String.format(
                    Locale.ROOT, "%s,Ward %d,Member %d,2027,%s,%s%n", slug, i, i, name(had.get(i)), had.get(i)));
            boolean declared = !won.get(i).isEmpty();
            for (String party : List.of("PP53", "PP52", "PP63")) {
                results.append(String.format(
                        Locale.ROOT,
                        "%s,2027-05-06,%s%d,Ward %d,%s,1,Candidate of %s,%s,%s,%s%n",
                        slug,
                        codes,
                        i,
                        i,
                        declared ? "declared" : "nominated",
                        name(party),
                        party,
                        declared ? party.equals(won.get(i)) ? "500" : "100" : "",
                        declared ? party.equals(won.get(i)) : ""));
            }
        }
    }

    private static String name(String party) {
        return party.equals("PP53") ? "Labour" : party.equals("PP52") ? "Conservative" : "Green";
    }

    private static String toothed(String code, double west, double south) {
        StringBuilder ring = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            double along = i % 25 / 25.0 * 0.34;
            double tooth = i % 2 * 0.02;
            double[] at = switch (i / 25) {
                case 0 -> new double[] {along, tooth};
                case 1 -> new double[] {0.34 - tooth, along};
                case 2 -> new double[] {0.34 - along, 0.34 - tooth};
                default -> new double[] {tooth, 0.34 - along};
            };
            ring.append(String.format(Locale.ROOT, "[%.5f,%.5f],", west + at[0], south + at[1]));
        }
        String first = ring.substring(0, ring.indexOf("]") + 1);
        return "{\"type\":\"Feature\",\"properties\":{\"LAD26CD\":\"" + code + "\",\"LAD26NM\":\"" + code
                + "\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[" + ring + first + "]]}}";
    }

    private static HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path));
        return HttpClient.newHttpClient()
                .send(
                        (headers.length == 0 ? request : request.headers(headers)).build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static Document page(String path) throws Exception {
        return Jsoup.parse(get(path, "Accept", "text/html").body());
    }

    /** What a council's outline is filled with, and what else is drawn over it. */
    private static Element outline(Document page, String slug) {
        Element outline = page.expectFirst("#map-" + slug);
        assertThat(outline.attr("href")).isEqualTo(BOARD + "/" + slug);
        return outline;
    }

    @Test
    void eachStateIsToldByMoreThanColour() throws Exception {
        Document page = page(BOARD);

        assertThat(outline(page, "trafford").select("use").eachAttr("fill"))
                .as("gained: dotted")
                .hasSize(2)
                .last()
                .isEqualTo("url(#declared-changed)");
        assertThat(outline(page, "wigan").expectFirst("use").attr("fill"))
                .as("nobody in control: hatched")
                .isEqualTo("url(#declared-noc)");
        assertThat(outline(page, "bury").select("stop").eachAttr("offset"))
                .as("one of three wards declared: filled to a third")
                .containsExactly("0.333", "0.333");
        assertThat(outline(page, "bolton").hasClass("declared-outline--awaited"))
                .as("awaited: a line around white")
                .isTrue();
        assertThat(fill(page, "bolton")).isEqualTo("#fff");
        assertThat(page.select(".declared-hexmap--now .declared-outline__base").eachAttr("href"))
                .as("no election: grey beneath")
                .containsExactly(BOARD + "/outlines.svg#E");
    }

    private static String fill(Document page, String slug) {
        return outline(page, slug).expectFirst("use").attr("fill");
    }

    @Test
    void theOutlinesAreOneSmallFileThatIsKeptAndNamedByItsContent() throws Exception {
        HttpResponse<String> file = get(BOARD + "/outlines.svg");

        assertThat(file.headers().firstValue("Content-Type")).contains("image/svg+xml");
        assertThat(file.body()).contains("<path id=\"E08000009\" d=\"M");
        assertThat(file.body().length()).isBetween(20_000, 150_000);
        assertThat(file.headers().firstValue("Cache-Control").orElse("")).contains("max-age=3600");
        String tag = file.headers().firstValue("ETag").orElseThrow();
        assertThat(get(BOARD + "/outlines.svg", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
    }

    @Test
    void hexagonsStayAClickAway() throws Exception {
        assertThat(page(BOARD).select("a[href=" + BOARD + "?shape=hexagons]")).hasSize(1);
        Document hexagons = page(BOARD + "?shape=hexagons");

        assertThat(hexagons.select("#map-trafford")).isEmpty();
        assertThat(hexagons.select("a[id^=hex-trafford]")).hasSize(1);
        assertThat(get(BOARD + "/changes?since=0").body()).contains("map-bury").doesNotContain("hex-bury");
        assertThat(get(BOARD + "/changes?since=0&shape=hexagons").body()).contains("hex-bury");
    }

    @Test
    void outlinesAndShapesAreMadeAnewAfterAnImportOfBoundaries() throws Exception {
        String outlines = drawn();
        String shapes = get(BOARD + "/councils.geojson").body();

        importBoundaries(1.6);

        assertThat(path(drawn(), "E08000010")).isNotEqualTo(path(outlines, "E08000010"));
        assertThat(path(drawn(), "E08000009")).isEqualTo(path(outlines, "E08000009"));
        double moved = westOf(get(BOARD + "/councils.geojson").body(), "wigan") - westOf(shapes, "wigan");
        assertThat(moved).isEqualTo(1.6, within(0.001));
    }

    private static String path(String svg, String code) {
        return svg.replaceAll("(?s).*<path id=\"" + code + "\" d=\"([^\"]*)\".*", "$1");
    }

    private static double westOf(String geojson, String slug) {
        for (JsonNode feature : Json.PLAIN.readTree(geojson).get("features")) {
            if (feature.toString().contains("\"" + slug + "\"")) {
                return Pattern.compile("\\[(-?[0-9.]+),")
                        .matcher(feature.get("geometry").toString())
                        .results()
                        .mapToDouble(corner -> Double.parseDouble(corner.group(1)))
                        .min()
                        .orElseThrow();
            }
        }
        throw new AssertionError(slug);
    }
}
