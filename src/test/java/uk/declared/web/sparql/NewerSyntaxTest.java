package uk.declared.web.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.declared.web.Site;
import uk.declared.web.WithSite;

/** SPARQL 1.2: what is taken, and what is refused by its name. */
@ExtendWith(WithSite.class)
class NewerSyntaxTest {
    private static HttpResponse<byte[]> ask(Site site, String query) {
        return site.get("/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8), "Accept", "text/csv");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "VERSION \"1.2\" SELECT (1 AS ?v) {} | 1",
                "SELECT (hasLANG(\"a\"@en) AS ?v) {} | true",
                "SELECT (hasLANG(\"a\") AS ?v) {} | false",
                "SELECT (LANGDIR(STRLANGDIR(\"a\", \"ar\", \"rtl\")) AS ?v) {} | rtl",
                "SELECT (LANGDIR(\"a\"@ar--rtl) AS ?v) {} | rtl",
                "SELECT (isTRIPLE(1) AS ?v) {} | false"
            })
    void whatTheDataHaveAUseForIsTaken(String query, String value, Site site) {
        HttpResponse<byte[]> answer = ask(site, query);

        assertThat(answer.statusCode()).as(Site.text(answer)).isEqualTo(200);
        assertThat(Site.text(answer).strip().lines().skip(1)).containsExactly(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            value = {
                "SELECT * { ?s ?p <<( ?a ?b ?c )>> } § triple terms",
                "SELECT * { << ?s ?p ?o >> ?x ?y } § reified triples",
                "SELECT * { ?s ?p ?o {| <urn:x> ?z |} } § annotations",
                "SELECT * { ?s ?p ?o ~ ?r } § reifiers",
                "SELECT (TRIPLE(<urn:a>, <urn:b>, 1) AS ?t) {} § TRIPLE"
            })
    void whatIsNotOfferedIsRefusedByItsName(String query, String feature, Site site) {
        HttpResponse<byte[]> answer = ask(site, query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Site.text(answer))
                .contains("\"refusal\":\"newer-syntax\"")
                .contains("SPARQL 1.2")
                .contains(feature)
                .contains("\"line\":1");
    }

    /** As RDF 1.2 Turtle and N-Triples, and SPARQL 1.2's results in JSON and XML have it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "json | SELECT   | 200 | \"its:dir\": \"rtl\"",
                "xml  | SELECT   | 200 | its:dir=\"rtl\"",
                "tsv  | SELECT   | 200 | \"a\"@ar--rtl",
                "ttl  | CONSTRUCT | 200 | \"a\"@ar--rtl",
                "nt   | CONSTRUCT | 200 | \"a\"@ar--rtl",
                "jsonld | CONSTRUCT | 406 | cannot be written as JSON-LD",
                "rdf  | CONSTRUCT | 406 | cannot be written as RDF/XML"
            })
    void aTextKeepsItsDirectionOrIsRefused(String format, String form, int status, String expected, Site site) {
        String query = form.equals("SELECT")
                ? "SELECT (\"a\"@ar--rtl AS ?t) {}"
                : "CONSTRUCT { <urn:a> <urn:b> \"a\"@ar--rtl } {}";
        HttpResponse<byte[]> answer =
                site.get("/sparql?format=" + format + "&query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));

        assertThat(answer.statusCode()).as(Site.text(answer)).isEqualTo(status);
        assertThat(Site.text(answer)).contains(expected);
    }

    @Test
    void whatLooksLikeItWithinATextIsNoFeature(Site site) {
        assertThat(ask(site, "VERSION \"1.2\" SELECT (\"<<( ~ {| TRIPLE\" AS ?v) {} # << ~")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void theServiceDescriptionSaysWhatIsTaken(Site site) {
        assertThat(Site.text(site.get("/sparql", "Accept", "text/turtle")))
                .contains("https://www.w3.org/TR/sparql12-query/")
                .contains("hasLANG");
    }
}
