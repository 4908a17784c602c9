package uk.declared.web.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.sparql.graph.GraphFactory;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.declared.linkeddata.Vocabulary;
import uk.declared.report.RuleTexts;
import uk.declared.web.Site;
import uk.declared.web.WithSite;

/** The pages of the rules, and the rules as data. */
@ExtendWith(WithSite.class)
class RulePagesTest {
    @ParameterizedTest
    @ValueSource(strings = {"en", "cy"})
    void everyRuleHasAPageWithItsReasonItsSourceAndItsMend(String language, Site site) {
        RuleTexts texts = RuleTexts.in(Locale.forLanguageTag(language));
        for (String number : texts.numbers()) {
            Document page = site.page("/def/rules/" + number + "?lang=" + language);

            assertThat(page.select("h1").text()).contains(number, texts.title(number));
            assertThat(page.select("#reason-text").text()).as(number).isNotBlank();
            assertThat(page.select("#sources li").eachText())
                    .as(number)
                    .isNotEmpty()
                    .doesNotContain("");
            assertThat(page.select("#mend-text").text()).as(number).isNotBlank();
        }
    }

    @Test
    void aRulesPageShowsBothExamplesMarkedWhereTheyDifferAndTheShape(Site site) {
        Document page = site.page("/def/rules/F402");

        assertThat(page.select("#breaks + pre mark").eachText()).containsExactly("le:votes 501 ;");
        assertThat(page.select("#keeps + pre mark").eachText()).containsExactly("le:votes 300 ;");
        assertThat(page.select("#shape ~ pre").text())
                .contains("rule:F402", "sh:lessThanOrEquals", "sh:targetClass", "le:Candidacy")
                .doesNotContain("rule:W403", "foaf");
        assertThat(page.select(".govuk-tag").text()).isEqualTo("Refuses");
        assertThat(page.select("#sources a").attr("href"))
                .isEqualTo("https://www.legislation.gov.uk/uksi/2006/3304/schedule/2/paragraph/50");
        assertThat(page.text())
                .contains("… has … votes and is not elected, though somebody is elected with ….")
                .doesNotContain("{");
    }

    @Test
    void whatIsFoundInReadingHasAPageThatSaysWhyThereIsNoShape(Site site) {
        Document page = site.page("/def/rules/F014");

        assertThat(page.select("pre")).isEmpty();
        assertThat(page.select("#shape + p").text()).startsWith("This is found while the file is read");
        assertThat(page.select("#sources a").attr("href")).isEqualTo("https://www.rfc-editor.org/rfc/rfc4180");
    }

    @Test
    void thePageOfAllRulesLeadsToEachOfThemByFamily(Site site) {
        Document page = site.page("/def/rules");

        assertThat(page.select("main td + td .govuk-tag")).hasSameSizeAs(page.select("main tbody tr"));
        assertThat(page.select("main tbody a").eachText())
                .containsExactlyInAnyOrderElementsOf(
                        RuleTexts.in(Locale.ENGLISH).numbers());
        assertThat(page.select("main h2").eachText())
                .containsSubsequence("Reading", "Identity", "Candidates", "Votes", "Winners", "Ballot papers");
        assertThat(site.page("/def/rules?lang=cy").select("h1").text()).isEqualTo("Rheolau");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/def/rules/F000",
                "/def/rules/f402",
                "/def/rules/F402.exe",
                "/def/rules.exe",
                "/def/rules/Loser",
                "/def/rules/F4022",
                "/def/local-elections/rule/F999"
            })
    void aNumberThatNoRuleHasIsNotFound(String path, Site site) {
        HttpResponse<byte[]> response = site.get(path, "Accept", "text/html");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(Site.text(response)).contains("There is no rule with that number.");
    }

    @ParameterizedTest
    @CsvSource({
        "/def/rules/F402, text/turtle, text/turtle;charset=utf-8",
        "/def/rules/F402, application/ld+json, application/ld+json",
        "/def/rules/F402, */*, text/html;charset=utf-8",
        "/def/rules/F402.rdf, text/html, application/rdf+xml",
        "/def/rules, application/n-triples, application/n-triples",
        "/def/rules.ttl, text/html, text/turtle;charset=utf-8"
    })
    void theFormIsNegotiatedAndTheAnswerSaysSo(String path, String accept, String type, Site site) {
        HttpResponse<byte[]> response = site.get(path, "Accept", accept);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").map(value -> value.replace("UTF-8", "utf-8")))
                .contains(type);
        assertThat(response.headers().allValues("Vary")).contains("Accept", "Accept-Language");
        assertThat(response.headers().allValues("Link"))
                .anySatisfy(link -> assertThat(link).contains("rel=\"canonical\""))
                .anySatisfy(link -> assertThat(link).contains(".ttl>; rel=\"alternate\""));
        String tag = response.headers().firstValue("ETag").orElseThrow();
        assertThat(site.get(path, "Accept", accept, "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        assertThat(site.get("/def/rules/F402", "Accept", "application/pdf").statusCode())
                .isEqualTo(406);
    }

    @Test
    void aRuleSaysTheSameInEverySyntax(Site site) {
        List<Graph> graphs = Map.of("ttl", Lang.TURTLE, "jsonld", Lang.JSONLD, "rdf", Lang.RDFXML, "nt", Lang.NTRIPLES)
                .entrySet()
                .stream()
                .map(form -> parse(site.get("/def/rules/W515." + form.getKey()), form.getValue()))
                .toList();

        assertThat(graphs)
                .allSatisfy(graph ->
                        assertThat(graph.isIsomorphicWith(graphs.get(0))).isTrue());
        assertThat(graphs.get(0).size()).isGreaterThan(15);
    }

    /** What is served of one rule is a shapes graph that works by itself. */
    @Test
    void aServedRuleCanBeRunByAnyValidator(Site site) {
        Shapes served = Shapes.parse(parse(site.get("/def/rules/F301.ttl"), Lang.TURTLE));

        assertThat(conforms(served, "shapes/examples/F301-keeps.ttl")).isTrue();
        assertThat(conforms(served, "shapes/examples/F301-breaks.ttl")).isFalse();
    }

    @Test
    void theDocumentOfAllRulesHasEachOfThem(Site site) {
        Graph all = parse(site.get("/def/rules.nt"), RDFLanguages.NTRIPLES);

        assertThat(RuleTexts.in(Locale.ENGLISH).numbers())
                .allSatisfy(number -> assertThat(all.contains(Vocabulary.rule(number), Node.ANY, Node.ANY))
                        .isTrue());
    }

    @Test
    void theRedirectOfPermanentNamesFindsTheRules(Site site) {
        assertThat(site.get("/def/local-elections/rule/W515").headers().firstValue("Location"))
                .contains("/def/rules/W515");
        assertThat(site.get("/def/local-elections/rules").headers().firstValue("Location"))
                .contains("/def/rules");
    }

    private static boolean conforms(Shapes shapes, String example) {
        Graph data = GraphFactory.createDefaultGraph();
        RDFParser.source(example).lang(Lang.TURTLE).parse(data);
        return ShaclValidator.get().conforms(shapes, data);
    }

    private static Graph parse(HttpResponse<byte[]> response, Lang syntax) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.source(new ByteArrayInputStream(response.body())).lang(syntax).parse(graph);
        return graph;
    }
}
