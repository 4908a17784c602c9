package uk.declared.web.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.declared.web.Site;
import uk.declared.web.WithSite;
import uk.declared.web.search.Entity;
import uk.declared.web.search.IndexedThings;
import uk.declared.web.search.Kind;

@ExtendWith(WithSite.class)
class ReconcileTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Site site;

    ReconcileTest(Site site) {
        this.site = site;
    }

    private JsonNode ask(String queries) {
        HttpResponse<byte[]> response =
                site.get("/reconcile?queries=" + URLEncoder.encode(queries, StandardCharsets.UTF_8));
        assertThat(response.statusCode()).as(Site.text(response)).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    @Test
    void theServiceDescribesItself() {
        JsonNode description = JSON.readTree(site.get("/reconcile").body());

        assertThat(description.at("/versions/1").asString()).isEqualTo("0.2");
        assertThat(description.path("identifierSpace").asString()).isEqualTo("http://localhost:8080/id/");
        assertThat(description.at("/view/url").asString()).isEqualTo("http://localhost:8080/id/{{id}}");
        assertThat(description.path("defaultTypes").size()).isEqualTo(4);
        assertThat(site.get("/reconcile").headers().firstValue("Access-Control-Allow-Origin"))
                .hasValue("*");
    }

    @ParameterizedTest
    @CsvSource({
        "Altrincham,                            Area,    area-E05015239, 100, false",
        "altrincham ward,                       Area,    area-E05015239, 95,  false",
        "e05015239,                             Area,    area-E05015239, 100, true",
        "Altringham,                            Area,    area-E05015239, 81,  false",
        "Trafford Metropolitan Borough Council, Council, council-trafford, 100, true",
        "Trafford Council,                      Council, council-trafford, 95, true",
        "Trafford,                              Council, council-trafford, 95, true",
        "green party,                           Party,   party-PP63,     95,  true"
    })
    void namesAreMatched(String name, String type, String id, double score, boolean match) {
        JsonNode found = ask("{\"q0\": {\"query\": \"" + name + "\", \"type\": \"" + type + "\"}}")
                .at("/q0/result/0");

        assertThat(found.path("id").asString()).isEqualTo(id);
        assertThat(found.path("score").asDouble()).isEqualTo(score);
        assertThat(found.path("match").asBoolean()).isEqualTo(match);
    }

    @Test
    void twoThingsThatFitAreNotMatchedWithoutAsking(@TempDir Path folder) throws IOException {
        Entity great = party("party/PP52", "Conservative and Unionist Party");
        Entity northern = party("party/PP51", "Conservative and Unionist Party");
        Entity saint = new Entity(
                "area/E05000001",
                Kind.AREA,
                List.of("St Mary's"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of());
        Entity saints = new Entity(
                "area/E05000002",
                Kind.AREA,
                List.of("St. Marys"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of());
        try (Entities entities = new Entities(IndexedThings.of(folder, great, northern, saint, saints))) {
            assertThat(entities.match(asked("Conservative and Unionist Party")))
                    .hasSize(2)
                    .noneMatch(Match::certain);
            assertThat(entities.match(asked("St Mary's")))
                    .as("one is exact, the other plain")
                    .hasSize(2)
                    .noneMatch(Match::certain);
        }
    }

    private static Entity party(String id, String name) {
        return new Entity(
                id, Kind.PARTY, List.of(name), Optional.empty(), Optional.empty(), Optional.empty(), Set.of());
    }

    private static AskedName asked(String name) {
        return new AskedName(name, Optional.empty(), Optional.empty(), Optional.empty(), 5);
    }

    @Test
    void areasAreLookedForWithinTheCouncilThatIsNamed() {
        String query = "{\"a\": {\"query\": \"Altrincham\", \"properties\": [{\"pid\": \"council\", \"v\": \"%s\"}]}}";

        assertThat(ask(query.formatted("trafford")).at("/a/result"))
                .as("the ward of now, and that of the same name before it")
                .extracting(found -> found.path("id").asString())
                .containsExactly("area-E05015239", "area-E05000819");
        assertThat(ask(query.formatted("stockport")).at("/a/result").size()).isZero();
    }

    @Test
    void aTableIsExtended() {
        String asked =
                "{\"ids\":[\"area-E05015239\",\"council-trafford\",\"area-E00000000\"],\"properties\":[{\"id\":\"code\"},"
                        + "{\"id\":\"electorate\"},{\"id\":\"last-result\"},{\"id\":\"winners\"},{\"id\":\"last-poll\"}]}";
        JsonNode answer =
                JSON.readTree(site.get("/reconcile?extend=" + URLEncoder.encode(asked, StandardCharsets.UTF_8))
                        .body());

        assertThat(answer.at("/meta/1/id").asString()).isEqualTo("electorate");
        JsonNode ward = answer.at("/rows/area-E05015239");
        assertThat(ward.at("/code/0/str").asString()).isEqualTo("E05015239");
        assertThat(ward.at("/electorate/0/int").asInt()).isEqualTo(7876);
        assertThat(ward.at("/last-result/0/id").asString()).isEqualTo("contest-local.trafford.altrincham.2024-05-02");
        assertThat(ward.path("winners").size()).isEqualTo(1);
        assertThat(ward.at("/last-poll/0/date").asString()).isEqualTo("2024-05-02T00:00:00Z");
        assertThat(answer.at("/rows/council-trafford/last-poll/0/date").asString())
                .isEqualTo("2024-05-02T00:00:00Z");
        assertThat(answer.at("/rows/area-E00000000/code").size()).isZero();
    }

    @Test
    void theColumnsToExtendByAreProposed() {
        JsonNode proposed =
                JSON.readTree(site.get("/reconcile/properties?type=Party").body());

        assertThat(proposed.path("properties")).hasSize(1);
        assertThat(JSON.readTree(site.get("/reconcile").body())
                        .at("/extend/propose_properties/service_path")
                        .asString())
                .isEqualTo("/properties");
    }

    @ParameterizedTest
    @CsvSource({
        "area-E05015239, /doc/area/E05015239",
        "council-trafford, /doc/council/trafford",
        "contest-local.trafford.altrincham.2024-05-02, /doc/contest/local.trafford.altrincham.2024-05-02",
        "party-joint-party-9001-9002, /doc/party/joint-party-9001-9002"
    })
    void anIdentifierNeedsNoSlashAndLeadsToItsDocument(String id, String document) {
        HttpResponse<byte[]> see = site.get("/id/" + id);

        assertThat(see.statusCode()).isEqualTo(303);
        assertThat(see.headers().firstValue("Location")).hasValue(document);
    }

    @Test
    void aThingIsPreviewedInAFrame() {
        HttpResponse<byte[]> preview = site.get("/reconcile/preview?id=area-E05015239");

        assertThat(Site.text(preview)).contains("Altrincham", "E05015239", "/doc/area/E05015239");
        assertThat(preview.headers().firstValue("Content-Security-Policy").orElse(""))
                .endsWith("frame-ancestors *");
        assertThat(site.get("/reconcile/preview?id=area-E00000000").statusCode())
                .isEqualTo(404);
    }

    @Test
    void manyNamesAreAskedForAtOnceByPost() {
        HttpResponse<byte[]> response = site.post(
                "/reconcile",
                "application/x-www-form-urlencoded",
                "queries="
                        + URLEncoder.encode(
                                "{\"a\":{\"query\":\"Urmston\"},\"b\":{\"query\":\"?\"}}", StandardCharsets.UTF_8));

        JsonNode answer = JSON.readTree(response.body());
        assertThat(answer.at("/a/result/0/name").asString()).isEqualTo("Urmston");
        assertThat(answer.at("/b/result").size()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"not json, 400", "[], 400", "42, 400"})
    void whatIsNoQueryIsAnswered(String queries, int status) {
        assertThat(site.get("/reconcile?queries=" + URLEncoder.encode(queries, StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(status);
    }

    @Test
    void tooManyNamesAreRefused() {
        StringBuilder queries = new StringBuilder("{");
        for (int i = 0; i <= 100; i++) {
            queries.append(i == 0 ? "" : ",").append("\"q").append(i).append("\":{}");
        }

        HttpResponse<byte[]> response = site.post(
                "/reconcile",
                "application/x-www-form-urlencoded",
                "queries=" + URLEncoder.encode(queries + "}", StandardCharsets.UTF_8));

        assertThat(response.statusCode()).isEqualTo(413);
    }

    @Test
    void namesAreSuggestedAsSomebodyTypes() {
        JsonNode found =
                JSON.readTree(site.get("/reconcile/suggest/entity?prefix=alt").body());

        assertThat(found.at("/result/0/id").asString()).isEqualTo("area-E05015239");
    }

    @Test
    void ofTwoOfOneNameNeitherIsCertainUnlessTheDayTells(@TempDir Path folder) throws IOException {
        Entity earlier = area("E05000819", "2004-06-10", "2023-05-03");
        Entity later = area("E05015239", "2023-05-04", null);
        try (Entities entities = new Entities(IndexedThings.of(folder, earlier, later))) {
            List<Match> both = entities.match(asked(Optional.empty()));
            List<Match> one = entities.match(asked(Optional.of(LocalDate.of(2016, 5, 5))));

            assertThat(both).extracting(Match::certain).containsExactly(false, false);
            assertThat(both.get(0).entity())
                    .as("the one that is still there first")
                    .isEqualTo(later);
            assertThat(one).singleElement().isEqualTo(new Match(earlier, 100, true));
        }
    }

    private static AskedName asked(Optional<LocalDate> day) {
        return new AskedName("Altrincham", Optional.of(Kind.AREA), Optional.empty(), day, 5);
    }

    private static Entity area(String code, String from, @org.jspecify.annotations.Nullable String until) {
        return new Entity(
                "area/" + code,
                Kind.AREA,
                List.of("Altrincham"),
                Optional.of(code),
                Optional.of(LocalDate.parse(from)),
                Optional.ofNullable(until).map(LocalDate::parse),
                Set.of());
    }
}
