package uk.declared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.Samples;
import uk.declared.deployment.Deployment;
import uk.declared.election.Source;
import uk.declared.reference.ReferenceKind;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;
import uk.declared.web.settings.ServerSettings;

/**
 * A ward's results through the change of its boundary, on Trafford's results of ten years and its wards before and after 2023.
 * The contests are counted in the file; that 87% of the new Altrincham was the
 * old one was worked out from the two polygons with other tools.
 */
class AreaHistorySampleTest {
    private static final Path RESULTS = Samples.path("lga/trafford-2016-2026.csv");
    private static final Path BEFORE = Samples.path("boundaries/trafford-wards-2017.geojson");
    private static final Path AFTER = Samples.path("boundaries/trafford-wards-2023.geojson");

    @TempDir
    private Path folder;

    @Test
    void aWardsResultsAreToldThroughTheChangeOfItsBoundary() throws Exception {
        Deployment deployment = Deployment.open(folder, Optional.empty());
        deployment.publisher().publish(Submission.open(RESULTS), ReadOptions.NONE, Source.OPERATOR);
        deployment.imports().publish(ReferenceKind.BOUNDARIES, BEFORE);
        deployment.imports().publish(ReferenceKind.BOUNDARIES, AFTER);
        DeclaredServer server = DeclaredServer.start(deployment, ServerSettings.onPort(0));
        try {
            List<String> rows = page(server, "/doc/area/E05015239/history")
                    .select(".declared-history tbody tr")
                    .eachText();

            assertThat(rows).filteredOn(row -> row.contains("the same area")).hasSize(3);
            assertThat(rows)
                    .filteredOn(row -> row.contains("Altrincham (E05000819) in part 87.1"))
                    .hasSize(5);
            assertThat(rows)
                    .filteredOn(row -> row.contains("Hale Barns (E05000830) hardly"))
                    .hasSize(5);
            assertThat(rows).as("Bowdon has a twentieth of neither").noneMatch(row -> row.contains("Bowdon"));
            assertThat(rows.get(0)).startsWith("7 May 2026");
        } finally {
            server.close();
            deployment.close();
        }
    }

    private static Document page(DeclaredServer server, String path) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        return Jsoup.parse(answer.body());
    }
}
