package uk.declared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.deployment.Deployment;
import uk.declared.election.Source;
import uk.declared.reference.ReferenceKind;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;
import uk.declared.web.settings.ServerSettings;

/** The temporary name of an area, before and after the geography knows its code. */
class TemporaryAreaPageTest {
    @TempDir
    private Path folder;

    @Test
    void theTemporaryNameLeadsToTheAreaOnceItHasItsCode() throws Exception {
        try (Deployment deployment = Deployment.open(folder.resolve("data"), Optional.empty());
                DeclaredServer server = DeclaredServer.start(deployment, ServerSettings.onPort(0))) {
            Path result = Files.writeString(
                    folder.resolve("result.csv"),
                    "council,polling_date,area_name,name_on_ballot_paper,party_id,votes,elected\n"
                            + "trafford,2026-05-07,Altrincham,Ann,PP63,500,true\n");
            deployment.publisher().publish(Submission.open(result), ReadOptions.NONE, Source.COUNCIL);
            assertThat(location(server)).isEqualTo("/doc/area/trafford.altrincham.2026-05-07");

            Path history = Files.writeString(
                    folder.resolve("history.csv"),
                    "GEOGCD,GEOGNM,OPER_DATE,TERM_DATE,PARENTCD\n"
                            + "E05015239,Altrincham,04/05/2023,,E08000009\nE08000009,Trafford,01/01/2009,,E12000002\n");
            deployment.imports().publish(ReferenceKind.GEOGRAPHY, history);

            assertThat(location(server)).isEqualTo("/doc/area/E05015239");
            assertThat(get(server, "/doc/contest/local.trafford.altrincham.2026-05-07")
                            .body())
                    .contains("/doc/area/E05015239");
            assertThat(get(server, "/doc/area/trafford.altrincham.2026-05-07").body())
                    .contains("Has this code now")
                    .contains("/doc/area/E05015239");
        }
    }

    private static String location(DeclaredServer server) throws Exception {
        return get(server, "/id/area/trafford.altrincham.2026-05-07")
                .headers()
                .firstValue("Location")
                .orElse("");
    }

    private static HttpResponse<String> get(DeclaredServer server, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                .header("Accept", "text/html")
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
