package uk.declared.web.reconcile;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import uk.declared.ground.Json;
import uk.declared.linkeddata.Uris;
import uk.declared.linkeddata.Vocabulary;
import uk.declared.web.http.ProblemException;
import uk.declared.web.page.LocalPaths;
import uk.declared.web.page.Page;
import uk.declared.web.page.Pages;
import uk.declared.web.page.Wording;
import uk.declared.web.search.Entity;
import uk.declared.web.search.Kind;
import uk.declared.web.search.SearchIndex;

/**
 * The W3C Entity Reconciliation API, version 0.2: {@code /reconcile} with the service's description, or with a batch of
 * queries, or with a table to extend; {@code /reconcile/suggest/…} while somebody types; {@code /reconcile/properties} by which a table
 * can be extended; {@code /reconcile/preview} of a thing.
 */
@RestController
final class ReconcileController {
    private static final int MOST_QUERIES = 100;
    private static final int MOST_CHARACTERS = 200_000;
    private static final int LONGEST_NAME = 500;
    private static final int USUAL_LIMIT = 5;
    private static final int MOST_ANSWERS = 25;

    private final SearchIndex index;
    private final Uris uris;
    private final Extension extension;
    private final Pages pages;

    ReconcileController(SearchIndex index, Extension extension, Pages pages, Uris uris) {
        this.uris = uris;
        this.extension = extension;
        this.pages = pages;
        this.index = index;
    }

    @GetMapping(path = "/reconcile", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> reconcile(
            @RequestParam Optional<String> queries, @RequestParam Optional<String> extend) {
        return answer(
                extend.map(this::extended).or(() -> queries.map(this::matches)).orElseGet(this::description));
    }

    @PostMapping(
            path = "/reconcile",
            consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> posted(
            @RequestParam Optional<String> queries, @RequestParam Optional<String> extend) {
        return reconcile(queries, extend);
    }

    /** The columns that a table of things of one type can be extended by. */
    @GetMapping(path = "/reconcile/properties", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> proposed(@RequestParam Optional<String> type) {
        Optional<Kind> kind = type.flatMap(Kind::named);
        Map<String, Object> proposed = new LinkedHashMap<>();
        type.ifPresent(id -> proposed.put("type", id));
        proposed.put(
                "properties",
                Arrays.stream(Extension.Property.values())
                        .filter(property -> kind.isEmpty() || property.isOf(kind.get()))
                        .map(Extension.Property::described)
                        .toList());
        return answer(proposed);
    }

    /** A few lines about a thing, to be shown in a frame of the client's. */
    @GetMapping(path = "/reconcile/preview")
    ResponseEntity<byte[]> preview(@RequestParam String id, HttpServletRequest request) {
        Entity entity = entity(EntityId.path(id))
                .orElseThrow(() -> ProblemException.of(HttpStatus.NOT_FOUND, "problem.404.thing"));
        Map<?, ?> cells = part(part(extension.extend(List.of(id), List.of("last-result", "winners")), "rows"), id);
        Wording wording = pages.wording(request);
        Preview view = new Preview(
                wording.tag(),
                entity.name(),
                Uris.DOCUMENTS + LocalPaths.encode(entity.id()),
                wording.text("reconcile.kind." + entity.kind().name().toLowerCase(Locale.ROOT)),
                description(entity),
                names(cells, "last-result"),
                names(cells, "winners"));
        return pages.answer(request, Page.of("reconcile-preview", entity.name(), view));
    }

    private Optional<Entity> entity(String path) {
        try (Entities entities = entities()) {
            return entities.byId(path);
        }
    }

    private Entities entities() {
        return new Entities(index.things());
    }

    /** What a preview shows. */
    record Preview(
            String language, String name, String href, String kind, String days, String lastResult, String winners) {}

    /** A part that an extension has for each thing that it was asked about. */
    private static Map<?, ?> part(Map<?, ?> extended, String name) {
        return (Map<?, ?>) Objects.requireNonNull(extended.get(name));
    }

    private static String names(Map<?, ?> cells, String property) {
        return ((List<?>) Objects.requireNonNull(cells.get(property)))
                .stream()
                        .map(cell -> (Map<?, ?>) cell)
                        .map(cell -> String.valueOf(cell.containsKey("name") ? cell.get("name") : cell.get("str")))
                        .distinct()
                        .collect(Collectors.joining(", "));
    }

    private Map<String, Object> extended(String extend) {
        if (extend.length() > MOST_CHARACTERS) {
            throw ProblemException.of(HttpStatus.CONTENT_TOO_LARGE, "problem.413.reconcile");
        }
        JsonNode asked = parsed(extend);
        List<String> ids =
                asked.path("ids").valueStream().map(node -> node.asString("")).toList();
        List<String> properties = asked.path("properties")
                .valueStream()
                .map(node -> node.path("id").asString(""))
                .toList();
        if (!asked.path("ids").isArray() || !asked.path("properties").isArray()) {
            throw ProblemException.of(HttpStatus.BAD_REQUEST, "problem.400.reconcile");
        }
        if (ids.size() > MOST_QUERIES * 10 || properties.size() > Extension.Property.values().length) {
            throw ProblemException.of(HttpStatus.CONTENT_TOO_LARGE, "problem.413.reconcile");
        }
        return extension.extend(ids, properties);
    }

    @GetMapping(path = "/reconcile/suggest/entity", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> entities(@RequestParam String prefix, @RequestParam Optional<String> type) {
        try (Entities entities = entities()) {
            List<Map<String, Object>> found =
                    entities.beginning(prefix, type.flatMap(Kind::named), USUAL_LIMIT * 2).stream()
                            .map(ReconcileController::described)
                            .toList();
            return answer(Map.of("result", found));
        }
    }

    @GetMapping(path = "/reconcile/suggest/type", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> types(@RequestParam String prefix) {
        List<Map<String, Object>> found = Arrays.stream(Kind.values())
                .filter(kind -> kind.title().regionMatches(true, 0, prefix, 0, prefix.length()))
                .map(ReconcileController::type)
                .toList();
        return answer(Map.of("result", found));
    }

    @GetMapping(path = "/reconcile/suggest/property", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> properties(@RequestParam String prefix) {
        List<Map<String, String>> found = List.of(
                        Map.of("id", "council", "name", "Council, by slug, name or code"),
                        Map.of("id", "date", "name", "Day, such as 2024-05-02"))
                .stream()
                .filter(property -> property.values().stream()
                        .anyMatch(text -> text.regionMatches(true, 0, prefix, 0, prefix.length())))
                .toList();
        return answer(Map.of("result", found));
    }

    private static ResponseEntity<Map<String, Object>> answer(Map<String, Object> content) {
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(content);
    }

    private Map<String, Object> description() {
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("versions", List.of("0.1", "0.2"));
        description.put("name", "Declared: wards, councils and parties");
        description.put("identifierSpace", uris.things());
        description.put("schemaSpace", Vocabulary.NAMESPACE);
        description.put(
                "defaultTypes",
                Arrays.stream(Kind.values()).map(ReconcileController::type).toList());
        description.put("view", Map.of("url", uris.things() + "{{id}}"));
        description.put("batchSize", MOST_QUERIES);
        String service = uris.things().replaceFirst(Uris.THINGS + "$", "/reconcile");
        description.put("preview", Map.of("url", service + "/preview?id={{id}}", "width", 400, "height", 200));
        description.put(
                "extend",
                Map.of(
                        "propose_properties",
                        Map.of("service_url", service, "service_path", "/properties"),
                        "property_settings",
                        List.of()));
        description.put(
                "suggest",
                Map.of(
                        "entity", Map.of("service_url", service, "service_path", "/suggest/entity"),
                        "type", Map.of("service_url", service, "service_path", "/suggest/type"),
                        "property", Map.of("service_url", service, "service_path", "/suggest/property")));
        return description;
    }

    private Map<String, Object> matches(String queries) {
        if (queries.length() > MOST_CHARACTERS) {
            throw ProblemException.of(HttpStatus.CONTENT_TOO_LARGE, "problem.413.reconcile");
        }
        JsonNode batch = parsed(queries);
        if (!batch.isObject()) {
            throw ProblemException.of(HttpStatus.BAD_REQUEST, "problem.400.reconcile");
        }
        if (batch.size() > MOST_QUERIES) {
            throw ProblemException.of(HttpStatus.CONTENT_TOO_LARGE, "problem.413.reconcile");
        }
        Map<String, Object> answers = new LinkedHashMap<>();
        try (Entities entities = entities()) {
            for (Map.Entry<String, JsonNode> query : batch.properties()) {
                List<Map<String, Object>> found = entities.match(asked(query.getValue())).stream()
                        .map(ReconcileController::described)
                        .toList();
                answers.put(query.getKey(), Map.of("result", found));
            }
        }
        return answers;
    }

    private static JsonNode parsed(String queries) {
        try {
            return Json.PLAIN.readTree(queries);
        } catch (JacksonException e) {
            throw ProblemException.of(HttpStatus.BAD_REQUEST, "problem.400.reconcile");
        }
    }

    /** A type that is not known matches nothing of another: it is passed over, as the API asks. */
    private static AskedName asked(JsonNode query) {
        String name = query.path("query").asString("");
        JsonNode type = query.path("type").isArray() ? query.path("type").path(0) : query.path("type");
        String typeId = type.isObject() ? type.path("id").asString("") : type.asString("");
        Optional<String> council = Optional.empty();
        Optional<LocalDate> day = Optional.empty();
        for (JsonNode property : query.path("properties")) {
            JsonNode value = property.path("v").isArray() ? property.path("v").path(0) : property.path("v");
            String text = value.isObject() ? value.path("id").asString("") : value.asString("");
            switch (property.path("pid").asString("")) {
                case "council" -> council = Optional.of(text).filter(given -> !given.isBlank());
                case "date" -> day = day(text);
                default -> {
                    // Other columns tell nothing here.
                }
            }
        }
        int limit = query.path("limit").asInt(USUAL_LIMIT);
        return new AskedName(
                name.substring(0, Math.min(LONGEST_NAME, name.length())),
                Kind.named(typeId),
                council.map(given -> given.substring(0, Math.min(LONGEST_NAME, given.length()))),
                day,
                Math.max(1, Math.min(MOST_ANSWERS, limit)));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Map<String, Object> described(Match match) {
        Map<String, Object> described = described(match.entity());
        described.put("score", match.score());
        described.put("match", match.certain());
        return described;
    }

    private static Map<String, Object> described(Entity entity) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("id", EntityId.of(entity.id()));
        described.put("name", entity.name());
        described.put("description", description(entity));
        described.put("type", List.of(type(entity.kind())));
        return described;
    }

    /** What tells it from others of its name: code and days. */
    private static String description(Entity entity) {
        String days = entity.from().isEmpty() && entity.until().isEmpty()
                ? ""
                : entity.from().map(LocalDate::toString).orElse("…") + " – "
                        + entity.until().map(LocalDate::toString).orElse("");
        return (entity.code().orElse("") + " " + days).strip();
    }

    private static Map<String, Object> type(Kind kind) {
        return Map.of("id", kind.id(), "name", kind.title());
    }
}
