package uk.declared.web.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.declared.deployment.Deployment;
import uk.declared.deployment.ExampleResults;
import uk.declared.election.Source;
import uk.declared.export.CsvwTriples;
import uk.declared.reference.ReferenceKind;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;
import uk.declared.web.DeclaredServer;
import uk.declared.web.data.DcatApTest;
import uk.declared.web.settings.ServerSettings;

/** Two square wards side by side, and the one square that they were before: half of it each. */
class PlacesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private static Path folder;

    private static Deployment deployment;
    private static DeclaredServer server;

    @BeforeAll
    static void start() throws Exception {
        deployment = Deployment.open(folder.resolve("data"), Optional.empty());
        ExampleResults.publishInto(deployment);
        String results = "council,polling_date,area_code,area_name,name_on_ballot_paper,party_id,votes,elected\n"
                + "bury,2026-05-07,E05900001,West,Ann,PP63,500,true\nbury,2026-05-07,E05900001,West,Bob,PP53,300,false\n"
                + "bury,2026-05-07,E05900002,East,Cat,PP53,700,true\n"
                + "bury,2018-05-03,E05900009,Whole,Dan,PP52,900,true\n";
        deployment
                .publisher()
                .publish(
                        Submission.open(Files.writeString(folder.resolve("sent.csv"), results)),
                        ReadOptions.NONE,
                        Source.COUNCIL);
        boundaries("new.geojson", square("E05900001", "West", -2.02, -2.01), square("E05900002", "East", -2.01, -2.00));
        boundaries("old.geojson", square("E05900009", "Whole", -2.02, -2.00));
        String census = "date,geography,geography code,Age: Under 16,Age: 16 and over\n2021,Whole,E05900009,100,300\n";
        deployment.imports().publish(ReferenceKind.CENSUS, Files.writeString(folder.resolve("age.csv"), census));
        String postcodes = "pcds,dointr,doterm,wd26cd\nBL9 0AA,199801,,E05900001\nBL9 0AB,199801,201003,E05900001\n"
                + "BT1 1AA,202604,,N08000309\n";
        deployment
                .imports()
                .publish(ReferenceKind.POSTCODES, Files.writeString(folder.resolve("codes.csv"), postcodes));
        server = DeclaredServer.start(deployment, ServerSettings.onPort(0));
    }

    @AfterAll
    static void stop() {
        server.close();
        deployment.close();
    }

    private static String square(String code, String name, double west, double east) {
        return String.format(
                java.util.Locale.ROOT,
                "{\"type\":\"Feature\",\"properties\":{\"WD26CD\":\"%s\",\"WD26NM\":\"%s\"},\"geometry\":{\"type\":"
                        + "\"Polygon\",\"coordinates\":[[[%2$s_w,53.5],[%2$s_e,53.5],[%2$s_e,53.51],[%2$s_w,53.51],[%2$s_w,53.5]]]}}"
                                .replace("%2$s_w", Double.toString(west))
                                .replace("%2$s_e", Double.toString(east)),
                code,
                name);
    }

    private static void boundaries(String name, String... features) throws Exception {
        String text = "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
        deployment.imports().publish(ReferenceKind.BOUNDARIES, Files.writeString(folder.resolve(name), text));
    }

    private static HttpResponse<String> get(String path, String accept) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                                .header("Accept", accept)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    /** Boundaries, census tables and postcodes are data sets like any. */
    @Test
    void theCatalogueOfWhatIsLoadedHasWhatDcatApAsks() throws Exception {
        Graph catalogue = RDFParser.fromString(get("/data", "text/turtle").body(), Lang.TURTLE)
                .toGraph();

        assertThat(catalogue.size()).isGreaterThan(100);
        assertThat(DcatApTest.findings(catalogue)).isEmpty();
    }

    private static Document page(String path) throws Exception {
        HttpResponse<String> response = get(path, "text/html");
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(response.body());
    }

    /** The path of the only table of the census. */
    private static String census() throws Exception {
        return JSON.readTree(get("/data.json", "*/*").body())
                .path("dataset")
                .valueStream()
                .map(dataset -> dataset.path("identifier").asString())
                .filter(id -> id.contains("/data/census/"))
                .map(id -> URI.create(id).getPath())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aTableOfTheCensusIsAPageThatCanBeSliced() throws Exception {
        Document whole = page(census());
        assertThat(whole.select("caption").eachText()).contains("2 figures");
        String slice = whole.select("a[href*=slice]").stream()
                .filter(link -> link.text().contains("Under 16"))
                .findFirst()
                .orElseThrow()
                .attr("href");

        Document sliced = page(slice);
        assertThat(sliced.select("caption").eachText()).contains("1 figures");
        assertThat(sliced.select("table:first-of-type tbody tr").text())
                .contains("E05900009")
                .contains("100")
                .doesNotContain("300");
    }

    /** The description alone makes of the table what the graph says (csv2rdf, minimal mode); the unit is left out of it. */
    @Test
    void aTableOfTheCensusIsTheSameAsCsvAndAsRdf() throws Exception {
        Graph fromTable = GraphFactory.createDefaultGraph();
        CsvwTriples.read(
                new StringReader(get(census() + ".csv", "*/*").body()),
                new ByteArrayInputStream(
                        get(census() + ".csv-metadata.json", "*/*").body().getBytes(StandardCharsets.UTF_8)),
                URI.create("http://localhost:8080" + census() + ".csv"),
                fromTable::add);
        Graph graph = RDFParser.fromString(get(census() + ".ttl", "*/*").body(), Lang.TURTLE)
                .toGraph();
        Node observation = NodeFactory.createURI("http://purl.org/linked-data/cube#Observation");
        Graph observations = GraphFactory.createDefaultGraph();
        graph.stream(Node.ANY, RDF.Nodes.type, observation)
                .flatMap(triple -> graph.stream(triple.getSubject(), Node.ANY, Node.ANY))
                .filter(triple -> !triple.getPredicate().getURI().endsWith("unitMeasure"))
                .forEach(observations::add);

        assertThat(observations.size()).isGreaterThan(8);
        assertThat(canonical(fromTable)).isEqualTo(canonical(observations));
    }

    /** Numbers by their value: a table has them as decimals. */
    private static Set<String> canonical(Graph graph) {
        return graph.stream()
                .map(triple -> triple.getSubject() + " " + triple.getPredicate() + " "
                        + (triple.getObject().isLiteral()
                                ? triple.getObject().getLiteralLexicalForm()
                                : triple.getObject().toString()))
                .collect(Collectors.toSet());
    }

    @Test
    void aPostcodeLeadsToItsWard() throws Exception {
        Document found = page("/area?postcode=bl90aa");

        assertThat(found.select("main").text()).contains("By the directory of April 2026, BL9 0AA lies in:");
        assertThat(found.select("main li a[href=/doc/area/E05900001]").text()).isEqualTo("West");
        JsonNode json = JSON.readTree(
                get("/area?postcode=BL9%200AA", "application/json").body());
        assertThat(json.at("/status").asString()).isEqualTo("live");
        assertThat(json.at("/areas/0/code").asString()).isEqualTo("E05900001");
        assertThat(get("/area?postcode=nowhere", "text/html").statusCode()).isEqualTo(400);
    }

    @Test
    void theSearchAnswersAPostcodeWithWhatWasDeclaredThere() throws Exception {
        Document found = page("/search?q=BL9+0AA");

        assertThat(found.select(".declared-answer li").text())
                .startsWith("West")
                .contains("Bury")
                .contains("7 May 2026: elected Ann");
        JsonNode json = JSON.readTree(get("/search.json?q=bl9%200aa", "*/*").body());
        assertThat(json.at("/postcode/areas/0/uri").asString()).endsWith("/id/area/E05900001");
        JsonNode suggestions =
                JSON.readTree(get("/search/suggestions?q=bl90aa", "*/*").body());
        assertThat(suggestions.at("/0/href").asString()).isEqualTo("/doc/area/E05900001");
    }

    @Test
    void anEndedPostcodeIsSaidToBeEnded() throws Exception {
        assertThat(page("/search?q=BL9+0AB").select(".declared-answer").text())
                .contains("BL9 0AB is no longer in use: it was ended in March 2010.")
                .contains("West");
        assertThat(page("/search?q=BL9+0AB&lang=cy").select(".declared-answer").text())
                .contains("daeth i ben: Mawrth 2010");
        assertThat(page("/search?q=BL9+9ZZ").select(".declared-answer").text()).contains("is not among the postcodes");
    }

    @Test
    void postcodesOfNorthernIrelandNameTheirOwnLicence() throws Exception {
        assertThat(page("/search?q=BT1+1AA").select(".declared-answer").text())
                .contains("N08000309, an area of which nothing is loaded here.")
                .contains("Northern Ireland End User Licence");
        assertThat(page("/search?q=BL9+0AA").select(".declared-answer").text())
                .contains("Open Government Licence v3.0")
                .doesNotContain("Northern Ireland");
    }

    @Test
    void anAreaIsHadAsGeoJson() throws Exception {
        HttpResponse<String> response = get("/doc/area/E05900001.geojson", "*/*");

        assertThat(response.headers().firstValue("Content-Type")).contains("application/geo+json");
        JsonNode feature = JSON.readTree(response.body());
        assertThat(feature.at("/geometry/type").asString()).isEqualTo("Polygon");
        assertThat(feature.at("/geometry/coordinates/0/0/0").asDouble()).isBetween(-2.02, -2.01);
        assertThat(feature.at("/properties/code").asString()).isEqualTo("E05900001");
        assertThat(get("/doc/area/E05900001", "application/geo+json").body()).isEqualTo(response.body());
        assertThat(JSON.readTree(get("/doc/area/E05015239.geojson", "*/*").body())
                        .path("geometry")
                        .isNull())
                .as("an area without a boundary")
                .isTrue();
    }

    @Test
    void anElectionIsHadWithWinnersAndShares() throws Exception {
        JsonNode features = JSON.readTree(get("/doc/election/local.bury.2026-05-07.geojson", "*/*")
                        .body())
                .path("features");

        assertThat(features).hasSize(2);
        JsonNode west = features.get(1);
        assertThat(west.at("/properties/name").asString()).isEqualTo("West");
        assertThat(west.at("/properties/elected/0/name").asString()).isEqualTo("Ann");
        assertThat(west.at("/properties/elected/0/votes").asInt()).isEqualTo(500);
        // 500 of 800 votes
        assertThat(west.at("/properties/elected/0/share").asDouble()).isEqualTo(62.5);
    }

    @Test
    void theMapOfAnElectionShowsEveryAreaAndLeadsToIt() throws Exception {
        Document page = page("/doc/election/local.bury.2026-05-07");

        assertThat(page.select("svg.declared-map__drawing a").eachAttr("href"))
                .containsExactlyInAnyOrder(
                        "/doc/contest/local.bury.west.2026-05-07", "/doc/contest/local.bury.east.2026-05-07");
        assertThat(page.select(".declared-map path").eachAttr("fill")).doesNotHaveDuplicates();
        assertThat(page.select(".declared-map").text())
                .contains("colour of the party")
                .doesNotContain("hexagon");
        assertThat(page("/doc/election/local.trafford.2024-05-02")
                        .select(".declared-map")
                        .text())
                .as("boundaries that are not loaded")
                .contains("hexagon");
        assertThat(page("/doc/election/local.trafford.2024-05-02").select("svg.declared-map__drawing a"))
                .hasSize(21);
    }

    @Test
    void anAreasPageTellsWhatItWasAndWhatTheCensusSays() throws Exception {
        Document east = page("/doc/area/E05900002");
        assertThat(east.text()).contains("Whole (E05900009)").contains("100% of this area lies in it, and 50% of it");
        assertThat(east.select("svg.declared-map__drawing path")).hasSize(1);

        Document whole = page("/doc/area/E05900009");
        assertThat(whole.text())
                .contains("Figures side by side")
                .contains("Under 16")
                .contains("300");
    }

    @Test
    void whichAreasAPointLiesInIsSaidForPeopleAndPrograms() throws Exception {
        JsonNode areas = JSON.readTree(
                        get("/area?lat=53.505&lon=-2.005", "application/json").body())
                .path("areas");
        assertThat(areas)
                .extracting(area -> area.path("code").asString())
                .containsExactlyInAnyOrder("E05900002", "E05900009");

        assertThat(page("/area?lat=53.505&lon=-2.015").select("main li").eachText())
                .anyMatch(line -> line.startsWith("West E05900001"))
                .noneMatch(line -> line.startsWith("East"));
        assertThat(page("/area?lat=50.5&lon=-1.5").text()).contains("None of the areas");
        assertThat(page("/area").select("input[name=lat]")).hasSize(1);
    }

    @Test
    void aPointThatIsNoneIsRefusedWithTheMend() throws Exception {
        for (String query : new String[] {"lat=here&lon=-2", "lat=53", "lat=10&lon=-2", "lat=NaN&lon=1"}) {
            HttpResponse<String> response = get("/area?" + query, "text/html");
            assertThat(response.statusCode()).as(query).isEqualTo(400);
            assertThat(response.body()).contains("latitude from 49 to 62");
        }
    }

    @Test
    void boundariesThatComeLaterAreFoundAtOnce() throws Exception {
        assertThat(get("/area?lat=54.505&lon=-2.005", "application/json").body())
                .doesNotContain("E05900077");

        boundaries("later.geojson", square("E05900077", "Later", -2.01, -2.00).replace("53.5", "54.5"));

        assertThat(get("/area?lat=54.505&lon=-2.005", "application/json").body())
                .contains("E05900077");
    }
}
