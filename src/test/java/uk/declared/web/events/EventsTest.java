package uk.declared.web.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.declared.deployment.Deployment;
import uk.declared.election.BallotId;
import uk.declared.election.Source;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;
import uk.declared.web.DeclaredServer;
import uk.declared.web.settings.ServerSettings;

/** Whoever listens while results come in. A line that does not come fails the test by its timeout. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EventsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, String> SETTINGS = Map.of(
            "declared.events.every", "50ms",
            "declared.events.heartbeat", "300ms",
            "declared.events.listeners", "3",
            "declared.events.from-one-address", "3");

    @TempDir
    private Path folder;

    private final List<Stream<String>> open = new ArrayList<>();
    private Deployment deployment;
    private DeclaredServer server;

    @BeforeEach
    void start() throws Exception {
        SETTINGS.forEach(System::setProperty);
        try {
            deployment = Deployment.open(folder.resolve("data"), Optional.empty());
            server = DeclaredServer.start(deployment, ServerSettings.onPort(0));
        } finally {
            SETTINGS.keySet().forEach(System::clearProperty);
        }
    }

    @AfterEach
    void stop() {
        server.close();
        deployment.close();
        open.forEach(Stream::close);
    }

    private void publish(String council, int votes) throws Exception {
        String text = "council,polling_date,area_code,area_name,name_on_ballot_paper,party_id,votes,elected\n"
                + council + ",2024-05-02,E05015239,North,Ann,PP63," + votes + ",true\n"
                + council + ",2024-05-02,E05015239,North,Bob,PP90,300,false\n";
        deployment
                .publisher()
                .publish(
                        Submission.open(Files.writeString(folder.resolve("sent.csv"), text)),
                        ReadOptions.NONE,
                        Source.COUNCIL);
    }

    private HttpResponse<Stream<String>> ask(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<Stream<String>> response =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofLines());
        open.add(response.body());
        return response;
    }

    private Iterator<String> listen(String path, String... headers) throws Exception {
        HttpResponse<Stream<String>> response = ask(path, headers);
        assertThat(response.statusCode()).isEqualTo(200);
        Iterator<String> lines = response.body().iterator();
        // The opening is part of what a listener gets at once.
        assertThat(lines.next()).startsWith("id: ");
        assertThat(lines.next()).isEqualTo("retry: 3000");
        assertThat(lines.next()).isEmpty();
        return lines;
    }

    /** The fields of the next event, comments passed over. */
    private static Map<String, String> next(Iterator<String> lines) {
        Map<String, String> fields = new HashMap<>();
        while (true) {
            String line = lines.next();
            if (line.isEmpty() && !fields.isEmpty()) {
                return fields;
            }
            int colon = line.indexOf(':');
            if (colon > 0) {
                fields.put(line.substring(0, colon), line.substring(colon + 1).strip());
            }
        }
    }

    private static JsonNode data(Map<String, String> event) {
        return JSON.readTree(event.getOrDefault("data", ""));
    }

    @Test
    void everyDeclarationIsAnEvent() throws Exception {
        Iterator<String> lines = listen("/events");

        publish("trafford", 500);
        publish("trafford", 501);
        deployment.upkeep().withdraw(new BallotId("local.trafford.north.2024-05-02"), "Wrong.", Source.COUNCIL);

        JsonNode first = data(next(lines));
        assertThat(first.path("contest").asString())
                .isEqualTo("http://localhost:8080/id/contest/local.trafford.north.2024-05-02");
        assertThat(first.path("declaration").asString())
                .isEqualTo("http://localhost:8080/id/declaration/local.trafford.north.2024-05-02/1");
        assertThat(first.path("version").asInt()).isEqualTo(1);
        assertThat(first.path("status").asString()).isEqualTo("declared");
        assertThat(first.path("ballot").asString()).isEqualTo("local.trafford.north.2024-05-02");
        assertThat(first.path("council").asString()).isEqualTo("trafford");
        assertThat(first.path("label").asString()).contains("North");
        assertThat(first.path("link").asString())
                .isEqualTo("http://localhost:8080/doc/contest/local.trafford.north.2024-05-02");
        assertThat(first.path("change").asString()).isEqualTo("new");
        JsonNode second = data(next(lines));
        assertThat(second.path("change").asString()).isEqualTo("corrected");
        assertThat(second.path("version").asInt()).isEqualTo(2);
        JsonNode withdrawn = data(next(lines));
        assertThat(withdrawn.path("status").asString()).isEqualTo("withdrawn");
        assertThat(withdrawn.path("change").asString()).isEqualTo("withdrawn");
        assertThat(withdrawn.path("label")).isEqualTo(first.path("label"));
        assertThat(withdrawn.path("council").asString()).isEqualTo("trafford");
    }

    @Test
    void whoResumesMissesNothingAlsoAfterARestart() throws Exception {
        Iterator<String> lines = listen("/events");
        publish("trafford", 500);
        String last = next(lines).getOrDefault("id", "");

        publish("trafford", 501);
        stop();
        start();
        publish("trafford", 502);
        Iterator<String> resumed = listen("/events", "Last-Event-ID", last);

        assertThat(data(next(resumed)).path("version").asInt()).isEqualTo(2);
        assertThat(data(next(resumed)).path("version").asInt()).isEqualTo(3);
    }

    /** When it is told of, nothing of the contest is in the store any more. */
    @Test
    void aDeclarationThatWasWithdrawnSinceIsToldAsItWas() throws Exception {
        publish("trafford", 500);
        deployment.upkeep().withdraw(new BallotId("local.trafford.north.2024-05-02"), "Wrong.", Source.COUNCIL);

        JsonNode declared = data(next(listen("/events", "Last-Event-ID", "0")));

        assertThat(declared.path("change").asString()).isEqualTo("new");
        assertThat(declared.path("council").asString()).isEqualTo("trafford");
        assertThat(declared.path("label").asString()).contains("North");
    }

    @Test
    void whoNamesNoPlaceOfThisRecordIsToldOfWhatComes() throws Exception {
        publish("trafford", 500);
        Iterator<String> lines = listen("/events", "Last-Event-ID", "999999");
        Iterator<String> others = listen("/events", "Last-Event-ID", "a; b");

        publish("trafford", 501);

        assertThat(data(next(lines)).path("version").asInt()).isEqualTo(2);
        assertThat(data(next(others)).path("version").asInt()).isEqualTo(2);
    }

    @Test
    void oneCouncilCanBeListenedTo() throws Exception {
        publish("trafford", 500);
        Iterator<String> lines = listen("/events?council=trafford");

        publish("exeter", 500);
        publish("trafford", 501);

        assertThat(data(next(lines)).path("council").asString()).isEqualTo("trafford");
        assertThat(ask("/events?council=nowhere").statusCode()).isEqualTo(404);
        assertThat(ask("/events?council=%3Cscript%3E").statusCode()).isEqualTo(404);
    }

    @Test
    void aCommentKeepsTheConnectionAndNothingIsKeptOfTheAnswer() throws Exception {
        HttpResponse<Stream<String>> response = ask("/events");

        assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream;charset=utf-8");
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(response.body().anyMatch(line -> line.startsWith(":"))).isTrue();
    }

    @Test
    void noMoreMayListenThanThereIsRoomFor() throws Exception {
        listen("/events");
        listen("/events");
        listen("/events");

        HttpResponse<Stream<String>> fourth = ask("/events");

        assertThat(fourth.statusCode()).isEqualTo(503);
        assertThat(fourth.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void whoLeavesMakesRoom() throws Exception {
        listen("/events");
        listen("/events");
        listen("/events");
        open.forEach(Stream::close);

        // The server learns that they left when it next writes to them.
        int status = ask("/events").statusCode();
        while (status == 503) {
            status = ask("/events").statusCode();
        }
        assertThat(status).isEqualTo(200);
    }
}
