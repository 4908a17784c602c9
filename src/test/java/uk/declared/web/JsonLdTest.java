package uk.declared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON-LD reads like plain JSON, and says what Turtle says; expected figures stand in the example results' own files. */
@ExtendWith(WithSite.class)
class JsonLdTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void aContestReadsLikePlainJson(Site site) {
        JsonNode contest = json(site, Site.ALTRINCHAM + ".jsonld");

        assertThat(contest.at("/type").asString()).isEqualTo("Contest");
        assertThat(contest.at("/pollingDate").asString()).isEqualTo("2024-05-02");
        assertThat(contest.at("/electorate").asInt()).isEqualTo(7876);
        assertThat(contest.at("/office").asString()).isEqualTo("councillor");
        assertThat(contest.path("candidacies")).hasSize(4);
        assertThat(contest.path("candidacies")
                        .valueStream()
                        .mapToInt(one -> one.path("votes").asInt()))
                .contains(810, 518, 103)
                .isSortedAccordingTo((one, other) -> Integer.compare(other, one));
        assertThat(contest.at("/candidacies/0/elected").asBoolean()).isTrue();
        assertThat(contest.at("/candidacies/0/party/labels").isObject()).isTrue();
        assertThat(contest.at("/election/electedBody/id").asString()).endsWith("/id/council/trafford");
        assertThat(contest.at("/declarations/0/version").asInt()).isEqualTo(1);
        assertThat(contest.has("@included")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                Site.ALTRINCHAM,
                Site.UNOPPOSED,
                Site.TIE,
                "/doc/election/local.trafford.2024-05-02",
                "/doc/election/local.2024-05-02",
                "/doc/area/E05015239",
                "/doc/council/trafford",
                "/doc/party/joint-party-9001-9002",
                "/doc/candidacy/local.trafford.altrincham.2024-05-02/mario-miniaci",
                "/doc/declaration/local.trafford.altrincham.2024-05-02/1"
            })
    void itExpandsToTheTriplesOfTheTurtle(String path, Site site) {
        Graph turtle = parse(site.get(path + ".ttl"), Lang.TURTLE);

        assertThat(turtle.isEmpty()).isFalse();
        assertThat(parse(site.get(path + ".jsonld"), Lang.JSONLD11).isIsomorphicWith(turtle))
                .isTrue();
    }

    @Test
    void theContextIsPublishedAndDocumentsDefineTheirNamesAsItDoes(Site site) {
        HttpResponse<byte[]> response = site.get("/def/context.jsonld");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).isEqualTo("application/ld+json");
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin").orElse(""))
                .isEqualTo("*");
        JsonNode published = JSON.readTree(response.body()).path("@context");

        json(site, Site.ALTRINCHAM + ".jsonld")
                .path("@context")
                .properties()
                .forEach(entry -> assertThat(published.get(entry.getKey()))
                        .as(entry.getKey())
                        .isEqualTo(entry.getValue()));
    }

    @Test
    void everyPropertyOfTheVocabularyHasAName(Site site) throws Exception {
        String context = Files.readString(Path.of("ontology/context.jsonld"));
        String ontology = Files.readString(Path.of("ontology/local-elections.ttl"));

        assertThat(Pattern.compile("^le:([a-z]\\w*) a owl:(?:Object|Datatype)Property", Pattern.MULTILINE)
                        .matcher(ontology)
                        .results()
                        .map(match -> match.group(1)))
                .hasSizeGreaterThan(100)
                .allSatisfy(property -> assertThat(context).contains("{\"@id\": \"le:" + property + "\""));
    }

    private static JsonNode json(Site site, String path) {
        return JSON.readTree(site.get(path).body());
    }

    private static Graph parse(HttpResponse<byte[]> response, Lang lang) {
        assertThat(response.statusCode()).isEqualTo(200);
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.source(new ByteArrayInputStream(response.body()))
                .lang(lang)
                .base("http://localhost/")
                .parse(graph);
        return graph;
    }
}
