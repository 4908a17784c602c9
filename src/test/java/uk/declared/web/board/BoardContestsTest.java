package uk.declared.web.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.declared.web.Site;
import uk.declared.web.WithSite;

/** The contests of the board of 2 May 2024 with Trafford's results, as data. */
@ExtendWith(WithSite.class)
class BoardContestsTest {
    private static final String DAY = "/elections/2024-05-02";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Worked out of the votes of 2023 and 2024 with Python's fractions: ward, points, from, to. */
    private static final List<String> SWINGS = """
        Altrincham, 3.5, PP63, PP52
        Ashton upon Mersey, 2.8, PP52, PP53
        Bowdon, 2.9, PP52, PP63
        Broadheath, 3.8, PP53, PP52
        Brooklands, 3.2, PP52, PP53
        Bucklow-St Martins, 1.7, PP53, PP52
        Davyhulme, 2.5, PP53, PP52
        Flixton, 0.2, PP52, PP53
        Gorse Hill & Cornbrook, 8.4, PP53, PP63
        Hale, 0.7, PP52, PP63
        Hale Barns & Timperley South, 5.2, PP52, PP90
        Longford, 10.7, PP53, PP63
        Lostock & Barton, 1.6, PP53, PP52
        Manor, 5.0, PP52, PP53
        Old Trafford, 18.9, PP53, PP63
        Sale Central, 0.6, PP53, PP52
        Sale Moor, 0.7, PP53, PP52
        Stretford & Humphrey Park, 6.7, PP53, PP63
        Timperley Central, 0.0, PP52, PP90
        Timperley North, 2.1, PP90, PP53
        Urmston, 2.0, PP52, PP53
        """.lines().toList();

    @Test
    void theSwingOfEveryContestIsWhatItsVotesMakeIt(Site site) {
        List<String> swings = new ArrayList<>();
        for (JsonNode contest :
                JSON.readTree(site.get(DAY + "/contests.json").body()).path("contests")) {
            swings.add(String.join(
                    ", ",
                    contest.path("area_name").asString(),
                    contest.path("swing").asDecimal().toPlainString(),
                    contest.path("swing_from").asString(),
                    contest.path("swing_to").asString()));
        }

        assertThat(swings).containsExactlyInAnyOrderElementsOf(SWINGS);
    }

    @Test
    void theTickerAndThePageOfAContestSayTheSame(Site site) {
        assertThat(site.page(DAY + "?lines=all").select("#board-ticker li").eachText())
                .anyMatch(line ->
                        line.contains("Altrincham") && line.contains("swing of 3.5 points from Green to Conservative"))
                .anyMatch(line -> line.contains("Timperley Central")
                        && line.contains("no swing between Conservative and Liberal Democrat"));
        assertThat(site.page(DAY + "?lines=all&lang=cy").select("#board-ticker").text())
                .contains("gogwydd o 3.5 pwynt oddi wrth");
        assertThat(site.page("/doc/contest/local.trafford.altrincham.2024-05-02")
                        .text())
                .contains("A swing of 3.5 points from Green Party to Conservative and Unionist Party");
    }

    /** Ashton upon Mersey was won by Labour from the Conservatives' second place in both years. */
    @Test
    void theTableHasARowForEachContestAndIsKeptForFiveSeconds(Site site) {
        HttpResponse<byte[]> answer = site.get(DAY + "/contests.csv");
        List<String> rows = Site.text(answer).lines().toList();

        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("max-age=5, public");
        assertThat(rows.get(0))
                .startsWith("contest,uri,council,")
                .endsWith(",change,compared_with,worked_out_by,gained,lost,swing,swing_from,swing_to");
        assertThat(rows).hasSize(22);
        assertThat(rows)
                .anyMatch(row -> row.startsWith("local.trafford.ashton-upon-mersey.2024-05-02,")
                        && row.endsWith(",1,PP53:1,hold,fought,,,,2.8,PP52,PP53"));
        assertThat(site.get(
                                DAY + "/contests.csv",
                                "If-None-Match",
                                answer.headers().firstValue("ETag").orElseThrow())
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void oneCouncilsContestsCanBeAskedForAlone(Site site) {
        assertThat(Site.text(site.get(DAY + "/contests.csv?council=trafford")).lines())
                .hasSize(22);
        assertThat(Site.text(site.get(DAY + "/contests.csv?council=bury")).lines())
                .hasSize(1);
    }
}
