package uk.declared.web.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.declared.web.sparql.SmallEndpoint.path;

import java.net.http.HttpResponse;
import java.util.List;
import org.apache.jena.riot.RDFDataMgr;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The endpoint as somebody with a browser meets it: an editor, answers and refusals as pages. */
class SparqlPageTest {
    private static final String CONSTRUCT = "CONSTRUCT WHERE { <http://localhost:8080/id/party/PP1> ?p ?o }";
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static SmallEndpoint endpoint;

    @BeforeAll
    static void start() {
        endpoint = new SmallEndpoint(RDFDataMgr.loadDatasetGraph("queries/small.trig"));
    }

    @AfterAll
    static void stop() {
        endpoint.close();
    }

    @Test
    void aBrowserGetsAnEditorThatAlsoWorksWithoutScripts() throws Exception {
        HttpResponse<String> page = endpoint.get("/sparql", "Accept", BROWSER);

        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.body()).contains("<textarea").contains("name=\"query\"").contains("action=\"/sparql\"");
        assertThat(page.body())
                .doesNotContain("onload=")
                .doesNotContain("<script>")
                .doesNotContain("style=\"");
        for (String file : List.of("yasgui.js", "yasgui.css", "editor.js")) {
            int start = page.body().lastIndexOf('"', page.body().indexOf("/" + file));
            String path = page.body().substring(start + 1, page.body().indexOf('"', start + 1));
            assertThat(endpoint.get(path).statusCode()).as(path).isEqualTo(200);
        }
        assertThat(endpoint.get(
                                "/sparql?edit=" + SmallEndpoint.encode("ASK { <a> ?p '</textarea>' }"),
                                "Accept",
                                BROWSER)
                        .body())
                .contains("ASK { &lt;a&gt; ?p &#39;&lt;/textarea&gt;&#39; }");
        assertThat(endpoint.get("/assets/yasgui-4.5.0/..%2Fpackage.json").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aBrowserWithAQueryGetsItsAnswerAsAPage() throws Exception {
        String page = endpoint.get(
                        path("SELECT ?party ?label { ?party <http://www.w3.org/2000/01/rdf-schema#label> ?label }"),
                        "Accept",
                        BROWSER)
                .body();

        assertThat(page)
                .contains("Purple Party")
                .contains("href=\"/doc/party/PP1\"")
                .contains("format=csv")
                .contains("6 rows.");
        assertThat(endpoint.get(path(CONSTRUCT), "Accept", BROWSER).body())
                .contains("Purple Party")
                .contains("format=ttl");
        assertThat(endpoint.get(path("ASK {}"), "Accept", BROWSER).body()).contains("Yes");
        assertThat(endpoint.get(
                                path("SELECT ('<script>alert(1)</script>' AS ?x) (<javascript:alert(1)> AS ?y) {}"),
                                "Accept",
                                BROWSER)
                        .body())
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("<script>alert")
                .doesNotContain("href=\"javascript");
    }

    @Test
    void aBrowserIsToldInPlainWordsWhyAQueryIsNotAnswered() throws Exception {
        HttpResponse<String> english = endpoint.get(path("SELECT * { SERVICE <http://x/> {} }"), "Accept", BROWSER);
        HttpResponse<String> welsh =
                endpoint.get(path("SELECT * { SERVICE <http://x/> {} }") + "&lang=cy", "Accept", BROWSER);

        assertThat(english.statusCode()).isEqualTo(400);
        assertThat(english.body()).contains("asks another server").contains("SELECT * { SERVICE");
        assertThat(welsh.body()).contains("holi gweinydd arall");
    }
}
