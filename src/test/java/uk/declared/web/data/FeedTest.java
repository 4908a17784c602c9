package uk.declared.web.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.declared.web.Site;
import uk.declared.web.WithSite;

/** The feed of declarations. */
@ExtendWith(WithSite.class)
class FeedTest {
    private final Site site;

    FeedTest(Site site) {
        this.site = site;
    }

    @Test
    void theFeedHasTheLatestAndTombstones() {
        HttpResponse<byte[]> response = site.get("/feed.atom");
        Document feed = Jsoup.parse(Site.text(response), "", Parser.xmlParser());

        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/atom+xml");
        assertThat(feed.select("feed > id").text()).isEqualTo("http://localhost:8080/feed.atom");
        assertThat(feed.select("entry")).isNotEmpty().allSatisfy(entry -> {
            assertThat(entry.select("id, title, updated, link[rel=alternate]")).hasSize(4);
            assertThat(entry.select("title").text()).doesNotContain("??");
        });
        assertThat(feed.select("at|deleted-entry").eachAttr("ref"))
                .containsExactly("http://localhost:8080/id/declaration/local.example.gone.2022-05-05/1");
    }

    /** RFC 5005, section 3. */
    @Test
    void theFeedLeadsFromPageToPageThroughAllDeclarations() throws IOException {
        List<String> seen = new ArrayList<>();
        String next = "/feed.atom?council=trafford";
        int pages = 0;
        while (!next.isEmpty()) {
            Document page = Jsoup.parse(Site.text(site.get(next)), "", Parser.xmlParser());
            assertThat(page.select("feed > id").text()).endsWith("/feed.atom?council=trafford");
            assertThat(page.select("feed > link[rel=self]").attr("href")).endsWith(next);
            seen.addAll(page.select("entry > id").eachText());
            next = page.select("feed > link[rel=next]").attr("href").replaceFirst("^http://localhost:8080", "");
            pages++;
        }

        long declarations = DumpFilesTest.unpacked(
                        site.get("/data/dumps/all.nq.gz").body())
                .getUnionGraph()
                .stream(Node.ANY, NodeFactory.createURI("https://w3id.org/local-elections#declarationOf"), Node.ANY)
                .filter(triple -> triple.getSubject().getURI().contains(".trafford."))
                .count();
        assertThat(seen).doesNotHaveDuplicates().hasSize((int) declarations);
        assertThat(pages).isEqualTo((int) Math.ceil(declarations / 100.0));
        assertThat(site.get("/feed.atom?page=99").statusCode()).isEqualTo(404);
    }

    @Test
    void aCouncilHasAFeedOfItsOwn() {
        Document feed = Jsoup.parse(Site.text(site.get("/feed.atom?council=trafford")), "", Parser.xmlParser());

        assertThat(feed.select("entry > id").eachText())
                .isNotEmpty()
                .allMatch(id -> id.startsWith("http://localhost:8080/id/declaration/local.trafford."));
        assertThat(site.get("/feed.atom?council=nowhere").statusCode()).isEqualTo(404);
    }
}
