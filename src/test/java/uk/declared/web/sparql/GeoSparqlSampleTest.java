package uk.declared.web.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.Samples;
import uk.declared.deployment.Deployment;
import uk.declared.reference.ReferenceKind;
import uk.declared.web.DeclaredServer;
import uk.declared.web.settings.ServerSettings;

/**
 * Trafford's wards of 2017 and 2023, asked for over the endpoint by points, after the import and after a restart. Expected
 * wards are those that {@code src/test/scripts/points_in_wards.py} finds.
 */
class GeoSparqlSampleTest {
    private static final String WARDS = """
            PREFIX geo: <http://www.opengis.net/ont/geosparql#>
            PREFIX geof: <http://www.opengis.net/def/function/geosparql/>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            SELECT ?point ?code {
              VALUES ?point { %s }
              ?area geo:hasDefaultGeometry/geo:asWKT ?shape ; skos:notation ?code .
              FILTER (geof:sfContains(?shape, ?point))
            } ORDER BY ?point ?code""";

    private static List<String> wards(DeclaredServer server, String... points) throws Exception {
        String values = Arrays.stream(points)
                .map(point -> "\"POINT (" + point + ")\"^^geo:wktLiteral")
                .collect(Collectors.joining(" "));
        String query = URLEncoder.encode(WARDS.formatted(values), StandardCharsets.UTF_8);
        String csv = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(
                                        "http://localhost:" + server.port() + "/sparql?format=csv&query=" + query))
                                .build(),
                        BodyHandlers.ofString())
                .body();
        return csv.lines()
                .skip(1)
                .map(line -> line.replaceAll("\"?POINT \\(|\\)\"?", "").strip())
                .toList();
    }

    @Test
    void pointsLieInTheWardsThatARayFromThemCrossesAnOddNumberOfTimes(@TempDir Path folder) throws Exception {
        String[] grid = IntStream.range(0, 100)
                .mapToObj(i -> Math.round((-2.48 + 0.23 * (i / 10) / 9) * 10_000) / 10_000.0
                        + " "
                        + Math.round((53.35 + 0.13 * (i % 10) / 9) * 10_000) / 10_000.0)
                .toArray(String[]::new);

        for (int start = 0; start < 2; start++) {
            try (Deployment deployment = Deployment.open(folder.resolve("data"), Optional.empty())) {
                if (start == 0) {
                    for (String year : List.of("2017", "2023")) {
                        deployment
                                .imports()
                                .publish(
                                        ReferenceKind.BOUNDARIES,
                                        Samples.path("boundaries/trafford-wards-" + year + ".geojson"));
                    }
                }
                try (DeclaredServer server = DeclaredServer.start(deployment, ServerSettings.onPort(0))) {
                    assertThat(wards(server, "-2.3515 53.3870", "-2.2913 53.4631", "-2.3165 53.4243"))
                            .containsExactly(
                                    "-2.2913 53.4631,E05000829",
                                    "-2.2913 53.4631,E05015247",
                                    "-2.3165 53.4243,E05000833",
                                    "-2.3165 53.4243,E05015254",
                                    "-2.3515 53.3870,E05000819",
                                    "-2.3515 53.3870,E05015239");
                    assertThat(wards(server, "-2.2446 53.4794")).isEmpty();
                    assertThat(wards(server, grid)).hasSize(42 + 42);
                }
            }
        }
    }
}
