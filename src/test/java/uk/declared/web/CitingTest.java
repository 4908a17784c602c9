package uk.declared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How pages are cited, by people, reference managers and search engines. */
@ExtendWith(WithSite.class)
class CitingTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
                    /doc/contest/local.trafford.altrincham.2024-05-02, Event
                    /doc/election/local.trafford.2024-05-02,           Event
                    /doc/area/E05015239,                               AdministrativeArea
                    /doc/council/trafford,                             GovernmentOrganization
                    /queries/closest-contests,                         Dataset
                    """)
    void aPageSaysHowToCiteItInEveryForm(String path, String type, Site site) {
        Document page = site.page(path);
        String csl = page.select("#citation a:contains(CSL-JSON)").attr("href");
        String bibtex = page.select("#citation a:contains(BibTeX)").attr("href");

        HttpResponse<byte[]> item = site.get(csl);
        assertThat(item.headers().firstValue("Content-Type")).contains("application/vnd.citationstyles.csl+json");
        assertThat(Site.text(item)).contains("http://localhost:8080/").contains("\"dataset\"");
        assertThat(Site.text(site.get(bibtex))).startsWith("@misc{");
        assertThat(page.select("script[type=application/ld+json]").html()).contains("\"" + type + "\"");
    }

    @Test
    void whatIsCitedIsTheThingWhoseAddressStays(Site site) {
        assertThat(site.page(Site.ALTRINCHAM).select("#citation p").text())
                .contains("Altrincham, 2 May 2024")
                .endsWith("http://localhost:8080/id/contest/local.trafford.altrincham.2024-05-02");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    /doc/contest/local.trafford.altrincham.2024-05-02.json, 'Altrincham'
                    /doc/area/E05015239.json,                               'Altrincham'
                    /elections.json,                                        '2024-05-02'
                    /councils.json,                                         'Trafford'
                    /queries.json,                                          'closest-contests'
                    """)
    void whoKnowsNoJsonLdHasJsonByTheSuffixThatTheyTryFirst(String path, String said, Site site) {
        HttpResponse<byte[]> answer = site.get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(Site.text(answer)).contains(said);
    }

    @Test
    void aListIsJsonForWhoAsksForIt(Site site) {
        HttpResponse<byte[]> answer = site.get("/elections", "Accept", "application/json");

        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(Site.text(answer)).startsWith("[{");
        assertThat(Site.text(site.get("/elections"))).contains("<html");
    }

    @Test
    void whoAcceptsN3AloneIsGivenTheTurtleThatIsN3Too(Site site) {
        HttpResponse<byte[]> answer = site.get(Site.ALTRINCHAM, "Accept", "text/n3");

        assertThat(answer.headers().firstValue("Content-Type")).contains("text/n3;charset=utf-8");
        assertThat(Site.text(answer)).isEqualTo(Site.text(site.get(Site.ALTRINCHAM + ".ttl")));
    }
}
