package uk.declared.web.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.declared.web.Site;
import uk.declared.web.WithSite;

/** The forms of the query library, filled in by somebody who knows no identifiers. */
@ExtendWith(WithSite.class)
class QueryFormsTest {
    @Test
    void aFormOffersElectionsByTheirNamesAndTakesANameThatIsTyped(Site site) {
        Document form = site.page("/queries/seats-by-party");
        String name = form.select("select[name=election] option[value=local.trafford.2024-05-02]")
                .text();

        assertThat(name).isEqualTo("Trafford Metropolitan Borough Council, 2 May 2024");
        Document answer =
                site.page("/queries/seats-by-party?election=" + URLEncoder.encode(name, StandardCharsets.UTF_8));
        assertThat(answer.select("main table").text()).contains("Green Party");
        assertThat(answer.select("option[selected]").text()).isEqualTo(name);
    }

    @Test
    void councilsAndPartiesAreOfferedByTheirNamesToo(Site site) {
        assertThat(site.page("/queries/party-through-time")
                        .select("select[name=party] option[value=PP63]")
                        .text())
                .isEqualTo("Green Party");
        assertThat(site.page("/queries/council-composition")
                        .select("select[name=council] option[value=trafford]")
                        .text())
                .isEqualTo("Trafford Metropolitan Borough Council");
    }
}
