package uk.declared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the pages of councils, areas and the map say of the example results. Counted in their files: 41, 10, 6 and 6 were elected
 * in 2023; of the 21 who had fewest votes in their wards then, 13 were Labour's, 4 Conservatives, 2 Greens and 2 Liberal
 * Democrats; 15, 2, 2 and 2 were elected in 2024.
 */
@ExtendWith(WithSite.class)
class CouncilPagesTest {
    @Test
    void aCouncilsPageSaysWhoHasTheMajority(Site site) {
        assertThat(site.page("/doc/council/trafford").select(".declared-card").text())
                .contains("Labour Party majority", "As the election of 2 May 2024 left it")
                .contains(
                        "Labour Party 43", "Conservative and Unionist Party 8", "Green Party 6", "Liberal Democrats 6")
                .doesNotContain("not known");
    }

    @Test
    void aCouncilsSeatsThroughTimeAreATableBesideTheChart(Site site) {
        Document page = site.page("/doc/council/trafford");

        assertThat(rows(page, "Seats through time"))
                .containsExactly(
                        "2 May 2024 Labour Party majority 43 8 6 6 63",
                        "4 May 2023 Labour Party majority 41 10 6 6 63");
        assertThat(page.select(".declared-seats")).hasSize(2);
    }

    @Test
    void allSixtyThreeMembersOfACouncilAreNamedWithTheirTerms(Site site) {
        Document page = site.page("/doc/council/trafford");

        assertThat(page.select("table:has(caption:containsOwn(Who sits)) li")).hasSize(63);
        assertThat(rows(page, "Who sits"))
                .anySatisfy(row -> assertThat(row)
                        .contains(
                                "Michael John WELTON (Green Party) since 6 May 2024, until 8 May 2028 at the latest"));
    }

    @Test
    void aCouncilsPageHasItsLastElectionOnTheMapWithALeagueTable(Site site) {
        Document page = site.page("/doc/council/trafford");

        assertThat(page.select(".declared-map__drawing path")).hasSize(21);
        assertThat(rows(page, "Seats and votes by party").get(0)).startsWith("Labour Party 15");
    }

    @Test
    void aCouncilsDaysAreStated(Site site) {
        assertThat(site.page("/doc/council/trafford")
                        .select("dt:containsOwn(Exists since) + dd")
                        .text())
                .isEqualTo("1 April 1974");
    }

    @Test
    void anAreasPageSaysWhoSitsForIt(Site site) {
        assertThat(site.page("/doc/area/E05015239").select(".declared-card li").eachText())
                .hasSize(3)
                .anySatisfy(member -> assertThat(member).startsWith("Geraldine Philomena COGGINS (Green Party)"));
    }

    @Test
    void anAreasHistoryTellsEachContestWithItsShares(Site site) {
        assertThat(rows(site.page("/doc/area/E05015239/history"), "Every contest"))
                .anySatisfy(row -> assertThat(row)
                        .contains("2 May 2024 Altrincham (E05015239) the same area Michael John WELTON")
                        .contains("Green Party 57.4%", "43%"));
    }

    @Test
    void theMapShowsTheLastPollingDayUntilAnotherIsChosen(Site site) {
        assertThat(site.page("/map").select("h2").get(0).text()).isEqualTo("All councils, 2 May 2024");
        assertThat(site.page("/map").select(".declared-map text").eachText().stream()
                        .collect(Collectors.groupingBy(letters -> letters, Collectors.counting())))
                .as("what the colours say, in letters: 15 Labour, 2 of each other party")
                .isEqualTo(Map.of("Lab", 15L, "Con", 2L, "Grn", 2L, "LD", 2L));
        Document earlier = site.page("/map?council=trafford&day=2023-05-04&shape=hexagons");

        assertThat(earlier.select("h2").get(0).text()).isEqualTo("Trafford Metropolitan Borough Council, 4 May 2023");
        assertThat(earlier.select(".declared-map__drawing path")).hasSize(21);
        assertThat(rows(earlier, "Seats and votes by party").get(0)).startsWith("Labour Party 41");
    }

    @Test
    void withoutADayTheMapHasTheLastResultOfEachWard(Site site) {
        Document page = site.page("/map?council=trafford");

        assertThat(rows(page, "Contests")).hasSize(21);
        assertThat(rows(page, "Seats and votes by party").get(0)).startsWith("Labour Party 15");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/map?council=nowhere", "/map?day=tomorrow", "/map?day=1901-01-01", "/doc/area/E05111111/history"
            })
    void whatIsNotThereIsNotFound(String path, Site site) {
        assertThat(site.get(path).statusCode()).isEqualTo(404);
    }

    private static List<String> rows(Document page, String caption) {
        return page.select("table:has(caption:containsOwn(" + caption + ")) tbody tr")
                .eachText();
    }
}
