package uk.declared.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Citations as CSL-JSON's schema and BibTeX's grammar have them. */
class PageCitationTest {
    private static final PageCitation HALE = new PageCitation(
            "Hale & Bowdon, 50% {sic}",
            "A_B Council",
            "https://elections.example.org/id/contest/local.trafford.hale.2024-05-02",
            "/doc/contest/local.trafford.hale.2024-05-02.html",
            Optional.of(LocalDate.of(2024, 5, 3)),
            "en");

    @Test
    void whatBibtexTakesForCommandsIsEscaped() {
        assertThat(HALE.bibtex()).isEqualTo("""
                        @misc{local.trafford.hale.2024-05-02,
                          author = {{A\\_B Council}},
                          title = {{Hale \\& Bowdon, 50\\% \\{sic\\}}},
                          year = {2024},
                          month = {5},
                          day = {3},
                          url = {https://elections.example.org/id/contest/local.trafford.hale.2024-05-02},
                        }
                        """);
    }

    @Test
    void aReferenceManagerIsToldWhoPublishedWhatAndWhen() {
        JsonNode item = JsonMapper.builder().build().readTree(HALE.cslJson()).get(0);

        assertThat(item.get("type").asString()).isEqualTo("dataset");
        assertThat(item.get("author").get(0).get("literal").asString()).isEqualTo("A_B Council");
        assertThat(item.get("title").asString()).isEqualTo("Hale & Bowdon, 50% {sic}");
        assertThat(item.get("issued").get("date-parts").get(0).toString()).isEqualTo("[2024,5,3]");
        assertThat(item.get("URL").asString())
                .isEqualTo("https://elections.example.org/id/contest/local.trafford.hale.2024-05-02");
    }

    @Test
    void whatWasPublishedOnNoOneDayHasNone() {
        PageCitation query =
                new PageCitation("Turnout", "A", "http://a/queries/t?x=1", "/queries/t?x=1", Optional.empty(), "cy");

        assertThat(query.bibtex()).doesNotContain("year").startsWith("@misc{t,");
        assertThat(query.cslJson()).doesNotContain("issued");
        assertThat(query.path(CitationForm.CSL)).isEqualTo("/queries/t?x=1&cite=csl");
    }
}
