package uk.declared.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The JSON-LD of each kind of thing has one form, which a JSON Schema states, as a validator that nobody here wrote reads it. */
@ExtendWith(WithSite.class)
class JsonLdSchemasTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST = 60;

    /** The paths of the documents about things of a kind, as far as they are not withdrawn. */
    private static List<String> documents(Site site, String kind) {
        String query = "SELECT DISTINCT ?s { { ?s a ?type } UNION { ?other ?property ?s }"
                + " FILTER(STRSTARTS(STR(?s), \"http://localhost:8080/id/" + kind + "/\")) } ORDER BY ?s";
        JsonNode rows = JSON.readTree(site.get(
                                "/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8),
                                "Accept",
                                "application/json")
                        .body())
                .at("/results/bindings");
        int parts = kind.equals("candidacy") || kind.equals("declaration") ? 5 : 4;
        List<String> paths = new ArrayList<>();
        for (JsonNode row : rows) {
            String path = row.at("/s/value").asString().substring("http://localhost:8080".length());
            if (path.split("/").length == parts && path.matches("[!-~]+")) {
                paths.add(path.replaceFirst("^/id/", "/doc/"));
            }
        }
        return paths.stream()
                .filter(path -> site.get(path + ".jsonld").statusCode() == 200)
                .limit(MOST)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"contest", "candidacy", "election", "area", "council", "party", "declaration", "submission"})
    void everyDocumentOfAKindIsAsItsSchemaSays(String kind, Site site) {
        HttpResponse<byte[]> served = site.get("/def/schemas/" + kind + ".json");
        assertThat(served.statusCode()).isEqualTo(200);
        assertThat(served.headers().firstValue("Content-Type")).contains("application/schema+json");
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Site.text(served), InputFormat.JSON);
        List<String> paths = documents(site, kind);
        assertThat(paths).isNotEmpty();

        Map<String, Set<String>> forms = new TreeMap<>();
        for (String path : paths) {
            HttpResponse<byte[]> document = site.get(path + ".jsonld");
            assertThat(document.headers().allValues("Link"))
                    .contains(
                            "</def/schemas/" + kind + ".json>; rel=\"describedby\"; type=\"application/schema+json\"");
            String text = Site.text(document);
            assertThat(schema.validate(text, InputFormat.JSON)).as(path).isEmpty();
            JsonNode tree = JSON.readTree(text);
            for (Map.Entry<String, JsonNode> member : tree.properties()) {
                if (!member.getKey().equals("@context")) {
                    note(member.getKey(), member.getValue(), forms);
                }
            }
        }
        // Counted without the schema: a name has values of one form, in all documents and wherever it stands in them.
        forms.remove("type");
        assertThat(forms)
                .hasSizeGreaterThan(2)
                .allSatisfy((name, each) -> assertThat(each).as(name).hasSize(1));
        assertThat(forms).doesNotContainKey("label");
    }

    private static void note(String name, JsonNode value, Map<String, Set<String>> forms) {
        forms.computeIfAbsent(name, none -> new TreeSet<>())
                .add(value.getNodeType().name());
        if (name.equals("labels")) {
            return;
        }
        if (value.isObject()) {
            value.properties().forEach(member -> note(member.getKey(), member.getValue(), forms));
        } else if (value.isArray()) {
            for (JsonNode item : value) {
                forms.computeIfAbsent(name + "[]", none -> new TreeSet<>())
                        .add(item.getNodeType().name());
                if (item.isObject()) {
                    item.properties().forEach(member -> note(member.getKey(), member.getValue(), forms));
                }
            }
        }
    }

    @Test
    void theOrderIsTheSameEachTime(Site site) {
        String path = "/doc/election/local.trafford.2024-05-02.jsonld";

        assertThat(site.get(path).body()).isEqualTo(site.get(path).body());
        List<String> contests = new ArrayList<>();
        JSON.readTree(site.get(path).body())
                .path("contests")
                .forEach(each -> contests.add(each.path("id").asString()));
        assertThat(contests).isSorted().hasSizeGreaterThan(10);
    }

    @Test
    void aSchemaRefusesWhatHasAnotherForm(Site site) {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Site.text(site.get("/def/schemas/contest.json")), InputFormat.JSON);
        String text = Site.text(site.get(Site.ALTRINCHAM + ".jsonld"));

        assertThat(schema.validate(text, InputFormat.JSON)).isEmpty();
        ObjectNode words = (ObjectNode) JSON.readTree(text);
        ((ObjectNode) words.path("candidacies").path(0)).put("votes", "many");
        assertThat(schema.validate(words.toString(), InputFormat.JSON)).isNotEmpty();
        ObjectNode without = (ObjectNode) JSON.readTree(text);
        without.remove("pollingDate");
        assertThat(schema.validate(without.toString(), InputFormat.JSON)).isNotEmpty();
        assertThat(site.get("/def/schemas/ballot.json").statusCode()).isEqualTo(404);
    }
}
