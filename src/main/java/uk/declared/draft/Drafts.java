package uk.declared.draft;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import uk.declared.ground.Json;

/**
 * Keeps drafts in the data folder, each in a folder of its own, so that they outlive a restart. A draft goes when it is
 * published, when its owner deletes it, or by itself after {@link #LIFETIME}.
 */
public final class Drafts {
    /** How long a draft is kept. */
    public static final Duration LIFETIME = Duration.ofDays(14);

    private static final String ID = "[0-9a-f]{32}";
    private static final String FACTS = "draft.json";
    private static final String SUBMISSION = "submission";

    private final Path folder;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** @param folder is made where it is missing */
    public Drafts(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** A file to receive something into; whoever asks for it deletes it, or makes a draft of it. */
    public Path receiving() throws IOException {
        Files.createDirectories(folder);
        return Files.createTempFile(folder, "incoming-", "");
    }

    /**
     * Makes a draft.
     *
     * @param received is moved into it
     * @param seen the position of the record that its owner has seen
     */
    public Draft create(String owner, String name, Beside given, long seen, Path received) throws IOException {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        String id = HexFormat.of().formatHex(bytes);
        Path place = Files.createDirectories(folder.resolve(id));
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Draft draft = new Draft(
                id,
                owner,
                name,
                given.format(),
                given.council(),
                given.pollingDate(),
                now,
                now.plus(LIFETIME),
                seen,
                place.resolve(SUBMISSION));
        Files.move(received, draft.file(), StandardCopyOption.ATOMIC_MOVE);
        write(draft);
        return draft;
    }

    /** What a sender says beside a file. */
    public record Beside(Optional<String> format, Optional<String> council, Optional<LocalDate> pollingDate) {}

    /** The same draft, its owner having seen the record up to a later position. */
    public Draft seen(Draft draft, long position) throws IOException {
        Draft later = new Draft(
                draft.id(),
                draft.owner(),
                draft.name(),
                draft.format(),
                draft.council(),
                draft.pollingDate(),
                draft.created(),
                draft.expires(),
                position,
                draft.file());
        write(later);
        return later;
    }

    /** The same draft with what its owner says beside the file after all. */
    public Draft with(Draft draft, Optional<String> council, Optional<LocalDate> pollingDate) {
        Draft later = new Draft(
                draft.id(),
                draft.owner(),
                draft.name(),
                draft.format(),
                council.or(draft::council),
                pollingDate.or(draft::pollingDate),
                draft.created(),
                draft.expires(),
                draft.seen(),
                draft.file());
        write(later);
        return later;
    }

    /** A draft of this owner; absent where there is none, or it is another's. */
    public Optional<Draft> find(String id, String owner) throws IOException {
        return id.matches(ID) ? read(id).filter(draft -> draft.owner().equals(owner)) : Optional.empty();
    }

    /** The drafts of an owner, the latest first. */
    public List<Draft> of(String owner) throws IOException {
        return all().stream()
                .filter(draft -> draft.owner().equals(owner))
                .sorted(Comparator.comparing(Draft::created).reversed())
                .toList();
    }

    /** Deletes a draft and what was sent. */
    public void delete(Draft draft) throws IOException {
        Path place = folder.resolve(draft.id());
        Files.deleteIfExists(place.resolve(FACTS));
        Files.deleteIfExists(place.resolve(SUBMISSION));
        Files.deleteIfExists(place);
    }

    /** Deletes the drafts whose time is over, and what was received and never became one. */
    public void deleteExpired() throws IOException {
        for (Draft draft : unfiltered()) {
            if (!clock.instant().isBefore(draft.expires())) {
                delete(draft);
            }
        }
        Instant before = clock.instant().minus(Duration.ofDays(1));
        for (Path left : paths()) {
            if (Files.isRegularFile(left)
                    && Files.getLastModifiedTime(left).toInstant().isBefore(before)) {
                Files.deleteIfExists(left);
            }
        }
    }

    private List<Draft> all() throws IOException {
        return unfiltered().stream()
                .filter(draft -> clock.instant().isBefore(draft.expires()))
                .toList();
    }

    private List<Draft> unfiltered() throws IOException {
        List<Draft> drafts = new ArrayList<>();
        for (Path place : paths()) {
            String id = String.valueOf(place.getFileName());
            if (id.matches(ID)) {
                parse(id).ifPresent(drafts::add);
            }
        }
        return drafts;
    }

    private List<Path> paths() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.toList();
        }
    }

    private Optional<Draft> read(String id) throws IOException {
        return parse(id).filter(draft -> clock.instant().isBefore(draft.expires()));
    }

    private Optional<Draft> parse(String id) throws IOException {
        Path place = folder.resolve(id);
        try {
            JsonNode json = Json.PLAIN.readTree(Files.readString(place.resolve(FACTS)));
            return Optional.of(new Draft(
                    id,
                    json.path("owner").asString(),
                    json.path("name").asString(),
                    text(json, "format"),
                    text(json, "council"),
                    text(json, "date").map(LocalDate::parse),
                    Instant.parse(json.path("created").asString()),
                    Instant.parse(json.path("expires").asString()),
                    json.path("seen").asLong(),
                    place.resolve(SUBMISSION)));
        } catch (NoSuchFileException | JacksonException e) {
            // Not finished when the power went; it expires with what was received.
            return Optional.empty();
        }
    }

    private static Optional<String> text(JsonNode json, String name) {
        return json.has(name) ? Optional.of(json.path(name).asString()) : Optional.empty();
    }

    private void write(Draft draft) {
        ObjectNode json = Json.PLAIN.createObjectNode();
        json.put("owner", draft.owner());
        json.put("name", draft.name());
        draft.format().ifPresent(format -> json.put("format", format));
        draft.council().ifPresent(council -> json.put("council", council));
        draft.pollingDate().ifPresent(date -> json.put("date", date.toString()));
        json.put("created", draft.created().toString());
        json.put("expires", draft.expires().toString());
        json.put("seen", draft.seen());
        try {
            Path place = folder.resolve(draft.id());
            Path unfinished = Files.writeString(place.resolve("draft.unfinished"), Json.PLAIN.writeValueAsString(json));
            Files.move(unfinished, place.resolve(FACTS), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
