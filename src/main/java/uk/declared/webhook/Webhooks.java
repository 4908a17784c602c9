package uk.declared.webhook;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import uk.declared.access.LineFile;
import uk.declared.ground.Json;

/** The webhooks of a data folder: {@code webhooks.jsonl}, a line for each that was made or removed. */
public final class Webhooks {
    private static final int SECRET_BYTES = 32;
    private static final int ID_BYTES = 5;

    private final LineFile file;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** @param folder the data folder */
    public Webhooks(Path folder, Clock clock) {
        this.file = new LineFile(folder.resolve("webhooks.jsonl"));
        this.clock = clock;
    }

    /**
     * Makes a webhook.
     *
     * @param url an https address, or an http one on this machine
     * @param from the position of the record after which it is told, or {@link Webhook#FROM_NOW_ON}
     * @throws IllegalArgumentException where the address cannot be used, with what to do
     */
    public Webhook create(URI url, Wanted wanted, long from) throws IOException {
        requireUsable(url);
        byte[] id = new byte[ID_BYTES];
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(id);
        random.nextBytes(secret);
        Webhook hook = new Webhook(
                HexFormat.of().formatHex(id),
                url,
                wanted,
                Signature.PREFIX + Base64.getEncoder().encodeToString(secret),
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                from);
        ObjectNode line = Json.PLAIN.createObjectNode();
        line.put("event", "created");
        line.put("id", hook.id());
        line.put("url", url.toString());
        wanted.council().ifPresent(slug -> line.put("council", slug));
        wanted.party().ifPresent(party -> line.put("party", party));
        wanted.change().ifPresent(change -> line.put("change", change));
        line.put("secret", hook.secret());
        line.put("time", hook.created().toString());
        line.put("from", from);
        file.append(Json.PLAIN.writeValueAsString(line));
        return hook;
    }

    /** Removes a webhook; false where there is none of that identifier. */
    public boolean remove(String id) throws IOException {
        if (list().stream().noneMatch(hook -> hook.id().equals(id))) {
            return false;
        }
        ObjectNode line = Json.PLAIN.createObjectNode();
        line.put("event", "removed");
        line.put("id", id);
        line.put("time", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        file.append(Json.PLAIN.writeValueAsString(line));
        return true;
    }

    /** Those that there are. */
    public List<Webhook> list() throws IOException {
        Map<String, Webhook> hooks = new LinkedHashMap<>();
        for (JsonNode json : file.objects()) {
            String id = json.path("id").asString();
            if (json.path("event").asString().equals("created")) {
                hooks.put(id, webhook(id, json));
            } else {
                hooks.remove(id);
            }
        }
        return List.copyOf(hooks.values());
    }

    private static Webhook webhook(String id, JsonNode json) {
        return new Webhook(
                id,
                URI.create(json.path("url").asString()),
                new Wanted(text(json, "council"), text(json, "party"), text(json, "change")),
                json.path("secret").asString(),
                Instant.parse(json.path("time").asString()),
                json.path("from").asLong());
    }

    private static Optional<String> text(JsonNode json, String member) {
        return json.has(member) ? Optional.of(json.path(member).asString()) : Optional.empty();
    }

    private static void requireUsable(URI url) {
        String host = Optional.ofNullable(url.getHost()).orElse("");
        boolean here = List.of("localhost", "127.0.0.1", "[::1]").contains(host);
        boolean usable = "https".equals(url.getScheme()) || ("http".equals(url.getScheme()) && here);
        if (host.isEmpty() || !usable || url.getUserInfo() != null) {
            throw new IllegalArgumentException("Messages are sent to an https address without a password in it, such as"
                    + " https://www.example.gov.uk/hooks/declared.");
        }
    }
}
