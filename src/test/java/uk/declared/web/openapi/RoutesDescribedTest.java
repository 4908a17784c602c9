package uk.declared.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import tools.jackson.databind.JsonNode;
import uk.declared.deployment.Deployment;
import uk.declared.deployment.ExampleResults;
import uk.declared.ground.Json;
import uk.declared.web.DeclaredServer;
import uk.declared.web.settings.ServerSettings;

/** The routes that there are and the description of them, compared both ways, for a server that publishes and one that only reads. */
class RoutesDescribedTest {
    /** Routes that are left out on purpose, by where they begin, each with the reason. */
    private static final Map<String, String> LEFT_OUT = Map.of(
            "GET /assets/", "what pages are drawn with; the addresses change with each version",
            "GET /sign-in", "a page with a form for officers, held by a session",
            "GET /submissions", "pages with forms for officers, held by a session; programs send to /submissions",
            "POST /submissions/drafts", "forms of those pages",
            "POST /submissions/contests", "forms of those pages",
            "POST /submissions/published", "forms of those pages",
            "GET /def/local-elections/rule", "where the permanent names of rules lead: to /def/rules");

    @TempDir
    private static Path folder;

    private static Deployment deployment;

    @BeforeAll
    static void publish() throws Exception {
        deployment = Deployment.open(folder, Optional.empty());
        ExampleResults.publishInto(deployment);
    }

    @AfterAll
    static void close() {
        deployment.close();
    }

    /** A method and a pattern of paths. */
    private record Route(RequestMethod method, PathPattern pattern) {
        boolean takes(Operation operation) {
            return method == operation.method() && pattern.matches(PathContainer.parsePath(operation.address()));
        }

        /** Whether it is what another route answers with, in a form that a suffix names: the description says so of the other. */
        boolean isFormOf(Route other) {
            return method == other.method
                    && pattern.getPatternString().equals(other.pattern.getPatternString() + ".{suffix}");
        }

        @Override
        public String toString() {
            return method + " " + pattern.getPatternString();
        }
    }

    /** What is described: a method, a template of paths, and an address made of its examples. */
    private record Operation(RequestMethod method, String template, String address) {
        @Override
        public String toString() {
            return method + " " + template;
        }
    }

    @Test
    void aPublishersRoutesAreThoseDescribed() throws Exception {
        compare(started(() -> DeclaredServer.start(deployment, ServerSettings.onPort(0))));
    }

    @Test
    void aReadersRoutesAreThoseDescribed() throws Exception {
        compare(started(() -> DeclaredServer.start(deployment.store(), deployment.uris(), ServerSettings.onPort(0))));
    }

    /** What a running server maps and how it describes itself. */
    private record Server(List<Route> routes, List<Operation> operations) {}

    private static void compare(Server server) {
        assertThat(server.routes()).hasSizeGreaterThan(60);
        Map<Route, List<Operation>> reached = new LinkedHashMap<>();
        server.routes().forEach(route -> reached.put(route, new ArrayList<>()));
        List<Operation> nowhere = new ArrayList<>();
        for (Operation operation : server.operations()) {
            Optional<Route> route = server.routes().stream()
                    .filter(each -> each.takes(operation))
                    .min(Comparator.comparing(Route::pattern, PathPattern.SPECIFICITY_COMPARATOR));
            route.ifPresentOrElse(
                    each -> reached.computeIfAbsent(each, missing -> new ArrayList<>())
                            .add(operation),
                    () -> nowhere.add(operation));
        }
        assertThat(nowhere).as("described, but no route").isEmpty();

        Set<String> undescribed = new TreeSet<>();
        Set<String> unneeded = new TreeSet<>();
        reached.forEach((route, operations) -> {
            boolean leftOut = LEFT_OUT.keySet().stream()
                    .anyMatch(start -> route.toString().startsWith(start));
            boolean described = !operations.isEmpty()
                    || reached.entrySet().stream()
                            .anyMatch(other -> route.isFormOf(other.getKey())
                                    && !other.getValue().isEmpty());
            if (!leftOut && !described) {
                undescribed.add(route.toString());
            }
            if (leftOut && described) {
                unneeded.add(route.toString());
            }
        });
        assertThat(undescribed).as("routes that openapi.json lacks").isEmpty();
        assertThat(unneeded).as("described, though said to be left out").isEmpty();
    }

    private static Server started(Supplier<DeclaredServer> start) throws Exception {
        AtomicReference<ConfigurableApplicationContext> context = new AtomicReference<>();
        SpringApplicationRunListener listener = new SpringApplicationRunListener() {
            @Override
            public void contextLoaded(ConfigurableApplicationContext loaded) {
                context.set(loaded);
            }
        };
        try (DeclaredServer server = SpringApplication.withHook(application -> listener, start::get)) {
            return new Server(routes(Objects.requireNonNull(context.get())), operations(server));
        }
    }

    /** Those by GET and POST: HEAD goes with GET, OPTIONS says what may be asked, and a route for any method refuses. */
    private static List<Route> routes(ConfigurableApplicationContext context) {
        RequestMappingHandlerMapping mapping =
                context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        return mapping.getHandlerMethods().keySet().stream()
                .flatMap(info -> Stream.ofNullable(info.getPathPatternsCondition())
                        .flatMap(condition -> condition.getPatterns().stream())
                        .flatMap(pattern -> info.getMethodsCondition().getMethods().stream()
                                .filter(method -> method == RequestMethod.GET || method == RequestMethod.POST)
                                .map(method -> new Route(method, pattern))))
                .toList();
    }

    private static List<Operation> operations(DeclaredServer server) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + "/openapi.json"))
                .build();
        JsonNode described = Json.PLAIN.readTree(HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body());
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : described.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                operations.add(new Operation(
                        RequestMethod.valueOf(operation.getKey().toUpperCase(Locale.ROOT)),
                        path.getKey(),
                        filled(path.getKey(), operation.getValue())));
            }
        }
        return operations;
    }

    private static String filled(String template, JsonNode operation) {
        String address = template;
        for (JsonNode parameter : operation.path("parameters")) {
            address = address.replace(
                    "{" + parameter.path("name").asString("") + "}",
                    parameter.path("example").asString(""));
        }
        return address;
    }
}
