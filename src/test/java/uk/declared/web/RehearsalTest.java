package uk.declared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.deployment.Deployment;
import uk.declared.deployment.ExampleResults;
import uk.declared.folder.BaseUri;
import uk.declared.folder.DataFolderException;
import uk.declared.web.settings.ServerSettings;

/** A council tries everything before the night; nothing of it can be taken for a result. */
class RehearsalTest {
    @TempDir
    private static Path folder;

    private static Deployment deployment;
    private static DeclaredServer server;

    @BeforeAll
    static void start() throws Exception {
        deployment = Deployment.open(folder, Optional.of(BaseUri.rehearsal("https://results.example.org")));
        ExampleResults.publishInto(deployment);
        server = DeclaredServer.start(deployment, ServerSettings.onPort(0));
    }

    @AfterAll
    static void stop() {
        server.close();
        deployment.close();
    }

    private static HttpResponse<String> get(String path, String accept) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                                .header("Accept", accept)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void everyPageSaysSoInBothLanguages() throws Exception {
        for (String path :
                List.of("/", "/elections", "/doc/contest/local.trafford.altrincham.2024-05-02", "/nothing")) {
            assertThat(Jsoup.parse(get(path, "text/html").body()).select(".declared-rehearsal"))
                    .as(path)
                    .hasSize(1);
        }
        assertThat(Jsoup.parse(get("/?lang=cy", "text/html").body()).title()).startsWith("Ymarfer: ");
    }

    @Test
    void theNoticeCanBeReadInLightAndInDarkColours() {
        try (Chromium chromium = Chromium.start();
                Page page = chromium.browser().newPage(new Browser.NewPageOptions().setBypassCSP(true))) {
            for (String path : List.of("/", "/embed/elections/2024-05-02")) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
                page.navigate("http://localhost:" + server.port() + path);
                assertThat(Axe.violations(page)).as(path).isEqualTo(List.of());

                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
                assertThat(Axe.violationsOfColours(page))
                        .as("%s in the dark", path)
                        .isEqualTo(List.of());
            }
        }
    }

    @Test
    void everyAnswerIsMarkedWhateverItsForm() throws Exception {
        for (String path :
                List.of("/", "/feed.atom", "/data.ttl", "/elections.csv", "/sparql?query=ASK%7B%7D", "/none")) {
            HttpResponse<String> answer = get(path, "*/*");
            assertThat(answer.headers().firstValue("Declared-Rehearsal"))
                    .as(path)
                    .contains("true");
            assertThat(answer.headers().firstValue("X-Robots-Tag").orElse("")).contains("noindex");
        }
        assertThat(get("/robots.txt", "*/*").body()).contains("Disallow: /\n").doesNotContain("Sitemap");
    }

    @Test
    void documentsAndFeedsSayItThemselves() throws Exception {
        for (String suffix : List.of("ttl", "nt", "rdf", "jsonld")) {
            assertThat(get("/doc/contest/local.trafford.altrincham.2024-05-02." + suffix, "*/*")
                            .body())
                    .as(suffix)
                    .contains("A rehearsal: nothing in this document was ever declared.")
                    .contains("https://rehearsal.results.example.org/id/contest/")
                    .doesNotContain("https://results.example.org/");
        }
        assertThat(get("/feed.atom", "*/*").body()).contains("<title>Rehearsal: ");
    }

    @Test
    void aFolderOfRealResultsNeverBecomesARehearsal(@TempDir Path other) throws Exception {
        Deployment.open(other, Optional.empty()).close();

        assertThatThrownBy(() -> Deployment.open(other, Optional.of(BaseUri.rehearsal(BaseUri.DEFAULT))))
                .isInstanceOf(DataFolderException.class)
                .hasMessageContaining("for real results")
                .hasMessageContaining("--data");
    }

    @Test
    void aRehearsalHasAHostOfItsOwn() throws Exception {
        assertThat(BaseUri.rehearsal("http://localhost:8080/")).isEqualTo("http://rehearsal.localhost:8080");
        assertThat(BaseUri.rehearsal("http://rehearsal.localhost:8080")).isEqualTo("http://rehearsal.localhost:8080");
        assertThat(BaseUri.isRehearsal("https://rehearsals.example.org")).isFalse();
    }
}
