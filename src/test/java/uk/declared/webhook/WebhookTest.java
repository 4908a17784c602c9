package uk.declared.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.declared.deployment.Deployment;
import uk.declared.election.Source;
import uk.declared.night.FactsBeside;
import uk.declared.night.NightBook;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;

class WebhookTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    private final List<Message> received = Collections.synchronizedList(new ArrayList<>());
    private final Ticking clock = new Ticking();
    private int answer = 200;
    private HttpServer receiver;
    private Deployment deployment;
    private Webhooks hooks;

    private record Message(Map<String, List<String>> headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name, List.of("")).get(0);
        }
    }

    private static final class Ticking extends Clock {
        private Instant now = Instant.parse("2026-05-08T02:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @BeforeEach
    void start() throws Exception {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            received.add(new Message(
                    Map.copyOf(exchange.getRequestHeaders()),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        receiver.start();
        deployment = Deployment.open(folder.resolve("data"), Optional.empty());
        hooks = new Webhooks(folder.resolve("data"), clock);
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
        deployment.close();
    }

    private URI address() {
        return URI.create("http://localhost:" + receiver.getAddress().getPort() + "/hook");
    }

    private void publish(String council, int votes) throws Exception {
        String text = "council,polling_date,area_code,area_name,name_on_ballot_paper,party_id,votes,elected\n" + council
                + ",2026-05-07,E05015239,North,Ann,PP63," + votes + ",true\n";
        deployment
                .publisher()
                .publish(
                        Submission.open(Files.writeString(folder.resolve("sent.csv"), text)),
                        ReadOptions.NONE,
                        Source.COUNCIL);
    }

    private WebhookDeliveries deliveries() {
        return new WebhookDeliveries(deployment, NightBook.of(deployment, FactsBeside.of(deployment)), hooks, clock);
    }

    @Test
    void whoAsksForAPartyOrAKindOfNewsIsToldOfNothingElse() throws Exception {
        Webhook ofLabour =
                hooks.create(address(), new Wanted(Optional.empty(), Optional.of("PP53"), Optional.empty()), 0);
        Webhook ofCorrections = hooks.create(
                address(), new Wanted(Optional.of("trafford"), Optional.empty(), Optional.of("corrected")), 0);
        publishWon("trafford", "North", "PP63", "declared");
        publishWon("trafford", "South", "PP53", "declared");
        publishWon("bury", "West", "PP63", "corrected");
        publishWon("trafford", "North", "PP90", "corrected");

        deliveries().run();

        assertThat(told(ofLabour)).containsExactly("local.trafford.south.2026-05-07");
        assertThat(told(ofCorrections)).containsExactly("local.trafford.north.2026-05-07");
    }

    private List<String> told(Webhook hook) {
        return received.stream()
                .filter(message -> message.header("Webhook-id").contains(hook.id()))
                .map(message -> JSON.readTree(message.body()).at("/data/ballot").asString())
                .toList();
    }

    private void publishWon(String council, String ward, String party, String status) throws Exception {
        String text = "council,polling_date,area_name,status,name_on_ballot_paper,party_id,votes,elected\n" + council
                + ",2026-05-07," + ward + "," + status + ",Ann," + party + ",500,true\n";
        var publication = deployment
                .publisher()
                .publish(
                        Submission.open(Files.writeString(folder.resolve("won.csv"), text)),
                        ReadOptions.NONE,
                        Source.COUNCIL);
        assertThat(publication.published()).isNotEmpty();
    }

    @Test
    void aDeclarationIsToldOnceInASignedMessage() throws Exception {
        Webhook hook = hooks.create(address(), Wanted.of("trafford"), 0);
        publish("trafford", 500);

        deliveries().run();
        deliveries().run();

        assertThat(received).hasSize(1);
        Message message = received.get(0);
        JsonNode json = JSON.readTree(message.body());
        assertThat(json.path("type").asString()).isEqualTo("declaration.published");
        assertThat(json.at("/data/declaration").asString())
                .isEqualTo("http://localhost:8080/id/declaration/local.trafford.north.2026-05-07/1");
        assertThat(json.at("/data/source").asString()).isEqualTo("council");
        // As the Standard Webhooks specification says, worked out here once more.
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(hook.secret().substring(6)), "HmacSHA256"));
        String signed = message.header("Webhook-id") + "." + message.header("Webhook-timestamp") + "." + message.body();
        assertThat(message.header("Webhook-signature"))
                .isEqualTo("v1,"
                        + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))));
        assertThat(message.header("Webhook-timestamp")).isEqualTo("1778205600");
    }

    @Test
    void whatDoesNotArriveIsSentAgainLaterInOrder() throws Exception {
        hooks.create(address(), Wanted.ALL, 0);
        publish("trafford", 500);
        publish("trafford", 501);
        answer = 503;
        deliveries().run();
        deliveries().run();
        assertThat(received).as("not at once").hasSize(1);

        answer = 204;
        clock.now = clock.now.plusSeconds(11);
        deliveries().run();

        assertThat(received).extracting(message -> version(message)).containsExactly(1, 1, 2);
        assertThat(received.get(1).header("Webhook-id"))
                .isEqualTo(received.get(0).header("Webhook-id"));
    }

    @Test
    void afterThreeDaysItIsPassedOverAndNoted() throws Exception {
        hooks.create(address(), Wanted.ALL, 0);
        publish("trafford", 500);
        answer = 500;
        for (int tries = 0; tries < 40; tries++) {
            deliveries().run();
            clock.now = clock.now.plusSeconds(6 * 3600 + 1);
        }
        int before = received.size();
        deliveries().run();

        assertThat(received).hasSize(before);
        assertThat(deployment.audit().last(1).get(0).action()).isEqualTo("webhook.given-up");
    }

    @Test
    void itIsToldOfItsOwnCouncilAndFromNowOn() throws Exception {
        publish("trafford", 500);
        hooks.create(address(), Wanted.of("bury"), 0);
        hooks.create(address(), Wanted.ALL, Webhook.FROM_NOW_ON);
        deliveries().run();
        assertThat(received).isEmpty();

        publish("trafford", 501);
        deliveries().run();

        assertThat(received).extracting(message -> version(message)).containsExactly(2);
    }

    @Test
    void aReceiverThatNeverEndsItsAnswerHasFailedAtTheDeadlineAndHoldsUpNoOther() throws Exception {
        try (ServerSocket endless = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Socket> asked = CompletableFuture.supplyAsync(() -> answerHeadersOnly(endless));
            Webhook slow =
                    hooks.create(URI.create("http://localhost:" + endless.getLocalPort() + "/hook"), Wanted.ALL, 0);
            Webhook quick = hooks.create(address(), Wanted.ALL, 0);
            publish("trafford", 500);

            try (WebhookDeliveries deliveries = new WebhookDeliveries(
                    deployment,
                    NightBook.of(deployment, FactsBeside.of(deployment)),
                    hooks,
                    clock,
                    Duration.ofSeconds(2))) {
                deliveries.run();
            }
            asked.join().close();

            DeliveryStates states = new DeliveryStates(folder.resolve("data"));
            assertThat(states.of(slow).reason()).contains("no whole answer within 2 s");
            assertThat(states.of(slow).attempt()).contains(clock.now);
            assertThat(states.of(quick).reason()).isEmpty();
            assertThat(received).hasSize(1);
        }
    }

    private static Socket answerHeadersOnly(ServerSocket server) {
        try {
            Socket client = server.accept();
            client.getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            client.getOutputStream().flush();
            return client;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whyTheLastAttemptFailedIsKept() throws Exception {
        Webhook hook = hooks.create(address(), Wanted.ALL, 0);
        publish("trafford", 500);
        answer = 503;

        deliveries().run();

        assertThat(new DeliveryStates(folder.resolve("data")).of(hook).reason()).contains("answered 503");
    }

    @Test
    void whatIsRemovedIsToldNothing() throws Exception {
        Webhook hook = hooks.create(address(), Wanted.ALL, 0);
        publish("trafford", 500);

        assertThat(hooks.remove(hook.id())).isTrue();
        assertThat(hooks.remove(hook.id())).isFalse();
        deliveries().run();

        assertThat(received).isEmpty();
    }

    @Test
    void onlyAddressesThatKeepASecretAreTaken() {
        for (String url :
                List.of("http://example.org/", "ftp://example.org/", "https://u:p@example.org/", "https:/hooks")) {
            assertThatThrownBy(() -> hooks.create(URI.create(url), Wanted.ALL, 0))
                    .as(url)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static int version(Message message) {
        return JSON.readTree(message.body()).at("/data/version").asInt();
    }
}
