package uk.declared.webhook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import uk.declared.ground.Json;

/** Where the webhooks of a data folder are: a file for each in {@code webhooks}, put in place as a whole. */
public final class DeliveryStates {
    private final Path folder;

    /** @param data the data folder */
    public DeliveryStates(Path data) {
        this.folder = data.resolve("webhooks");
    }

    /** Where a webhook is. */
    public DeliveryState of(Webhook hook) throws IOException {
        Path file = file(hook);
        if (!Files.exists(file)) {
            return DeliveryState.at(hook.from());
        }
        JsonNode json = Json.PLAIN.readTree(Files.readString(file));
        return new DeliveryState(
                json.path("told").asLong(),
                json.path("failures").asInt(),
                Instant.parse(json.path("next").asString()),
                Instant.parse(json.path("since").asString()),
                text(json, "attempt").map(Instant::parse),
                text(json, "reason"));
    }

    private static Optional<String> text(JsonNode json, String name) {
        return json.has(name) ? Optional.of(json.path(name).asString()) : Optional.empty();
    }

    void keep(Webhook hook, DeliveryState state) throws IOException {
        Files.createDirectories(folder);
        ObjectNode json = Json.PLAIN.createObjectNode();
        json.put("told", state.told());
        json.put("failures", state.failures());
        json.put("next", state.next().toString());
        json.put("since", state.since().toString());
        state.attempt().ifPresent(time -> json.put("attempt", time.toString()));
        state.reason().ifPresent(reason -> json.put("reason", reason));
        Path unfinished =
                Files.writeString(folder.resolve(hook.id() + ".unfinished"), Json.PLAIN.writeValueAsString(json));
        Files.move(unfinished, file(hook), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path file(Webhook hook) {
        return folder.resolve(hook.id() + ".json");
    }
}
