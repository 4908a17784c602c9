package uk.declared.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import uk.declared.ground.Json;

/**
 * The tokens of a data folder: {@code tokens.jsonl}, a line for every token that was made and for every one that was
 * taken back. A token reads {@code declared_ID_SECRET}: its identifier finds it, so that one hash only is computed, and of
 * its secret of 256 bits nothing is kept but a bcrypt hash. The file is read anew when it has grown, so that what the
 * command line does holds for a running server at once.
 */
public final class Tokens {
    /** What every token begins with. */
    public static final String PREFIX = "declared_";

    /** The longest time that a token can be made for. */
    public static final Duration LONGEST = Duration.ofDays(731);

    private static final Pattern FORM = Pattern.compile(PREFIX + "([a-z2-7]{10})_([A-Za-z0-9_-]{43})");
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int ID_LENGTH = 10;
    private static final int SECRET_BYTES = 32;

    private final LineFile file;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final BCryptPasswordEncoder hashes = new BCryptPasswordEncoder();

    /** The SHA-256 of secrets that were let in, by the bcrypt hashes that they matched. */
    private final Map<String, byte[]> proven = new ConcurrentHashMap<>();

    private Map<String, Token> read = Map.of();
    private long readSize = -1;

    /** @param folder the data folder */
    public Tokens(Path folder, Clock clock) {
        this.file = new LineFile(folder.resolve("tokens.jsonl"));
        this.clock = clock;
    }

    /**
     * Makes a token.
     *
     * @param council the slug of the council that it is to belong to; absent for the operator's
     * @param bodies the slugs of further bodies whose contests may be published with it
     * @param lifetime how long it can be used
     * @throws IllegalArgumentException where the lifetime is not above nothing and at most {@link #LONGEST}
     */
    public NewToken create(String name, Optional<String> council, Collection<String> bodies, Duration lifetime)
            throws IOException {
        if (lifetime.isNegative() || lifetime.isZero() || lifetime.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("A token lasts from 1 to " + LONGEST.toDays() + " days.");
        }
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Token token = new Token(
                newId(),
                name,
                council,
                new TreeSet<>(bodies),
                String.valueOf(hashes.encode(secret)),
                now,
                now.plus(lifetime),
                Optional.empty());
        file.append(Json.PLAIN.writeValueAsString(line(token)));
        return new NewToken(token, PREFIX + token.id() + "_" + secret);
    }

    /** All tokens that were ever made, in the order in which they were. */
    public List<Token> list() throws IOException {
        return List.copyOf(current().values());
    }

    /**
     * Takes a token back.
     *
     * @return the token; absent where there is none of that identifier
     */
    public Optional<Token> revoke(String id) throws IOException {
        Optional<Token> token = Optional.ofNullable(current().get(id));
        if (token.isPresent() && token.get().revoked().isEmpty()) {
            ObjectNode line = Json.PLAIN.createObjectNode();
            line.put("event", "revoked");
            line.put("id", id);
            line.put("time", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
            file.append(Json.PLAIN.writeValueAsString(line));
        }
        return Optional.ofNullable(current().get(id));
    }

    /** Whoever shows this token, unless it is none of ours, or has ended. */
    public Optional<Holder> holder(String text) throws IOException {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return Optional.ofNullable(current().get(parts.group(1)))
                .filter(token -> token.isValidAt(clock.instant()))
                .filter(token -> matches(parts.group(2), token.hash()))
                .map(Token::holder);
    }

    /**
     * Bcrypt takes a tenth of a second of processor by design. A secret that it let in once is known by its SHA-256 for as long as the
     * process runs, which is safe for 256 random bits; one that it did not let in costs as much as ever.
     */
    private boolean matches(String secret, String hash) {
        byte[] shown = sha256(secret);
        byte[] letIn = proven.get(hash);
        if (letIn != null && MessageDigest.isEqual(letIn, shown)) {
            return true;
        }
        boolean matching = hashes.matches(secret, hash);
        if (matching) {
            proven.put(hash, shown);
        }
        return matching;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Whether somebody who was let in before may still be: their token can have ended since. */
    public boolean stillHolds(Holder holder) throws IOException {
        return current().values().stream()
                .anyMatch(token -> token.holder().equals(holder) && token.isValidAt(clock.instant()));
    }

    private synchronized Map<String, Token> current() throws IOException {
        long size = file.size();
        if (size != readSize) {
            Map<String, Token> tokens = new LinkedHashMap<>();
            for (JsonNode line : file.objects()) {
                apply(line, tokens);
            }
            read = tokens;
            readSize = size;
        }
        return read;
    }

    private static void apply(JsonNode line, Map<String, Token> tokens) {
        String id = line.path("id").asString();
        if (line.path("event").asString().equals("created")) {
            tokens.put(id, token(id, line));
        } else {
            Instant time = Instant.parse(line.path("time").asString());
            tokens.computeIfPresent(id, (same, token) -> token.revokedAt(time));
        }
    }

    private static ObjectNode line(Token token) {
        ObjectNode line = Json.PLAIN.createObjectNode();
        line.put("event", "created");
        line.put("id", token.id());
        line.put("name", token.name());
        token.council().ifPresent(council -> line.put("council", council));
        new TreeSet<>(token.bodies()).forEach(line.withArray("bodies")::add);
        line.put("hash", token.hash());
        line.put("time", token.created().toString());
        line.put("expires", token.expires().toString());
        return line;
    }

    private static Token token(String id, JsonNode json) {
        List<String> bodies = new ArrayList<>();
        json.path("bodies").forEach(body -> bodies.add(body.asString()));
        return new Token(
                id,
                json.path("name").asString(),
                json.has("council") ? Optional.of(json.path("council").asString()) : Optional.empty(),
                Set.copyOf(bodies),
                json.path("hash").asString(),
                Instant.parse(json.path("time").asString()),
                Instant.parse(json.path("expires").asString()),
                Optional.empty());
    }

    private String newId() {
        StringBuilder id = new StringBuilder(ID_LENGTH);
        for (int i = 0; i < ID_LENGTH; i++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }
}
