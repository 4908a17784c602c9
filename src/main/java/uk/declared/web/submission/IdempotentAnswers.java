package uk.declared.web.submission;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import uk.declared.ground.Json;
import uk.declared.web.http.ProblemException;

/**
 * Gives the same answer to the same request (IETF draft “The Idempotency-Key HTTP Header Field”): answers are kept for a day,
 * in the data folder, so that a restart between two attempts changes nothing.
 */
final class IdempotentAnswers {
    private static final Duration KEPT = Duration.ofDays(1);
    private static final int LONGEST_KEY = 255;

    private final Path folder;
    private final Set<String> running = ConcurrentHashMap.newKeySet();

    /** @param folder is made where it is missing */
    IdempotentAnswers(Path folder) {
        this.folder = folder;
    }

    /**
     * Answers a request, once.
     *
     * @param owner whose key it is
     * @param fingerprint differs for requests that differ
     * @param answer is made where there is none yet
     */
    ResponseEntity<byte[]> once(String owner, String key, String fingerprint, Supplier<ResponseEntity<byte[]>> answer)
            throws IOException {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw ProblemException.of(HttpStatus.BAD_REQUEST, "problem.400.key", LONGEST_KEY);
        }
        String name = hash(owner + "\n" + key);
        if (!running.add(name)) {
            throw ProblemException.of(HttpStatus.CONFLICT, "problem.409.key");
        }
        try {
            Optional<JsonNode> kept = read(name);
            if (kept.isPresent()) {
                return replay(kept.get(), fingerprint);
            }
            ResponseEntity<byte[]> made = answer.get();
            keep(name, fingerprint, made);
            return made;
        } finally {
            running.remove(name);
        }
    }

    private static ResponseEntity<byte[]> replay(JsonNode kept, String fingerprint) {
        if (!kept.path("request").asString().equals(hash(fingerprint))) {
            throw ProblemException.of(HttpStatus.UNPROCESSABLE_CONTENT, "problem.422.key");
        }
        HttpHeaders headers = new HttpHeaders();
        kept.path("headers")
                .properties()
                .forEach(
                        header -> headers.set(header.getKey(), header.getValue().asString()));
        return ResponseEntity.status(kept.path("status").asInt())
                .headers(headers)
                .body(Base64.getDecoder().decode(kept.path("body").asString()));
    }

    private Optional<JsonNode> read(String name) throws IOException {
        Path file = folder.resolve(name);
        try {
            boolean old = Files.getLastModifiedTime(file)
                    .toInstant()
                    .isBefore(Instant.now().minus(KEPT));
            return old ? Optional.empty() : Optional.of(Json.PLAIN.readTree(Files.readString(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (JacksonException e) {
            throw new IOException("A kept answer is damaged: " + name, e);
        }
    }

    private void keep(String name, String fingerprint, ResponseEntity<byte[]> answer) throws IOException {
        ObjectNode json = Json.PLAIN.createObjectNode();
        json.put("request", hash(fingerprint));
        json.put("status", answer.getStatusCode().value());
        ObjectNode headers = json.putObject("headers");
        answer.getHeaders().forEach((header, values) -> headers.put(header, String.join(", ", values)));
        json.put("body", Base64.getEncoder().encodeToString(answer.getBody()));
        Files.createDirectories(folder);
        deleteOld();
        Path unfinished = Files.createTempFile(folder, "unfinished-", "");
        Files.writeString(unfinished, Json.PLAIN.writeValueAsString(json));
        Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private void deleteOld() throws IOException {
        Instant before = Instant.now().minus(KEPT);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static String hash(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
