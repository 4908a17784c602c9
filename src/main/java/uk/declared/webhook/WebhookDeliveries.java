package uk.declared.webhook;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import uk.declared.access.AuditLog;
import uk.declared.access.Holder;
import uk.declared.linkeddata.Uris;
import uk.declared.publish.BaseUri;
import uk.declared.publish.Deployment;
import uk.declared.publish.History;

/**
 * Sends what the record holds and a webhook has not been told, in order:
 *
 * <ol>
 *   <li>where each webhook is, is kept on disk, so that nothing is left out over a restart,
 *   <li>an answer of 2xx moves it on; anything else is tried again, ever later, for three days,
 *   <li>then it is passed over, and the audit log says so.
 * </ol>
 *
 * A message may arrive twice; its identifier tells.
 */
public final class WebhookDeliveries {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int AT_ONCE = 100;
    private static final Duration PATIENCE = Duration.ofDays(3);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(10);
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Webhooks hooks;
    private final History history;
    private final Uris uris;
    private final AuditLog audit;
    private final Path folder;
    private final Clock clock;
    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(TIMEOUT)
            .build();

    public WebhookDeliveries(Deployment deployment, Webhooks hooks, Clock clock) {
        this.hooks = hooks;
        this.history = deployment.history();
        this.uris = deployment.uris();
        this.audit = deployment.audit();
        this.folder = deployment.folder("webhooks");
        this.clock = clock;
    }

    /**
     * Where a webhook is.
     *
     * @param told the last entry of the record that it needs no more
     * @param failures how often the next one was tried in vain
     * @param next when it may be tried again
     * @param since when it was first tried in vain
     */
    public record State(long told, int failures, Instant next, Instant since) {}

    /** Sends what there is to send now. */
    public void run() throws IOException {
        for (Webhook hook : hooks.list()) {
            State state = state(hook);
            if (state.told() == Webhook.FROM_NOW_ON) {
                keep(hook, new State(history.position(), 0, Instant.EPOCH, Instant.EPOCH));
            } else if (!clock.instant().isBefore(state.next())) {
                send(hook, state);
            }
        }
    }

    /** Where a webhook is. */
    public State state(Webhook hook) throws IOException {
        Path file = file(hook);
        if (!Files.exists(file)) {
            return new State(hook.from(), 0, Instant.EPOCH, Instant.EPOCH);
        }
        JsonNode json = JSON.readTree(Files.readString(file));
        return new State(
                json.path("told").asLong(),
                json.path("failures").asInt(),
                Instant.parse(json.path("next").asString()),
                Instant.parse(json.path("since").asString()));
    }

    private void send(Webhook hook, State from) throws IOException {
        State state = from;
        List<History.Listed> waiting = history.after(state.told(), AT_ONCE);
        for (History.Listed declaration : waiting) {
            boolean done = !hook.wants(declaration.contest()) || deliver(hook, declaration);
            if (!done) {
                keep(hook, failed(hook, state, declaration));
                return;
            }
            state = new State(declaration.sequence(), 0, Instant.EPOCH, Instant.EPOCH);
        }
        if (!waiting.isEmpty()) {
            keep(hook, state);
        }
    }

    private State failed(Webhook hook, State state, History.Listed declaration) {
        Instant now = clock.instant();
        Instant since = state.failures() == 0 ? now : state.since();
        if (Duration.between(since, now).compareTo(PATIENCE) > 0) {
            audit.note(
                    Holder.SERVER,
                    "webhook.given-up",
                    java.util.Map.of(
                            "webhook",
                            hook.id(),
                            "contest",
                            declaration.contest().value()));
            return new State(declaration.sequence(), 0, Instant.EPOCH, Instant.EPOCH);
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(state.failures(), 20));
        return new State(
                state.told(),
                state.failures() + 1,
                now.plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait),
                since);
    }

    private boolean deliver(Webhook hook, History.Listed declaration) {
        String body = message(declaration);
        String id = "msg_" + hook.id() + "_" + declaration.sequence();
        Instant now = clock.instant();
        HttpRequest request = HttpRequest.newBuilder(hook.url())
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .header("User-Agent", "Declared")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .header("webhook-signature", Signature.of(hook.secret(), id, now, body))
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
        try {
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status / 100 == 2;
        } catch (IOException e) {
            // It is tried again later; until then nobody but the operator cares why.
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String message(History.Listed declaration) {
        ObjectNode json = JSON.createObjectNode();
        String kind = declaration.status().notation().equals("withdrawn") ? "withdrawn" : "published";
        json.put("type", "declaration." + kind);
        json.put("timestamp", declaration.time().toString());
        json.put("rehearsal", BaseUri.isRehearsal(uris.base()));
        ObjectNode data = json.putObject("data");
        data.put("contest", uris.contest(declaration.contest()).getURI());
        data.put(
                "declaration",
                uris.declaration(declaration.contest(), declaration.version()).getURI());
        data.put("ballot", declaration.contest().value());
        data.put("version", declaration.version());
        data.put("status", declaration.status().notation());
        data.put("source", declaration.source().notation());
        return JSON.writeValueAsString(json);
    }

    private void keep(Webhook hook, State state) throws IOException {
        Files.createDirectories(folder);
        ObjectNode json = JSON.createObjectNode();
        json.put("told", state.told());
        json.put("failures", state.failures());
        json.put("next", state.next().toString());
        json.put("since", state.since().toString());
        Path unfinished = Files.writeString(folder.resolve(hook.id() + ".unfinished"), JSON.writeValueAsString(json));
        Files.move(unfinished, file(hook), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path file(Webhook hook) {
        return folder.resolve(hook.id() + ".json");
    }
}
