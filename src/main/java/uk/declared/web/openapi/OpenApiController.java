package uk.declared.web.openapi;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import uk.declared.deployment.Deployment;
import uk.declared.ground.Json;
import uk.declared.ground.Shipped;
import uk.declared.linkeddata.Uris;
import uk.declared.query.LibraryQuery;
import uk.declared.query.ParameterType;
import uk.declared.query.QueryLibrary;
import uk.declared.query.QueryParameter;
import uk.declared.query.TableWriter;
import uk.declared.web.data.PublisherSettings;
import uk.declared.web.http.Answers;
import uk.declared.web.http.SubmissionPaths;
import uk.declared.web.page.Pages;

/**
 * {@code /openapi.json}: the fixed paths from a file, and a path for every query of the library, made from its header. What
 * this server does not do, such as taking submissions where it only reads, is left out.
 */
@RestController
final class OpenApiController {
    private static final String FILE = "/uk/declared/web/openapi.json";
    private static final List<String> OF_PUBLISHERS = List.of(
            SubmissionPaths.HOME,
            "/timegate",
            "/timemap",
            Uris.DOCUMENTS + "{kind}/{id}/at/",
            "/ldes",
            "/events",
            "/data/releases",
            "/data/record/",
            "/.well-known/jwks.json");

    private static final Set<String> OF_THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final ObjectNode fixed;
    private final QueryLibrary library;
    private final Pages pages;

    /** @param deployment is there where submissions are taken and versions can be read */
    OpenApiController(
            QueryLibrary library,
            Uris uris,
            Pages pages,
            PublisherSettings publisher,
            ObjectProvider<Deployment> deployment) {
        this.library = library;
        this.pages = pages;
        this.fixed = read();
        fixed.putArray("servers").addObject().put("url", server(URI.create(uris.base())));
        contact(publisher, (ObjectNode) fixed.get("info"));
        if (deployment.stream().findAny().isEmpty()) {
            ObjectNode paths = (ObjectNode) fixed.get("paths");
            List<String> names = List.copyOf(paths.propertyNames());
            names.stream()
                    .filter(name -> OF_PUBLISHERS.stream().anyMatch(name::startsWith) || name.contains("{version}/"))
                    .forEach(paths::remove);
        }
    }

    /** Whom to ask, where the operator says so. */
    static void contact(PublisherSettings publisher, ObjectNode info) {
        if (publisher.stated().isPresent() || publisher.contact().isPresent()) {
            ObjectNode contact = info.putObject("contact");
            publisher.stated().ifPresent(name -> contact.put("name", name));
            publisher.contact().ifPresent(email -> contact.put("email", email));
        }
    }

    /** Where the base names nothing but the machine that one is at, whoever has the description knows better where it is from. */
    static String server(URI base) {
        if (OF_THIS_MACHINE.contains(base.getHost())) {
            return base.getPath().isEmpty() ? "/" : base.getPath();
        }
        return base.toString();
    }

    private static ObjectNode read() {
        return (ObjectNode) Json.PLAIN.readTree(Shipped.bytes(OpenApiController.class, FILE));
    }

    @GetMapping("/openapi.json")
    ResponseEntity<byte[]> description(HttpServletRequest request) {
        Locale language = pages.wording(request).locale();
        ObjectNode whole = fixed.deepCopy();
        ObjectNode paths = (ObjectNode) whole.get("paths");
        library.queries().forEach(query -> describe(query, language, paths));
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage());
        headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        return Answers.of(
                request,
                MediaType.APPLICATION_JSON,
                Json.PLAIN.writeValueAsBytes(whole),
                headers,
                List.of(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private static void describe(LibraryQuery query, Locale language, ObjectNode paths) {
        ObjectNode operation = paths.putObject("/queries/" + query.name()).putObject("get");
        operation.putArray("tags").add("Queries");
        operation.putArray("security");
        operation.put("operationId", "query-" + query.name());
        operation.put("summary", query.title().in(language));
        operation.put("description", query.description().in(language));
        ArrayNode parameters = operation.putArray("parameters");
        query.parameters().forEach(parameter -> describe(parameter, language, parameters.addObject()));
        ObjectNode page = parameters.addObject();
        page.put("name", "page").put("in", "query").put("description", "The page of a long answer, counted from 1.");
        page.putObject("schema").put("type", "integer").put("minimum", 1);
        ObjectNode responses = operation.putObject("responses");
        ObjectNode answer = responses.putObject("200");
        answer.put(
                "description",
                "The answer. A suffix such as .csv or .json names its form; without one it is negotiated.");
        ObjectNode content = answer.putObject("content");
        // JSON first: generated clients ask for it where it is offered, and read the answer as what stands first.
        Arrays.stream(TableWriter.values())
                .filter(writer -> writer != TableWriter.TEXT)
                .map(TableWriter::mediaType)
                .sorted(Comparator.comparing(type -> !type.endsWith("json")))
                .forEach(type -> content.putObject(type)
                        .putObject("schema")
                        .put("type", type.endsWith("json") ? "object" : "string"));
        query.areas()
                .ifPresent(areas -> content.putObject("application/geo+json")
                        .putObject("schema")
                        .put("type", "object"));
        for (String status : List.of("400", "404", "503")) {
            responses.putObject(status).put("$ref", "#/components/responses/Problem");
        }
    }

    private static void describe(QueryParameter parameter, Locale language, ObjectNode json) {
        json.put("name", parameter.name());
        json.put("in", "query");
        json.put("description", parameter.label().in(language));
        json.put("required", parameter.required());
        ObjectNode schema = json.putObject("schema");
        if (parameter.type() == ParameterType.LIMIT) {
            schema.put("type", "integer").put("minimum", 1).put("maximum", 1000);
        } else {
            schema.put("type", "string");
        }
        if (parameter.type() == ParameterType.DATE) {
            schema.put("format", "date");
        }
        put(schema, "default", parameter.standard(), parameter.type());
        put(json, "example", parameter.example(), parameter.type());
    }

    private static void put(ObjectNode json, String name, Optional<String> value, ParameterType type) {
        value.ifPresent(text -> {
            if (type == ParameterType.LIMIT) {
                json.put(name, Integer.parseInt(text));
            } else {
                json.put(name, text);
            }
        });
    }
}
