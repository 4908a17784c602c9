package uk.declared.webhook;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import uk.declared.access.AuditLog;
import uk.declared.access.Holder;
import uk.declared.deployment.Deployment;
import uk.declared.folder.BaseUri;
import uk.declared.ground.Json;
import uk.declared.history.Changes;
import uk.declared.history.DeclarationMembers;
import uk.declared.linkeddata.Uris;
import uk.declared.night.NightBook;
import uk.declared.record.RecordedVersion;

/**
 * Sends what the record holds and a webhook has not been told, in order:
 *
 * <ol>
 *   <li>where each webhook is, is kept on disk, so that nothing is left out over a restart,
 *   <li>each webhook is told by a thread of its own, so that one that is slow holds up no other,
 *   <li>a whole answer of 2xx within ten seconds moves it on; anything else is tried again, ever later, for three days,
 *   <li>then it is passed over, and the audit log says so.
 * </ol>
 *
 * A message may arrive twice; its identifier tells.
 */
public final class WebhookDeliveries implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookDeliveries.class);
    private static final int AT_ONCE = 100;
    private static final Duration PATIENCE = Duration.ofDays(3);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(10);
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Webhooks hooks;
    private final Changes changes;
    private final NightBook nights;
    private final Uris uris;
    private final AuditLog audit;
    private final DeliveryStates states;
    private final Clock clock;
    private final Duration deadline;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(WebhookDeliveries::thread);
    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(TIMEOUT)
            .build();

    /** @param nights what a result changed is looked up in, for those who ask for that */
    public WebhookDeliveries(Deployment deployment, NightBook nights, Webhooks hooks, Clock clock) {
        this(deployment, nights, hooks, clock, TIMEOUT);
    }

    /** @param deadline within which a message has to be sent and its answer read to the end */
    WebhookDeliveries(Deployment deployment, NightBook nights, Webhooks hooks, Clock clock, Duration deadline) {
        this.nights = nights;
        this.deadline = deadline;
        this.hooks = hooks;
        this.changes = deployment.changes();
        this.uris = deployment.uris();
        this.audit = deployment.audit();
        this.states = new DeliveryStates(deployment.folder(""));
        this.clock = clock;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "webhook");
        thread.setDaemon(true);
        return thread;
    }

    /** Sends what there is to send now, and waits until each webhook has been told or has failed. */
    public void run() throws IOException {
        for (Future<?> one : begin()) {
            try {
                one.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (ExecutionException e) {
                throw new IOException(e.getCause());
            }
        }
    }

    /** Begins to send what there is to send now. A webhook that is still being told is left to that. */
    public List<Future<?>> begin() throws IOException {
        List<Future<?>> begun = new ArrayList<>();
        for (Webhook hook : hooks.list()) {
            if (busy.add(hook.id())) {
                begun.add(threads.submit(() -> tell(hook)));
            }
        }
        return begun;
    }

    private void tell(Webhook hook) {
        try {
            DeliveryState state = states.of(hook);
            if (state.told() == Webhook.FROM_NOW_ON) {
                states.keep(hook, DeliveryState.at(changes.position()));
            } else if (!clock.instant().isBefore(state.next())) {
                send(hook, state);
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("Webhook {} could not be told: {}", hook.id(), e.toString());
        } finally {
            busy.remove(hook.id());
        }
    }

    private void send(Webhook hook, DeliveryState from) throws IOException {
        DeliveryState state = from;
        List<Changes.Declared> waiting = changes.declarations(state.told(), AT_ONCE);
        for (Changes.Declared declaration : waiting) {
            Optional<Set<String>> news = wanted(hook, declaration);
            if (news.isPresent()) {
                Optional<String> failure = deliver(hook, declaration, news.get());
                if (failure.isPresent()) {
                    states.keep(hook, failed(hook, state, declaration, failure.get()));
                    return;
                }
                state = state.toldOf(declaration.sequence(), clock.instant());
            } else {
                state = state.passed(declaration.sequence());
            }
        }
        if (!waiting.isEmpty()) {
            states.keep(hook, state);
        }
    }

    /** The kinds of news that a declaration has for a webhook: none where it asks for all; absent where it is not wanted. */
    private Optional<Set<String>> wanted(Webhook hook, Changes.Declared declaration) {
        Wanted wanted = hook.wanted();
        if (!wanted.isOf(declaration.contest())) {
            return Optional.empty();
        }
        if (!wanted.asksForNews()) {
            return Optional.of(Set.of());
        }
        Set<String> news = new TreeSet<>();
        nights.told(declaration.contest(), declaration.sequence()).stream()
                .filter(line -> wanted.takes(line.news(), nights.parties(line)))
                .forEach(line -> news.add(line.news()));
        return news.isEmpty() ? Optional.empty() : Optional.of(news);
    }

    private DeliveryState failed(Webhook hook, DeliveryState state, Changes.Declared declaration, String reason) {
        Instant now = clock.instant();
        Instant since = state.failures() == 0 ? now : state.since();
        if (Duration.between(since, now).compareTo(PATIENCE) > 0) {
            audit.note(
                    Holder.SERVER,
                    "webhook.given-up",
                    Map.of(
                            "webhook",
                            hook.id(),
                            "contest",
                            declaration.contest().value(),
                            "reason",
                            reason));
            return state.passed(declaration.sequence());
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(state.failures(), 20));
        return state.failed(now, since, now.plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait), reason);
    }

    /** Why a message did not arrive; absent where it did. */
    private Optional<String> deliver(Webhook hook, Changes.Declared declaration, Set<String> news) {
        String body = message(declaration, news);
        String id = "msg_" + hook.id() + "_" + declaration.sequence();
        Instant now = clock.instant();
        HttpRequest request = HttpRequest.newBuilder(hook.url())
                .timeout(deadline)
                .header("Content-Type", "application/json")
                .header("User-Agent", "Declared")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .header("webhook-signature", Signature.of(hook.secret(), id, now, body))
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
        // The request's own time limit ends with the answer's headers, and a body can be without end.
        CompletableFuture<HttpResponse<Void>> exchange =
                client.sendAsync(request, HttpResponse.BodyHandlers.discarding());
        try {
            int status =
                    exchange.get(deadline.toMillis(), TimeUnit.MILLISECONDS).statusCode();
            return status / 100 == 2 ? Optional.empty() : Optional.of("answered " + status);
        } catch (TimeoutException e) {
            return Optional.of(lateness());
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            return Optional.of(
                    cause instanceof HttpTimeoutException
                            ? lateness()
                            : "no answer: " + cause.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("the server was stopped");
        } finally {
            exchange.cancel(true);
        }
    }

    private String lateness() {
        return "no whole answer within " + deadline.toSeconds() + " s";
    }

    private String message(Changes.Declared declaration, Set<String> news) {
        ObjectNode json = Json.PLAIN.createObjectNode();
        RecordedVersion version = declaration.version().of();
        String kind = version.status().notation().equals("withdrawn") ? "withdrawn" : "published";
        json.put("type", "declaration." + kind);
        json.put("timestamp", version.time().toString());
        json.put("rehearsal", BaseUri.isRehearsal(uris.base()));
        ObjectNode data = json.putObject("data");
        DeclarationMembers.put(declaration, uris, data);
        if (!news.isEmpty()) {
            ArrayNode changes = data.putArray("changes");
            news.forEach(changes::add);
        }
        return Json.PLAIN.writeValueAsString(json);
    }

    /** Ends what is under way; it is sent again by the next server. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
