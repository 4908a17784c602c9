package uk.declared.web.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import uk.declared.linkeddata.Uris;
import uk.declared.store.EmbeddedStore;
import uk.declared.store.Position;
import uk.declared.store.StoreChange;
import uk.declared.web.Chromium;
import uk.declared.web.DeclaredServer;
import uk.declared.web.settings.ServerSettings;

/** The query editor in a real browser, under the Content-Security-Policy. */
class QueryEditorTest {
    @Test
    void theEditorRunsAQueryAndNothingIsAskedOfAnotherHost() {
        Chromium.require();
        String query = "SELECT ?label { ?thing <http://www.w3.org/2000/01/rdf-schema#label> ?label }";
        List<String> elsewhere = new ArrayList<>();
        List<String> complaints = new ArrayList<>();
        try (EmbeddedStore store = storeWith("Purple Party");
                DeclaredServer server =
                        DeclaredServer.start(store, new Uris("http://localhost:8080"), ServerSettings.onPort(0));
                Chromium chromium = Chromium.start()) {
            String site = "http://localhost:" + server.port();
            Page page = chromium.browser().newPage();
            page.onRequest(request -> {
                if (!request.url().startsWith(site)) {
                    elsewhere.add(request.url());
                }
            });
            page.onConsoleMessage(message -> {
                // Yasgui sets one inline style that is refused, which costs nothing but looks.
                if (message.text().contains("Content Security Policy")
                        && !message.text().contains("inline style")) {
                    complaints.add(message.text());
                }
            });

            page.navigate(site + "/sparql?edit=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
            page.waitForSelector("#query-editor .CodeMirror");
            page.locator("#query-editor textarea").focus();
            page.keyboard().press("Control+End");
            page.keyboard().type(" # le:turn");
            page.waitForSelector(".CodeMirror-hints li");
            assertThat(page.innerText(".CodeMirror-hints")).contains("le:turnout");
            page.keyboard().press("Escape");
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.type")).isEqualTo("submit");
            page.keyboard().press("Enter");
            page.waitForSelector("#answer");

            assertThat(page.innerText("main table")).contains("Purple Party");
            assertThat(page.url()).contains("query=SELECT");
            assertThat(page.isVisible("#query-text")).isFalse();
            page.setViewportSize(320, 700);
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
            assertThat(elsewhere).isEmpty();
            assertThat(complaints).isEmpty();
        }
    }

    private static EmbeddedStore storeWith(String label) {
        EmbeddedStore store = EmbeddedStore.inMemory();
        Triple triple = Triple.create(
                NodeFactory.createURI("urn:thing"), RDFS.Nodes.label, NodeFactory.createLiteralString(label));
        Iterator<StoreChange> changes = List.<StoreChange>of(new StoreChange.Add("urn:g", List.of(triple)))
                .iterator();
        store.apply(changes, new Position(1, "one"));
        return store;
    }
}
