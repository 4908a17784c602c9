package uk.declared.web.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.util.List;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.declared.web.Site;
import uk.declared.web.WithSite;

/**
 * The board of 2 May 2024 with Trafford's results. Of its 63 seats 21 were up; what was won was counted from the council's
 * file with Python: Labour 15, Conservative 2, Green 2, Liberal Democrat 2.
 */
@ExtendWith(WithSite.class)
class BoardTest {
    private static final String DAY = "/elections/2024-05-02";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void aBoardShowsItsCouncilsOnTheMapInTheTableAndInTheTicker(Site site) {
        Document page = site.page(DAY);

        assertThat(page.select("#hex-trafford-E08000009 title").text()).startsWith("Trafford: Labour keep control");
        assertThat(page.select("#row-trafford .declared-councils__progress").text())
                .isEqualTo("21 of 21");
        assertThat(page.select("#board-ticker li")).hasSizeGreaterThanOrEqualTo(21);
        assertThat(page.select("meta[property=og:image]").attr("content")).endsWith(DAY + "/picture.png");
    }

    /** Trafford's wards of 2023 are in no layout of 2022, and boundaries are not loaded: they stand in the order of their names. */
    @Test
    void aCouncilsBoardHasAMapOfItsWards(Site site) {
        Document page = site.page(DAY + "/trafford");

        assertThat(page.select("#board-wards a")).hasSize(21);
        assertThat(page.select("#board-wards a[href$=altrincham.2024-05-02] title")
                        .text())
                .startsWith("Altrincham: Green");
        assertThat(page.select("#board-wards figcaption").text()).contains("in the order of the names");
    }

    /** A row that a live page gets has a cell for each column, whether or not times are expected any more. */
    @Test
    void aRowHasACellForEachColumnOnThePageAndAmongTheChanges(Site site) {
        Document page = site.page(DAY);
        int columns = page.select(".declared-councils thead th").size();
        String row = JSON.readTree(site.get(DAY + "/changes?since=0").body())
                .path("fragments")
                .path("row-trafford")
                .asString();

        assertThat(page.select("#row-trafford").get(0).childrenSize()).isEqualTo(columns);
        assertThat(Jsoup.parse("<table><tbody>" + row + "</tbody></table>").select("tr > *"))
                .hasSize(columns);
        assertThat(page.select(".declared-councils--expected"))
                .as("nobody said when")
                .isEmpty();
        assertThat(page.select("#row-trafford .declared-councils__expected")).hasSize(1);
    }

    @Test
    void theTableOfCouncilsIsKeptForFiveSecondsAndNamedByItsContent(Site site) {
        HttpResponse<byte[]> answer = site.get(DAY + "/councils.json");
        JsonNode json = JSON.readTree(answer.body());
        JsonNode trafford = json.path("councils").get(0);

        assertThat(answer.headers().firstValue("Cache-Control")).contains("max-age=5, public");
        assertThat(trafford.path("council").asString()).isEqualTo("trafford");
        assertThat(trafford.path("control_after_party").asString()).isEqualTo("PP53");
        assertThat(trafford.path("elected").properties().stream()
                        .mapToInt(each -> each.getValue().asInt())
                        .sum())
                .isEqualTo(21);
        assertThat(site.get(
                                DAY + "/councils.json",
                                "If-None-Match",
                                answer.headers().firstValue("ETag").orElseThrow())
                        .statusCode())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @CsvSource({
        "/councils.csv, text/csv;charset=utf-8, 'council,name,gss,'",
        "/councils.hexjson, application/json, '{\"layout\":\"odd-r\"'",
        "/councils.geojson, application/geo+json, '{\"type\":\"FeatureCollection\"'"
    })
    void theTableComesInOtherForms(String name, String type, String start, Site site) {
        HttpResponse<byte[]> answer = site.get(DAY + name);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("").replace(" ", ""))
                .isEqualToIgnoringCase(type);
        assertThat(Site.text(answer)).startsWith(start).contains("trafford");
    }

    @Test
    void onlyPartsForOtherPagesMayBeFramedAndTheySetNoCookie(Site site) {
        HttpResponse<byte[]> embedded = site.get("/embed" + DAY);
        HttpResponse<byte[]> page = site.get(DAY);

        assertThat(embedded.headers().firstValue("Content-Security-Policy").orElse(""))
                .endsWith("frame-ancestors *");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .endsWith("frame-ancestors 'none'");
        assertThat(embedded.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(site.page(DAY).text()).contains("<iframe src=\"http://localhost:8080/embed" + DAY + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                DAY + "/picture.png",
                DAY + "/trafford/picture.png",
                "/pictures/contest/local.trafford.altrincham.2024-05-02.png"
            })
    void picturesAreAsLargeAsThoseWhoShareLinksWantThem(String path, Site site) throws Exception {
        HttpResponse<byte[]> answer = site.get(path);
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(answer.body()));

        assertThat(answer.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(List.of(picture.getWidth(), picture.getHeight())).isEqualTo(List.of(1200, 630));
    }

    @Test
    void theTickersFeedIsFilteredByPartyAndKindOfChange(Site site) {
        String all = Site.text(site.get(DAY + "/ticker.atom"));
        String greens = Site.text(site.get(DAY + "/ticker.atom?party=PP63"));

        assertThat(all).contains("Altrincham, Trafford").contains("Labour");
        assertThat(greens).contains("<title>Altrincham, Trafford: Green");
        assertThat(greens.split("<entry>")).hasSizeLessThan(all.split("<entry>").length);
        assertThat(Site.text(site.get(DAY + "/ticker.atom?change=withdrawn"))).doesNotContain("<entry>");
    }

    @Test
    void whatChangedIsSentSinceAVersion(Site site) {
        JsonNode all = JSON.readTree(site.get(DAY + "/changes?since=0").body());
        JsonNode none = JSON.readTree(
                site.get(DAY + "/changes?since=" + all.path("version").asInt()).body());

        assertThat(all.path("fragments").has("row-trafford")).isTrue();
        assertThat(none.path("fragments").isEmpty()).isTrue();
        assertThat(none.path("lines").isEmpty()).isTrue();
    }

    /** No reader's page has such a version: it is that of now, or none, and as many as are invented are answered alike. */
    @Test
    void anInventedVersionIsAnsweredAsTheNearestThatThereIs(Site site) {
        String all = Site.text(site.get(DAY + "/changes?since=0"));
        long version = JSON.readTree(all).path("version").asLong();
        String none = Site.text(site.get(DAY + "/changes?since=" + version));

        assertThat(version).isPositive();
        assertThat(none).isNotEqualTo(all);
        for (long invented : List.of(version + 1, version + 1_000_000, Long.MAX_VALUE)) {
            assertThat(Site.text(site.get(DAY + "/changes?since=" + invented))).isEqualTo(none);
        }
        for (long invented : List.of(-1L, -1_000_000L, Long.MIN_VALUE)) {
            assertThat(Site.text(site.get(DAY + "/changes?since=" + invented))).isEqualTo(all);
        }
        for (int i = 0; i < 200; i++) {
            assertThat(Site.text(site.get(DAY + "/changes?since=" + (version + 2 + i) + "&lang=xx" + i)))
                    .isEqualTo(Site.text(site.get(DAY + "/changes?since=" + version + "&lang=xx")));
        }
        assertThat(site.get(DAY + "/changes?since=yesterday").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "/elections/2024-05-02?at=25:99, 400",
        "/elections/2024-05-02?at=02:30, 404",
        "/elections/2024-05-02/nowhere, 404",
        "/embed/elections/2024-05-02/nothing, 404"
    })
    void whatIsNotThereIsSaidSo(String path, int status, Site site) {
        assertThat(site.get(path).statusCode()).isEqualTo(status);
    }
}
