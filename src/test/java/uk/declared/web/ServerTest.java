package uk.declared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.declared.linkeddata.Uris;
import uk.declared.store.EmbeddedStore;
import uk.declared.store.StoreChange;
import uk.declared.web.settings.ServerSettings;

@ExtendWith(WithSite.class)
class ServerTest {
    private static final String LABEL = "http://www.w3.org/2000/01/rdf-schema#label";

    /** A base such as https://example.org/results: the server's own paths begin with /results, and so do its links. */
    @Test
    void aBaseWithAPathIsServedBelowThatPath() throws Exception {
        String base = "https://example.org/results";
        try (EmbeddedStore store = EmbeddedStore.inMemory()) {
            store.apply(List.<StoreChange>of(party(base)).iterator(), store.applied());
            try (DeclaredServer server = DeclaredServer.start(store, new Uris(base), ServerSettings.onPort(0))) {
                String host = "http://localhost:" + server.port();
                HttpResponse<String> see = get(host + "/results/id/party/PP1");
                HttpResponse<String> page = get(host + "/results/doc/party/PP1");

                assertThat(see.statusCode()).isEqualTo(303);
                assertThat(see.headers().firstValue("Location")).contains("/results/doc/party/PP1");
                assertThat(page.headers().allValues("Link"))
                        .contains("<https://example.org/results/doc/party/PP1>; rel=\"canonical\"")
                        .contains("</results/doc/party/PP1.ttl>; rel=\"alternate\"; type=\"text/turtle\"");
                assertThat(Jsoup.parse(page.body())
                                .select("a[href^=/], link[href^=/]")
                                .eachAttr("href"))
                        .isNotEmpty()
                        .allMatch(href -> href.startsWith("/results/"));
                assertThat(get(host + "/id/party/PP1").statusCode()).isEqualTo(404);
            }
        }
    }

    @Test
    void anEmptyStoreHasAStartPageToo() throws Exception {
        try (EmbeddedStore store = EmbeddedStore.inMemory();
                DeclaredServer server =
                        DeclaredServer.start(store, new Uris("http://localhost:8080"), ServerSettings.onPort(0))) {
            String host = "http://localhost:" + server.port();

            assertThat(get(host + "/").body())
                    .contains("Nothing is published yet.")
                    .doesNotContain("Trafford");
            assertThat(get(host + "/elections").body()).contains("Nothing is published yet.");
            assertThat(get(host + "/councils").body()).contains("Nothing is published yet.");
        }
    }

    @Test
    void aClosedServerNoLongerAnswersAndLeavesTheStoreOpen() {
        try (EmbeddedStore store = EmbeddedStore.inMemory()) {
            DeclaredServer server =
                    DeclaredServer.start(store, new Uris("http://localhost:8080"), ServerSettings.onPort(0));
            int port = server.port();
            server.close();

            assertThatThrownBy(() -> new Socket("localhost", port).close()).isInstanceOf(ConnectException.class);
            assertThat(store.applied().sequence()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nothing-here", Site.ALTRINCHAM + ".ttl", "/health", "/id/party/PP63"})
    void everyAnswerTellsBrowsersToTakeNothingFromElsewhere(String path, Site site) {
        HttpResponse<byte[]> response = site.get(path);

        assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains(
                        "default-src 'self'",
                        "object-src 'none'",
                        "base-uri 'self'",
                        "form-action 'self'",
                        "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(response.headers().firstValue("Referrer-Policy")).isPresent();
        assertThat(response.headers().firstValue("Permissions-Policy")).isPresent();
    }

    @Test
    void theStylesheetIsKeptForAYearAndBringsNoFontOrCrest(Site site) {
        String path = site.page("/").select("link[rel=stylesheet]").attr("href");
        HttpResponse<byte[]> response = site.get(path);

        assertThat(response.headers().firstValue("Cache-Control")).contains("max-age=31536000, public, immutable");
        assertThat(Site.text(response))
                .contains(".govuk-table", ".declared-header")
                .doesNotContain("@font-face", "GDS Transport", "url(/assets");
        assertThat(site.get(path.replaceFirst("/assets/[^/]+", "/assets/old")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void healthIsSimple(Site site) {
        HttpResponse<byte[]> response = site.get("/health");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Site.text(response)).contains("\"status\":\"up\"");
    }

    /** Tomcat refuses these before it knows which application is asked. */
    @ParameterizedTest
    @ValueSource(strings = {"/doc/contest/%", "/doc/contest/%zz", "/doc/contest/%00", "/doc/contest/[x]"})
    void whatTomcatRefusesIsToldInPlainWords(String path, Site site) throws IOException {
        assertThat(raw(site, path, "text/html"))
                .startsWith("HTTP/1.1 400")
                .contains("The server cannot make sense of this request")
                .doesNotContain("Apache Tomcat")
                .doesNotContain("Exception");
        assertThat(raw(site, path, "*/*")).startsWith("HTTP/1.1 400").contains("application/problem+json");
    }

    private static StoreChange party(String base) {
        return new StoreChange.Add(
                base + "/data/parties",
                List.of(Triple.create(
                        NodeFactory.createURI(base + "/id/party/PP1"),
                        NodeFactory.createURI(LABEL),
                        NodeFactory.createLiteralString("One Party"))));
    }

    private static HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Java's own client sends no broken path. */
    private static String raw(Site site, String path, String accept) throws IOException {
        URI address = URI.create(site.address());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: " + accept
                                    + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
