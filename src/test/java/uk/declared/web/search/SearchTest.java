package uk.declared.web.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.declared.linkeddata.Uris;
import uk.declared.store.EmbeddedStore;
import uk.declared.store.Position;
import uk.declared.store.StoreChange;
import uk.declared.web.DeclaredServer;
import uk.declared.web.Site;
import uk.declared.web.WithSite;
import uk.declared.web.settings.ServerSettings;

@ExtendWith(WithSite.class)
class SearchTest {
    private static final String IDS = "http://localhost:8080/id/";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Site site;

    SearchTest(Site site) {
        this.site = site;
    }

    @ParameterizedTest
    @CsvSource({
        "Altrincham, area/E05015239",
        "altrincham, area/E05015239",
        "Altrinchm, area/E05015239",
        "Alrtincham, area/E05015239",
        "E05015239, area/E05015239",
        "Trafford, council/trafford",
        "Llanŵr, area/example.llanŵr.2022-05-05",
        "llanwr, area/example.llanŵr.2022-05-05",
        "Sian ap Rhys, candidacy/local.example.llanwr.2022-05-05/sian-ap-rhys",
        "rhys sian, candidacy/local.example.llanwr.2022-05-05/sian-ap-rhys",
        "2 May 2024, election/local.trafford.2024-05-02",
        "2 Mai 2024, election/local.trafford.2024-05-02",
        "2024-05-02, election/local.trafford.2024-05-02",
        "Green Party, party/PP63"
    })
    void whatIsMeantComesFirst(String text, String id) {
        JsonNode answer = json("/search.json?q=" + encoded(text));

        assertThat(answer.at("/results/0/uri").asString()).isEqualTo(IDS + id);
    }

    @Test
    void countsOfEachKindAreThoseOfTheHits() {
        JsonNode all = json("/search.json?q=trafford");
        int areas = all.at("/counts/area").asInt();

        JsonNode onlyAreas = json("/search.json?q=trafford&kind=area");

        assertThat(onlyAreas.at("/total").asInt()).isEqualTo(areas);
        onlyAreas
                .path("results")
                .forEach(hit -> assertThat(hit.path("kind").asString()).isEqualTo("area"));
        int sum = 0;
        for (JsonNode count : all.path("counts")) {
            sum += count.asInt();
        }
        assertThat(all.at("/total").asInt()).isEqualTo(sum);
    }

    @Test
    void pagesTogetherHaveEveryHitOnce() {
        int total = json("/search.json?q=green").at("/total").asInt();
        List<String> found = new ArrayList<>();
        for (int page = 1; (page - 1) * 20 < total; page++) {
            json("/search.json?q=green&page=" + page)
                    .path("results")
                    .forEach(hit -> found.add(hit.path("uri").asString()));
        }

        // The 21 wards of the example election each have a candidate of the party, whose name is no part of theirs.
        assertThat(found).hasSize(total).doesNotHaveDuplicates().contains(IDS + "party/PP63");
    }

    @Test
    void thePageWorksWithoutScriptAndSaysWhatItFound() {
        Document page = site.page("/search?q=altrinchm");

        assertThat(page.select("script:not([defer])")).isEmpty();
        assertThat(page.select("main label[for=search-q]")).hasSize(1);
        assertThat(page.select("main input[name=q]").attr("value")).isEqualTo("altrinchm");
        assertThat(page.expectFirst(".declared-hits a").attr("href")).isEqualTo("/doc/area/E05015239");
        assertThat(page.select("nav a[aria-current=page]").text()).startsWith("All (");
        assertThat(site.page("/search?q=zzzzzzzz").select("main").text()).contains("Nothing was found");
        assertThat(site.page("/search?q=altrincham&lang=cy").select("h2").text())
                .contains("ar gyfer “altrincham”");
    }

    /** Read from the council's file: who won Altrincham in 2024, and when its ward began. */
    @Test
    void aHitSaysWhatItIsAndWhatWasDeclaredLast() {
        String ward = site.page("/search?q=altrincham")
                .expectFirst(".declared-hits li")
                .text();

        assertThat(ward)
                .startsWith("Altrincham")
                .contains("Trafford Metropolitan Borough Council")
                .contains("2 May 2024: elected Michael John WELTON (Green Party)")
                .contains("E05015239");
    }

    @Test
    void placesWithAResultComeBeforeThoseOfWhichNothingIsKnown() {
        List<String> results = new ArrayList<>();
        json("/search.json?q=altrincham&kind=area")
                .path("results")
                .forEach(hit -> results.add(hit.at("/lastResult/pollingDate").asString("")));

        assertThat(results).isNotEmpty().isSortedAccordingTo((one, other) -> other.compareTo(one));
        assertThat(results.get(0)).isEqualTo("2024-05-02");
    }

    @Test
    void withoutADirectoryOfPostcodesALineSaysSo() {
        assertThat(site.page("/search?q=M33+7ZF").select(".declared-answer").text())
                .contains("No postcodes are loaded here, so “M33 7ZF” cannot be looked up.")
                .doesNotContain("0 found");
        assertThat(site.page("/area").select("main").text()).contains("No postcodes are loaded here");
    }

    @Test
    void suggestionsSayWhatIsMeantInTheLanguageThatIsAskedFor() {
        JsonNode english = json("/search/suggestions?q=altrin");
        JsonNode welsh = json("/search/suggestions?q=plaid%20werdd&lang=cy");

        assertThat(english.at("/0/href").asString()).isEqualTo("/doc/area/E05015239");
        assertThat(english.at("/0/detail").asString()).contains("Trafford Metropolitan Borough Council");
        assertThat(english).hasSizeLessThanOrEqualTo(8);
        assertThat(welsh).isNotNull();
        assertThat(json("/search/suggestions?q=")).isEmpty();
    }

    @Test
    void anAddressAtWhichThereIsNothingLeadsToWhatMayBeMeant() {
        json("/search.json?q=altrincham");

        assertThat(site.page("/doc/contest/local.trafford.altrincam.2024-05-02")
                        .select(".declared-near a")
                        .eachAttr("href"))
                .contains("/doc/area/E05015239");
        assertThat(site.page(Site.WITHDRAWN).select("main form[role=search]")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/elections", "/queries", "/doc/area/E05015239", "/def/rules", "/search", "/nowhere"})
    void everyPageHasTheBoxInItsHeader(String path) {
        Document page = site.page(path);

        assertThat(page.select("header form[role=search]").attr("action")).isEqualTo("/search");
        String id = page.select("header input[name=q]").attr("id");
        assertThat(page.select("header label[for=" + id + "]").text()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "q=",
                "q=%22%5B%7B*%3F~%5E%3A%5C%2F",
                "q=AND+OR+NOT",
                "q=a",
                "q=*",
                "q=%00%01",
                "q=%F0%9F%98%80"
            })
    void whateverIsTypedIsAText(String query) {
        assertThat(site.get("/search?" + query, "Accept", "text/html").statusCode())
                .isEqualTo(200);
        assertThat(site.get("/search.json?" + query).statusCode()).isEqualTo(200);
    }

    @Test
    void longTextsAndManyWordsAreCutShort() {
        assertThat(json("/search.json?q=" + "a".repeat(5000)).at("/total").asInt())
                .isZero();
        assertThat(json("/search.json?q=" + "altrincham+".repeat(400))
                        .at("/total")
                        .asInt())
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=a&kind=nonsense", "q=a&page=51", "q=a&page=0", "q=a&page=999999999"})
    void whatCannotBeAskedIsRefused(String query) {
        assertThat(site.get("/search.json?" + query).statusCode()).isEqualTo(400);
    }

    @Test
    void aProgramThatAsksForJsonGetsIt() {
        HttpResponse<byte[]> answer = site.get("/search?q=altrincham", "Accept", "application/json");

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(answer.headers().firstValue("Vary").orElseThrow()).contains("Accept");
    }

    @Test
    void whatWasJustPublishedIsFoundAndWhatIsGoneIsNot() throws Exception {
        try (EmbeddedStore store = EmbeddedStore.inMemory()) {
            publish(store, 1, "Cyngor Sir Ynys Môn");
            try (DeclaredServer server =
                    DeclaredServer.start(store, new Uris("http://localhost:8080"), ServerSettings.onPort(0))) {
                assertThat(found(server, "Ynys Mon")).contains("council/isle-of-anglesey");
                assertThat(found(server, "Gwynedd")).doesNotContain("council/");

                publish(store, 2, "Cyngor Gwynedd");

                assertThat(found(server, "gwynedd")).contains("council/isle-of-anglesey");
                assertThat(found(server, "Ynys Mon")).doesNotContain("council/");
            }
        }
    }

    private static void publish(EmbeddedStore store, int entry, String name) {
        String text = "<" + IDS + "council/isle-of-anglesey> a <https://w3id.org/local-elections#Council> ;"
                + " <http://www.w3.org/2000/01/rdf-schema#label> \"" + name + "\"@cy .";
        StoreChange change = new StoreChange.Replace(
                "http://localhost:8080/data/councils",
                RDFParser.fromString(text, Lang.TURTLE).toGraph().find().toList());
        store.apply(List.of(change).iterator(), new Position(entry, "hash-" + entry));
    }

    private static String found(DeclaredServer server, String text) throws Exception {
        URI address = URI.create("http://localhost:" + server.port() + "/search.json?q=" + encoded(text));
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private JsonNode json(String path) {
        return JSON.readTree(site.get(path).body());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
