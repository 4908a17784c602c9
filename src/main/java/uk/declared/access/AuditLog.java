package uk.declared.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import uk.declared.ground.Json;

/**
 * What was done, by whom and when: {@code audit.jsonl} in the data folder, a line for everything. Lines are only ever
 * added. No secret and nothing of what was sent is in it but its hash and its size.
 */
public final class AuditLog {
    private final LineFile file;
    private final Clock clock;
    private final Map<String, LongAdder> outcomes = new ConcurrentHashMap<>();

    /** @param folder the data folder */
    public AuditLog(Path folder, Clock clock) {
        this.file = new LineFile(folder.resolve("audit.jsonl"));
        this.clock = clock;
    }

    /**
     * One thing that was done.
     *
     * @param who a holder's identifier
     * @param action such as {@code publish} or {@code token.create}
     * @param details what it was done with, by name
     */
    public record Event(Instant time, String who, String action, Map<String, String> details) {}

    /**
     * Notes that something was done.
     *
     * @throws UncheckedIOException where the line cannot be written: what cannot be accounted for is not done
     */
    public void note(Holder who, String action, Map<String, String> details) {
        ObjectNode line = Json.PLAIN.createObjectNode();
        line.put("time", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        line.put("who", who.id());
        who.council().ifPresent(council -> line.put("council", council));
        line.put("action", action);
        ObjectNode with = line.putObject("details");
        new TreeMap<>(details).forEach(with::put);
        try {
            file.append(Json.PLAIN.writeValueAsString(line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Optional.ofNullable(details.get("outcome"))
                .ifPresent(outcome -> outcomes.computeIfAbsent(outcome, first -> new LongAdder())
                        .increment());
    }

    /** How often something had an outcome, such as {@code published}, since the log was opened. */
    public long count(String outcome) {
        LongAdder counted = outcomes.get(outcome);
        return counted == null ? 0 : counted.sum();
    }

    /** The last things that were done, the latest first. Lines that were torn are passed over, and the log says so. */
    public List<Event> last(int most) throws IOException {
        List<JsonNode> lines = file.objects();
        List<Event> events = new ArrayList<>();
        for (int i = lines.size() - 1; i >= 0 && events.size() < most; i--) {
            events.add(event(lines.get(i)));
        }
        return events;
    }

    private static Event event(JsonNode line) {
        Map<String, String> details = new LinkedHashMap<>();
        line.path("details")
                .properties()
                .forEach(
                        detail -> details.put(detail.getKey(), detail.getValue().asString()));
        return new Event(
                Instant.parse(line.path("time").asString()),
                line.path("who").asString(),
                line.path("action").asString(),
                details);
    }
}
