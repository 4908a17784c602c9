package uk.declared.web.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.deployment.Deployment;
import uk.declared.deployment.ExampleResults;
import uk.declared.web.DeclaredServer;
import uk.declared.web.settings.ServerSettings;

class CompactedStoreTest {
    private static final String COUNT =
            "SELECT (COUNT(*) AS ?n) WHERE { ?contest a <https://w3id.org/local-elections#Contest> }";

    @Test
    void theEndpointAnswersFromTheStoreThatCompactingLeft(@TempDir Path folder) throws Exception {
        try (Deployment deployment = Deployment.open(folder, Optional.empty())) {
            ExampleResults.publishInto(deployment);
            try (DeclaredServer server = DeclaredServer.start(deployment, ServerSettings.onPort(0))) {
                String before = ask(server);
                assertThat(before).contains("42");

                assertThat(deployment.upkeep().compact()).isPresent();

                assertThat(ask(server)).isEqualTo(before);
            }
        }
    }

    private static String ask(DeclaredServer server) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + "/sparql?query="
                        + URLEncoder.encode(COUNT, StandardCharsets.UTF_8)))
                .header("Accept", "text/csv")
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }
}
