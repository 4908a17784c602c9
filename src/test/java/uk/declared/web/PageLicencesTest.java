package uk.declared.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every page shows the licence of what it shows: the example results' is open, two edge cases' are not. */
@ExtendWith(WithSite.class)
class PageLicencesTest {
    private static final String OPEN = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/";
    private static final String SHARE_ALIKE = "https://creativecommons.org/licenses/by-sa/4.0/";

    private final Site site;

    PageLicencesTest(Site site) {
        this.site = site;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/doc/contest/local.trafford.altrincham.2024-05-02",
                "/doc/declaration/local.trafford.altrincham.2024-05-02/1/result",
                "/doc/declaration/local.trafford.altrincham.2024-05-02/1",
                "/doc/election/local.trafford.2024-05-02",
                "/doc/council/trafford",
                "/doc/area/E05015239"
            })
    void whatACouncilPublishedIsUnderTheOpenGovernmentLicence(String path) {
        assertThat(site.page(path).select("main a[rel=license]").eachAttr("href"))
                .containsExactly(OPEN);
        assertThat(site.get(path, "Accept", "text/turtle").headers().allValues("Link"))
                .filteredOn(link -> link.endsWith("rel=\"license\""))
                .containsExactly("<" + OPEN + ">; rel=\"license\"");
    }

    @Test
    void aResultUnderAnotherLicenceSaysSoAndWhomToName() {
        assertThat(site.page(Site.TRANSFERABLE).select(".declared-data").text())
                .contains("CC BY-SA 4.0")
                .contains("Name as the source: Example Data Society")
                .doesNotContain("Open Government");
        assertThat(site.page(Site.TRANSFERABLE).select("a[rel=license]").eachAttr("href"))
                .containsExactly(SHARE_ALIKE);
    }

    @Test
    void aResultOfWhichNoLicenceIsKnownSaysSo() {
        assertThat(site.page(Site.TIE).select(".declared-data").text()).contains("Licence: none is known");
        assertThat(site.page(Site.TIE + "?lang=cy").select(".declared-data").text())
                .contains("nid oes un yn hysbys");
        assertThat(site.get(Site.TIE + ".ttl").headers().allValues("Link")).noneMatch(link -> link.contains("license"));
    }

    @Test
    void anElectionShowsEveryLicenceThatItsContestsAreUnder() {
        assertThat(site.page("/doc/election/local.example.2022-05-05")
                        .select(".declared-data")
                        .text())
                .contains("Open Government Licence v3.0", "CC BY-SA 4.0", "of some, none is known");
    }

    @Test
    void theDescriptionOfATableNamesItsLicence() {
        assertThat(description(Site.ALTRINCHAM).at("/dc:license/@id").asString())
                .isEqualTo(OPEN);
        assertThat(description(Site.TRANSFERABLE).at("/dc:license/@id").asString())
                .isEqualTo(SHARE_ALIKE);
        assertThat(description(Site.TIE).has("dc:license")).isFalse();
        assertThat(description(Site.TIE).at("/dc:rights/@id").asString())
                .isEqualTo("http://rightsstatements.org/vocab/CNE/1.0/");
    }

    private JsonNode description(String path) {
        return JsonMapper.builder()
                .build()
                .readTree(site.get(path + ".csv-metadata.json").body());
    }
}
