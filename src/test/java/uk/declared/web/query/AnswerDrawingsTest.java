package uk.declared.web.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.declared.query.LibraryQuery;
import uk.declared.query.QueryLibrary;
import uk.declared.web.Site;
import uk.declared.web.WithSite;
import uk.declared.web.map.PartyColours;

/** Answers as maps, as GeoJSON and as flows, where a query's header says so. */
@ExtendWith(WithSite.class)
class AnswerDrawingsTest {
    private static final String TURNOUT = "/queries/turnout-by-ward";
    private static final String ELECTION = "?election=local.trafford.2024-05-02";
    private static final String TRANSFERS = "/queries/stv-transfers?election=local.example.2022-05-05";

    private final Site site;

    AnswerDrawingsTest(Site site) {
        this.site = site;
    }

    @Test
    void anAnswerAboutAreasIsAFeatureForEachRowWithWhatTheRowSays() {
        HttpResponse<byte[]> answer = site.get(TURNOUT + ".geojson" + ELECTION);
        JsonNode json = JsonMapper.builder().build().readTree(answer.body());

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).isEqualTo("application/geo+json");
        assertThat(json.path("type").asString()).isEqualTo("FeatureCollection");
        // Trafford has 21 wards.
        assertThat(json.path("features").size()).isEqualTo(21);
        assertThat(json.path("features")).allSatisfy(feature -> {
            assertThat(feature.path("type").asString()).isEqualTo("Feature");
            assertThat(feature.has("geometry")).isTrue();
        });
        JsonNode altrincham = json.path("features")
                .valueStream()
                .filter(feature -> feature.at("/properties/code").asString().equals("E05015239"))
                .findFirst()
                .orElseThrow();
        assertThat(altrincham.at("/properties/ward").asString()).isEqualTo("Altrincham");
        assertThat(altrincham.at("/properties/turnout").isNumber()).isTrue();
        assertThat(csvCell("E05015239", "turnout"))
                .isEqualTo(altrincham.at("/properties/turnout").decimalValue().toPlainString());
    }

    private String csvCell(String code, String column) {
        List<String> lines =
                Site.text(site.get(TURNOUT + ".csv" + ELECTION)).lines().toList();
        int at = List.of(lines.get(0).split(",")).indexOf(column);
        return lines.stream()
                .filter(line -> line.startsWith(code))
                .map(line -> line.split(",")[at])
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aProgramThatAsksForGeoJsonGetsItOnlyWhereTheQueryIsAboutAreas() {
        assertThat(site.get(TURNOUT + ELECTION, "Accept", "application/geo+json")
                        .headers()
                        .firstValue("Content-Type"))
                .hasValue("application/geo+json");
        assertThat(site.get("/queries/seats-by-party" + ELECTION, "Accept", "application/geo+json")
                        .statusCode())
                .isEqualTo(406);
        assertThat(site.get("/queries/seats-by-party.geojson" + ELECTION).statusCode())
                .isEqualTo(404);
        assertThat(site.get(TURNOUT + ".geojson?election=nonsense").statusCode())
                .isEqualTo(400);
    }

    @Test
    void thePageDrawsAMapInWhichMoreIsDarker() {
        Document page = site.page(TURNOUT + ELECTION);

        List<Element> shapes = page.select("main figure.declared-map a");
        assertThat(shapes).hasSize(21);
        assertThat(shapes)
                .allSatisfy(shape -> assertThat(shape.attr("aria-label")).contains(": "));
        Element least = Collections.min(shapes, Comparator.comparingDouble(AnswerDrawingsTest::turnout));
        Element most = Collections.max(shapes, Comparator.comparingDouble(AnswerDrawingsTest::turnout));
        assertThat(brightness(most)).isLessThan(brightness(least));
        assertThat(page.select("main figure.declared-map p").text())
                .contains("The darker, the more (Turnout, per cent): from " + turnout(least) + " to " + turnout(most))
                .doesNotContain("seats");
        assertThat(page.select("main ul a[href$=.geojson" + ELECTION + "]")).hasSize(1);
    }

    private static double turnout(Element shape) {
        String text = shape.attr("aria-label");
        return Double.parseDouble(text.substring(text.lastIndexOf(' ') + 1));
    }

    private static int brightness(Element shape) {
        String colour = shape.select("path").attr("fill");
        return Integer.parseInt(colour.substring(1, 3), 16)
                + Integer.parseInt(colour.substring(3, 5), 16)
                + Integer.parseInt(colour.substring(5, 7), 16);
    }

    @Test
    void aMapOfWinnersHasTheirPartiesColours() {
        Document page = site.page("/queries/members-elected?council=trafford");

        // Altrincham's was elected for the Green Party; the list of colours has it.
        assertThat(page.select("main figure.declared-map a[href=/doc/area/E05015239] path")
                        .attr("fill"))
                .isEqualTo(PartyColours.of("PP63"));
    }

    @Test
    void transfersAreDrawnAsBandsAsWideAsTheVotesThatWentThatWay() {
        Document page = site.page(TRANSFERS);
        List<Element> bands = page.select("main figure svg path.declared-flow__band");

        assertThat(bands)
                .isNotEmpty()
                .hasSize(page.select("main table tbody tr").size());
        List<Double> scales = new ArrayList<>();
        for (Element band : bands) {
            String title = band.select("title").text();
            double votes = Double.parseDouble(
                    title.substring(title.lastIndexOf(' ') + 1).replace(",", ""));
            scales.add(width(band) / votes);
        }
        double scale = scales.get(0);
        for (double each : scales) {
            assertThat(each).isCloseTo(scale, within(scale * 0.1));
        }
    }

    /** Of {@code M10 a C… 590 b L590 c …}: from b to c. */
    private static double width(Element band) {
        String[] numbers = band.attr("d").replaceAll("[MCLZ]", " ").trim().split(" +");
        return Double.parseDouble(numbers[9]) - Double.parseDouble(numbers[7]);
    }

    @Test
    void everyQueryWithACodeSaysThatItIsAboutAreas() {
        for (LibraryQuery query : QueryLibrary.load().queries()) {
            boolean hasCode = query.query().getResultVars().contains("code")
                    || query.query().getResultVars().contains("gss");
            assertThat(query.areas().isPresent())
                    .as(query.name().toLowerCase(Locale.ROOT))
                    .isEqualTo(hasCode);
        }
    }
}
