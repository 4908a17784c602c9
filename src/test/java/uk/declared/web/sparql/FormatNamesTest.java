package uk.declared.web.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.declared.web.Site;
import uk.declared.web.WithSite;

/** The names that clients send for formats, as SPARQLWrapper 1.8 and 2.0, Virtuoso's and RDF4J's users have them. */
@ExtendWith(WithSite.class)
class FormatNamesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT    | json                           | */*                             | 200 | application/sparql-results+json",
                "SELECT    | application/sparql-results+xml | */*                             | 200 | application/sparql-results+xml",
                "SELECT    | text/csv                       | */*                             | 200 | text/csv;charset=utf-8",
                "CONSTRUCT | turtle                         | application/turtle,text/turtle  | 200 | text/turtle;charset=utf-8",
                "CONSTRUCT | rdf+xml                        | application/rdf+xml             | 200 | application/rdf+xml",
                "CONSTRUCT | rdf xml                        | */*                             | 200 | application/rdf+xml",
                "CONSTRUCT | json-ld                        | application/ld+json             | 200 | application/ld+json",
                "CONSTRUCT | xml                            | */*                             | 200 | application/rdf+xml",
                "CONSTRUCT | json                           | */*                             | 200 | application/ld+json",
                "CONSTRUCT | n3                             | text/rdf+n3                     | 200 | text/turtle;charset=utf-8",
                // A name of nobody's: the header says what is wanted, or it is refused.
                "SELECT    | srj                            | application/sparql-results+json | 200 | application/sparql-results+json",
                "SELECT    | srj                            | */*                             | 406 | application/problem+json",
                // A known name that does not fit is never guessed around.
                "SELECT    | ttl                            | text/csv                        | 406 | application/problem+json"
            })
    void aFormatIsHadByTheNamesThatClientsSend(
            String form, String format, String accept, int status, String type, Site site) {
        String query = form.equals("SELECT") ? "SELECT (1 AS ?one) {}" : "CONSTRUCT { <urn:a> <urn:b> 1 } {}";
        HttpResponse<byte[]> answer = site.get(
                "/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8) + "&format="
                        + URLEncoder.encode(format, StandardCharsets.UTF_8),
                "Accept",
                accept);

        assertThat(answer.statusCode()).as(Site.text(answer)).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains(type);
    }
}
