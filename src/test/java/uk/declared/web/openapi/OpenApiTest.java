package uk.declared.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import uk.declared.deployment.Deployment;
import uk.declared.deployment.ExampleResults;
import uk.declared.query.QueryLibrary;
import uk.declared.web.DeclaredServer;
import uk.declared.web.data.PublisherSettings;
import uk.declared.web.settings.ServerSettings;

/** What the description promises is asked of the running server. */
class OpenApiTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

    @TempDir
    private static Path folder;

    private static Deployment deployment;
    private static DeclaredServer server;
    private static JsonNode described = JSON.createObjectNode();

    @BeforeAll
    static void start() throws Exception {
        deployment = Deployment.open(folder, Optional.empty());
        ExampleResults.publishInto(deployment);
        server = DeclaredServer.start(deployment, ServerSettings.onPort(0));
        described = JSON.readTree(send("GET", "/openapi.json", Map.of()).body());
    }

    @AfterAll
    static void stop() {
        server.close();
        deployment.close();
    }

    private static HttpResponse<String> send(String method, String path, Map<String, String> headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        headers.forEach(request::header);
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void everyPathThatCanBeReadAnswersAsDescribed() throws Exception {
        List<String> asked = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : described.get("paths").properties()) {
            JsonNode get = path.getValue().path("get");
            if (!get.isMissingNode()) {
                String address = address(path.getKey(), get);
                for (String type : types(get)) {
                    // A stream of events has no end.
                    String method = type.equals("text/event-stream") ? "HEAD" : "GET";
                    HttpResponse<String> response = send(method, address, Map.of("Accept", type));
                    assertThat(get.path("responses").propertyNames())
                            .as(address + " as " + type + ": " + response.body())
                            .contains(Integer.toString(response.statusCode()));
                    if (response.statusCode() == 200) {
                        assertThat(response.headers().firstValue("Content-Type").orElse(""))
                                .as(address)
                                .startsWith(type);
                    }
                    asked.add(address);
                }
            }
        }
        assertThat(asked).hasSizeGreaterThan(100);
    }

    /** Every place filled in with its example; what a query needs, given. */
    private static String address(String path, JsonNode get) {
        Map<String, String> examples = new java.util.HashMap<>();
        List<String> given = new ArrayList<>();
        for (JsonNode parameter : get.path("parameters")) {
            String name = parameter.path("name").asString();
            String example = parameter.path("example").asString("");
            if (parameter.path("in").asString().equals("path")) {
                assertThat(example).as(path + " " + name).isNotEmpty();
                examples.put(name, example);
            } else if (parameter.path("in").asString().equals("query") && !example.isEmpty()) {
                given.add(name + "=" + URLEncoder.encode(example, StandardCharsets.UTF_8));
            }
        }
        Matcher places = PLACE.matcher(path);
        String filled = places.replaceAll(place -> examples.getOrDefault(place.group(1), "?"));
        return given.isEmpty() ? filled : filled + "?" + String.join("&", given);
    }

    private static List<String> types(JsonNode get) {
        JsonNode content = get.at("/responses/200/content");
        List<String> types = new ArrayList<>(content.isMissingNode() ? List.of() : content.propertyNames());
        types.removeIf(type -> get.path("tags").get(0).asString().equals("SPARQL") && !type.contains("results+json"));
        return types.isEmpty() ? List.of("*/*") : types;
    }

    @Test
    void everyPartThatHealthMayNameIsDescribed() {
        ResourceBundle texts = ResourceBundle.getBundle("uk.declared.web.messages", Locale.ROOT);
        List<String> parts = texts.keySet().stream()
                .filter(key -> key.startsWith("health.") && !key.startsWith("health.title."))
                .map(key -> key.substring("health.".length()))
                .toList();

        assertThat(parts).hasSizeGreaterThan(20);
        assertThat(parts)
                .allSatisfy(part -> DescribedHealth.assertThatIsDescribed(
                        "{\"status\":\"down\",\"reasons\":[{\"part\":\"" + part + "\",\"detail\":\"…\"}]}"));
        assertThat(DescribedHealth.schema("Health")
                        .validate(
                                "{\"status\":\"down\",\"reasons\":[{\"part\":\"other\",\"detail\":\"…\"}]}",
                                InputFormat.JSON))
                .isNotEmpty();
    }

    /** An empty list says that nothing is needed; without one, checkers and generators of clients have to guess. */
    @Test
    void everyOperationSaysWhetherATokenIsNeeded() {
        described
                .get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> assertThat(
                                        operation.getValue().path("security").isArray())
                                .as(operation.getKey() + " " + path.getKey())
                                .isTrue()));
    }

    @Test
    void everyQueryOfTheLibraryIsThereWithItsParameters() {
        QueryLibrary library = QueryLibrary.load();
        assertThat(library.queries()).hasSizeGreaterThanOrEqualTo(25);
        library.queries().forEach(query -> {
            JsonNode get =
                    described.at("/paths").path("/queries/" + query.name()).path("get");
            assertThat(get.path("summary").asString()).isNotBlank();
            query.parameters()
                    .forEach(parameter -> assertThat(get.path("parameters")).anySatisfy(json -> {
                        assertThat(json.path("name").asString()).isEqualTo(parameter.name());
                        assertThat(json.path("required").asBoolean()).isEqualTo(parameter.required());
                    }));
        });
    }

    @Test
    void submissionsAreDescribedWithTheirStatuses() throws Exception {
        JsonNode post = described.at("/paths").path("/submissions").path("post");
        assertThat(post.path("responses").propertyNames())
                .contains("200", "201", "401", "403", "409", "413", "415", "422", "429");
        assertThat(post.at("/security/0").propertyNames()).containsExactly("token");
        assertThat(send("POST", "/submissions", Map.of()).statusCode()).isEqualTo(401);
        assertThat(send("POST", "/submissions/withdrawals", Map.of()).statusCode())
                .isEqualTo(401);
    }

    /** What checkers such as Redocly's and Spectral recommend: each operation says how it ends well and how it fails, and is described. */
    @Test
    void everyOperationSaysHowItEnds() {
        for (Map.Entry<String, JsonNode> path : described.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                assertThat(operation.getValue().path("summary").asString()).isNotBlank();
                assertThat(operation.getValue().path("description").asString())
                        .as(operation.getKey() + " " + path.getKey())
                        .isNotBlank();
                assertThat(String.join(
                                " ", operation.getValue().path("responses").propertyNames()))
                        .as(operation.getKey() + " " + path.getKey())
                        .containsPattern("\\b2\\d\\d")
                        .containsPattern("\\b4\\d\\d");
            }
        }
    }

    /** Generated clients ask for JSON where it is offered, but read the answer as what stands first. */
    @Test
    void jsonStandsFirstWhereItIsOffered() {
        for (Map.Entry<String, JsonNode> path : described.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                List<String> types = List.copyOf(
                        operation.getValue().at("/responses/200/content").propertyNames());
                if (types.stream().anyMatch(type -> type.endsWith("json"))) {
                    assertThat(types.get(0)).as(path.getKey()).endsWith("json");
                }
            }
        }
    }

    @Test
    void whoRunsTheServiceIsNamedWhereTheOperatorSaysSo() {
        ObjectNode info = JSON.createObjectNode();
        OpenApiController.contact(new PublisherSettings("", ""), info);
        assertThat(info).isEmpty();

        OpenApiController.contact(new PublisherSettings("Trafford Council", "results@example.gov.uk"), info);
        assertThat(info.at("/contact/name").asString()).isEqualTo("Trafford Council");
        assertThat(info.at("/contact/email").asString()).isEqualTo("results@example.gov.uk");
    }

    /** A description got from this machine is about the server that it came from; a deployed one names its address. */
    @Test
    void theServerIsNamedWhereItHasANameForOthers() {
        assertThat(described.at("/servers/0/url").asString()).isEqualTo("/");
        assertThat(OpenApiController.server(URI.create("http://localhost:8080/results")))
                .isEqualTo("/results");
        assertThat(OpenApiController.server(URI.create("https://results.example.gov.uk/a")))
                .isEqualTo("https://results.example.gov.uk/a");
    }

    /** As the specification asks: names are there once, references lead somewhere, places have parameters. */
    @Test
    void itIsSoundInItself() {
        assertThat(described.path("openapi").asString()).isEqualTo("3.1.0");
        Set<String> operations = new HashSet<>();
        for (Map.Entry<String, JsonNode> path : described.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                assertThat(operations.add(
                                operation.getValue().path("operationId").asString()))
                        .as(path.getKey())
                        .isTrue();
                Set<String> names = new TreeSet<>();
                operation.getValue().path("parameters").forEach(parameter -> {
                    if (parameter.path("in").asString().equals("path")) {
                        assertThat(parameter.path("required").asBoolean()).isTrue();
                        names.add(parameter.path("name").asString());
                    }
                });
                Set<String> places = new TreeSet<>();
                PLACE.matcher(path.getKey()).results().forEach(place -> places.add(place.group(1)));
                assertThat(names).as(path.getKey()).isEqualTo(places);
                assertThat(operation.getValue().path("responses").isEmpty()).isFalse();
            }
        }
        Matcher references = Pattern.compile("\"\\$ref\":\"#([^\"]+)\"").matcher(described.toString());
        references
                .results()
                .forEach(
                        reference -> assertThat(described.at(reference.group(1)).isMissingNode())
                                .as(reference.group(1))
                                .isFalse());
    }
}
