package uk.declared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a document's headers say: of itself, of its forms, of its age, in which language and to whom. */
@ExtendWith(WithSite.class)
class DocumentHeadersTest {
    @Test
    void aDocumentNamesItselfItsFormsItsLicenceAndItsVocabulary(Site site) {
        List<String> links = site.get(Site.ALTRINCHAM + ".ttl").headers().allValues("Link");

        assertThat(links)
                .contains(
                        "<http://localhost:8080" + Site.ALTRINCHAM + ">; rel=\"canonical\"",
                        "<" + Site.ALTRINCHAM + ".html>; rel=\"alternate\"; type=\"text/html\"",
                        "<" + Site.ALTRINCHAM + ".ttl>; rel=\"alternate\"; type=\"text/turtle\"",
                        "<" + Site.ALTRINCHAM + ".jsonld>; rel=\"alternate\"; type=\"application/ld+json\"",
                        "<" + Site.ALTRINCHAM + ".rdf>; rel=\"alternate\"; type=\"application/rdf+xml\"",
                        "<" + Site.ALTRINCHAM + ".nt>; rel=\"alternate\"; type=\"application/n-triples\"",
                        "<https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/>; rel=\"license\"",
                        "</def/local-elections>; rel=\"describedby\"");
    }

    @Test
    void theLicenceIsTheDeclarationsWhereItNamesOne(Site site) {
        assertThat(site.get(Site.UNOPPOSED).headers().allValues("Link"))
                .contains("<https://creativecommons.org/licenses/by/4.0/>; rel=\"license\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                Site.ALTRINCHAM,
                Site.ALTRINCHAM + ".ttl",
                Site.ALTRINCHAM + ".jsonld",
                "/",
                "/elections",
                "/def/local-elections",
                "/def/local-elections.rdf",
                "/template/declared-template.csv"
            })
    void aConditionalRequestForWhatIsUnchangedGetsNoBody(String path, Site site) {
        String tag = Site.header(site.get(path), "ETag");

        HttpResponse<byte[]> again = site.get(path, "If-None-Match", "\"other\", " + tag);

        assertThat(tag).startsWith("\"").endsWith("\"");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(Site.header(again, "ETag")).isEqualTo(tag);
        assertThat(again.headers().allValues("Vary")).isNotEmpty();
        assertThat(site.get(path, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
    }

    @Test
    void aResultSaysWhenItWasLastChanged(Site site) {
        HttpResponse<byte[]> response = site.get(Site.TIE + ".ttl");

        assertThat(Site.header(response, "Last-Modified")).isEqualTo("Fri, 06 May 2022 03:00:00 GMT");
        assertThat(site.get(Site.TIE + ".ttl", "If-Modified-Since", Site.header(response, "Last-Modified"))
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void everyFormAndEveryEncodingHasATagOfItsOwn(Site site) throws Exception {
        HttpResponse<byte[]> plain = site.get(Site.ALTRINCHAM);
        HttpResponse<byte[]> zipped = site.get(Site.ALTRINCHAM, "Accept-Encoding", "br, gzip;q=0.8");
        HttpResponse<byte[]> turtle = site.get(Site.ALTRINCHAM + ".ttl");
        HttpResponse<byte[]> welsh = site.get(Site.ALTRINCHAM + "?lang=cy");

        assertThat(List.of(plain, zipped, turtle, welsh).stream()
                        .map(response -> Site.header(response, "ETag"))
                        .distinct())
                .hasSize(4);
        assertThat(Site.header(zipped, "Content-Encoding")).isEqualTo("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes())
                .isEqualTo(plain.body());
        assertThat(site.get(Site.ALTRINCHAM, "Accept-Encoding", "gzip;q=0")
                        .headers()
                        .firstValue("Content-Encoding"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {Site.ALTRINCHAM, Site.ALTRINCHAM + ".nt", "/", "/template/declared-template.csv"})
    void headIsGetWithoutABody(String path, Site site) {
        HttpResponse<byte[]> get = site.get(path);
        HttpResponse<byte[]> head = site.send("HEAD", path);

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(Site.header(head, "ETag")).isEqualTo(Site.header(get, "ETag"));
        assertThat(Site.header(head, "Content-Length")).isEqualTo(String.valueOf(get.body().length));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''       | -                    | en
                    ''       | cy                   | cy
                    ''       | fr, cy;q=0.5, en;q=0.4 | cy
                    ''       | cy-GB,en;q=0.5       | cy
                    ''       | fr                   | en
                    ''       | ;;;                  | en
                    ?lang=cy | en                   | cy
                    ?lang=en | cy                   | en
                    ?lang=xx | cy                   | cy
                    """)
    void theLanguageIsTheAddresssThenTheClients(String query, String accepted, String language, Site site) {
        HttpResponse<byte[]> response = accepted.equals("-")
                ? site.get(Site.ALTRINCHAM + query)
                : site.get(Site.ALTRINCHAM + query, "Accept-Language", accepted);

        assertThat(Site.header(response, "Content-Language")).isEqualTo(language);
        assertThat(Site.text(response)).contains("<html lang=\"" + language + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void documentsCanOnlyBeRead(String method, Site site) {
        HttpResponse<byte[]> response = site.send(method, Site.ALTRINCHAM);

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(Site.type(response)).isEqualTo("application/problem+json");
        assertThat(Site.header(response, "Allow")).contains("GET");
    }

    @Test
    void anySiteMayReadButNothingElse(Site site) {
        HttpResponse<byte[]> preflight = site.send(
                "OPTIONS",
                Site.ALTRINCHAM,
                "Origin",
                "https://elsewhere.example",
                "Access-Control-Request-Method",
                "GET",
                "Access-Control-Request-Headers",
                "if-none-match");

        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(Site.header(preflight, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(Site.header(preflight, "Access-Control-Allow-Methods")).doesNotContain("PUT", "DELETE");
        assertThat(Site.header(site.get(Site.ALTRINCHAM), "Access-Control-Allow-Origin"))
                .isEqualTo("*");
        assertThat(Site.header(site.get("/nothing-here"), "Access-Control-Allow-Origin"))
                .isEqualTo("*");
    }
}
