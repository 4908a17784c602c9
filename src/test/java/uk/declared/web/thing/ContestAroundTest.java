package uk.declared.web.thing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.declared.web.Site;
import uk.declared.web.WithSite;

/**
 * Altrincham in 2024 beside 2023. From the council's files by hand: in 2024 Greens had 1,927 of 3,358 votes, Conservatives 810,
 * Labour 518, Liberal Democrats 103; in 2023, three seats, 5,823, 2,065, 1,095 and 361 of 9,344.
 */
@ExtendWith(WithSite.class)
class ContestAroundTest {
    private static final String CONTEST = "/doc/contest/local.trafford.altrincham.2024-05-02";

    @Test
    void sharesStandBesideThoseOfTheElectionBefore(Site site) {
        Document page = site.page(CONTEST);
        List<String> rows = page.select("section[aria-labelledby=since-heading] tbody tr").stream()
                .map(row -> row.text())
                .toList();

        assertThat(rows)
                .containsExactly(
                        "Green Party 57.4% 62.3% \u22124.9",
                        "Conservative and Unionist Party 24.1% 22.1% +2.0",
                        "Labour Party 15.4% 11.7% +3.7",
                        "Liberal Democrats 3.1% 3.9% \u22120.8");
    }

    /** Half of 2.02 + 4.93. */
    @Test
    void swingIsHalfOfWhatOneGainedAndTheOtherLost(Site site) {
        assertThat(site.page(CONTEST).text())
                .contains("A swing of 3.5 points from Green Party to Conservative and Unionist Party")
                .contains("another number of candidates");
    }

    @Test
    void whereNothingEarlierIsPublishedThatIsSaidAndNothingCompared(Site site) {
        Document page = site.page("/doc/contest/local.trafford.altrincham.2023-05-04");

        assertThat(page.text()).contains("No earlier ordinary election here is published");
        assertThat(page.select("section[aria-labelledby=since-heading] table")).isEmpty();
    }

    @Test
    void aShareInAWardOfSeveralSeatsIsExplained(Site site) {
        assertThat(site.page("/doc/contest/local.trafford.altrincham.2023-05-04")
                        .text())
                .contains("3 seats were filled, and each voter had as many votes");
    }

    @Test
    void aResultCanBeCitedAskedForAndReported(Site site) {
        Document page = site.page(CONTEST);

        assertThat(page.select("#citation").text())
                .contains("Altrincham, 2 May 2024")
                .contains("http://localhost:8080/");
        assertThat(page.select("a[href=#citation]")).hasSize(1);
        String query = page.select("a[href^=/sparql?query=]").attr("href");
        assertThat(Site.text(site.get(query, "Accept", "text/csv")))
                .contains("1927")
                .contains("810");
        assertThat(page.select("a[href=/doc/declaration/local.trafford.altrincham.2024-05-02/1]"))
                .isNotEmpty();
    }

    @Test
    void barsHaveTheColoursOfParties(Site site) {
        assertThat(site.page(CONTEST)
                        .select(".declared-elected .declared-bar rect[fill]")
                        .attr("fill"))
                .isEqualTo("#2e7d32");
    }

    @Test
    void theSameIsSaidInWelsh(Site site) {
        assertThat(site.page(CONTEST + "?lang=cy").text())
                .contains("Gogwydd o 3.5 pwynt")
                .contains("Ers y tro diwethaf");
    }
}
