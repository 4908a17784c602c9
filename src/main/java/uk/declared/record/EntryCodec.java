package uk.declared.record;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import uk.declared.election.BallotId;
import uk.declared.election.DeclarationStatus;
import uk.declared.election.Rights;
import uk.declared.election.Source;
import uk.declared.ground.Json;

/**
 * Writes an entry as one line of JSON and reads it back. The line's last member is {@code hash}: the SHA-256 of the line
 * without that member, so that anyone can check it with a text editor and {@code sha256sum}.
 */
final class EntryCodec {
    private static final String HASH_MEMBER = ",\"hash\":\"";
    private static final String REDACTED = "redacted";
    private static final String LICENCE = "licence";
    private static final String ATTRIBUTION = "attribution";
    private static final int HASH_LENGTH = 64;

    private EntryCodec() {}

    /** The line, without its line feed, and the entry that it stands for. */
    record Line(String text, Entry entry) {}

    static Line write(long sequence, String previous, Entry.Content content) {
        ObjectNode json = Json.PLAIN.createObjectNode();
        json.put("sequence", sequence);
        if (content instanceof Entry.Declared declared) {
            writeDeclaration(declared.declaration(), json);
        } else if (content instanceof Entry.Redaction redaction) {
            writeRedaction(redaction, json);
        } else if (content instanceof Entry.Deletion deletion) {
            json.put("kind", "deletion");
            json.put("file", deletion.file());
            json.put("time", deletion.time().toString());
        } else if (content instanceof Entry.Imported imported) {
            writeImport(imported.release(), json);
        } else if (content instanceof Entry.Commit commit) {
            json.put("kind", "commit");
            json.put("submission", commit.submission());
            json.put("declarations", commit.declarations());
            if (!commit.beside().isEmpty()) {
                ObjectNode beside = json.putObject("beside");
                new TreeMap<>(commit.beside()).forEach(beside::put);
            }
        }
        json.put("previous", previous);
        String body = Json.PLAIN.writeValueAsString(json);
        String hash = Sha256.of(body);
        String text = body.substring(0, body.length() - 1) + HASH_MEMBER + hash + "\"}";
        return new Line(text, new Entry(sequence, previous, hash, content));
    }

    private static void writeRedaction(Entry.Redaction redaction, ObjectNode json) {
        json.put("kind", "redaction");
        json.put("entry", redaction.entry());
        json.put("entry_hash", redaction.entryHash());
        json.put("reason", redaction.reason());
        json.put("file", redaction.file());
        json.put("time", redaction.time().toString());
    }

    /** The line of an entry whose content was taken out: it keeps the hash of what was written. */
    static String redacted(Entry entry, DeclarationEntry remains) {
        ObjectNode json = Json.PLAIN.createObjectNode();
        json.put("sequence", entry.sequence());
        writeDeclaration(remains, json);
        json.put(REDACTED, true);
        json.put("previous", entry.previous());
        String body = Json.PLAIN.writeValueAsString(json);
        return body.substring(0, body.length() - 1) + HASH_MEMBER + entry.hash() + "\"}";
    }

    private static void writeDeclaration(DeclarationEntry entry, ObjectNode json) {
        json.put("kind", "declaration");
        json.put("contest", entry.contest().value());
        json.put("identity", entry.identity());
        json.put("version", entry.version());
        json.put("status", entry.status().notation());
        json.put("source", entry.source().notation());
        json.put("submission", entry.submission());
        json.put("time", entry.time().toString());
        json.put("vocabulary", entry.vocabulary());
        json.put("result", entry.result());
        ObjectNode shared = json.putObject("shared");
        entry.shared().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(description -> shared.put(description.getKey(), description.getValue()));
        json.put("declaration", entry.declaration());
    }

    private static void writeImport(ImportEntry entry, ObjectNode json) {
        json.put("kind", "import");
        json.put("data", entry.data());
        json.put("release", entry.release());
        ArrayNode supersedes = json.putArray("supersedes");
        entry.supersedes().forEach(supersedes::add);
        json.put("file", entry.file());
        json.put("file_name", entry.fileName());
        json.put("table", entry.table());
        json.put("importer", entry.importer());
        json.put("time", entry.time().toString());
        json.put("things", entry.things());
        entry.rights().ifPresent(rights -> {
            json.put(LICENCE, rights.licence().map(URI::toString).orElse(Rights.NONE));
            rights.attribution().ifPresent(text -> json.put(ATTRIBUTION, text));
        });
    }

    /** An import as it stands in an index. */
    static String text(ImportEntry entry) {
        ObjectNode json = Json.PLAIN.createObjectNode();
        writeImport(entry, json);
        return Json.PLAIN.writeValueAsString(json);
    }

    /** Reads what {@link #text(ImportEntry)} writes. */
    static ImportEntry release(String text) {
        return release(Json.PLAIN.readTree(text));
    }

    /** A declaration that is not in a record yet. */
    static String text(DeclarationEntry entry) {
        ObjectNode json = Json.PLAIN.createObjectNode();
        writeDeclaration(entry, json);
        return Json.PLAIN.writeValueAsString(json);
    }

    /** Reads what {@link #text(DeclarationEntry)} writes. */
    static DeclarationEntry declaration(String text) {
        return declaration(Json.PLAIN.readTree(text));
    }

    /** @throws DamagedRecordException where the line is torn, or not what was once written */
    static Entry read(String line) throws DamagedRecordException {
        int at = line.length() - HASH_MEMBER.length() - HASH_LENGTH - 2;
        if (at < 0 || !line.startsWith(HASH_MEMBER, at) || !line.endsWith("\"}")) {
            throw new DamagedRecordException("the line does not end in a hash");
        }
        String body = line.substring(0, at) + "}";
        String hash = line.substring(at + HASH_MEMBER.length(), line.length() - 2);
        boolean asWritten = Sha256.of(body).equals(hash);
        try {
            JsonNode json = Json.PLAIN.readTree(body);
            if (!asWritten && !json.path(REDACTED).asBoolean(false)) {
                throw new DamagedRecordException("the line's hash does not match its content");
            }
            return new Entry(json.get("sequence").asLong(), json.get("previous").asString(), hash, content(json));
        } catch (JacksonException | IllegalArgumentException | DateTimeException | NullPointerException e) {
            if (!asWritten) {
                throw new DamagedRecordException("the line's hash does not match its content");
            }
            throw new DamagedRecordException("the line is not an entry: " + e.getMessage());
        }
    }

    private static Entry.Content content(JsonNode json) throws DamagedRecordException {
        String kind = json.path("kind").asString();
        return switch (kind) {
            case "declaration" ->
                new Entry.Declared(declaration(json), json.path(REDACTED).asBoolean(false));
            case "redaction" ->
                new Entry.Redaction(
                        json.get("entry").asLong(),
                        json.get("entry_hash").asString(),
                        json.get("reason").asString(),
                        json.get("file").asString(),
                        Instant.parse(json.get("time").asString()));
            case "deletion" ->
                new Entry.Deletion(
                        json.get("file").asString(),
                        Instant.parse(json.get("time").asString()));
            case "import" -> new Entry.Imported(release(json));
            case "commit" ->
                new Entry.Commit(
                        json.get("submission").asString(),
                        json.get("declarations").asInt(),
                        texts(json.path("beside")));
            default -> throw new DamagedRecordException("an entry of the unknown kind “" + kind + "”");
        };
    }

    private static ImportEntry release(JsonNode json) {
        List<String> supersedes = new ArrayList<>();
        json.get("supersedes").forEach(release -> supersedes.add(release.asString()));
        return new ImportEntry(
                json.get("data").asString(),
                json.get("release").asString(),
                supersedes,
                json.get("file").asString(),
                json.get("file_name").asString(),
                json.get("table").asString(),
                json.get("importer").asString(),
                Instant.parse(json.get("time").asString()),
                json.get("things").asInt(),
                rights(json));
    }

    /** Entries from before licences were stated have none. */
    private static Optional<Rights> rights(JsonNode json) {
        return json.has(LICENCE)
                ? Optional.of(Rights.stated(
                        json.get(LICENCE).asString(),
                        json.has(ATTRIBUTION)
                                ? Optional.of(json.get(ATTRIBUTION).asString())
                                : Optional.empty()))
                : Optional.empty();
    }

    private static DeclarationEntry declaration(JsonNode json) {
        String status = json.get("status").asString();
        return new DeclarationEntry(
                new BallotId(json.get("contest").asString()),
                json.get("identity").asString(),
                json.get("version").asInt(),
                Arrays.stream(DeclarationStatus.values())
                        .filter(each -> each.notation().equals(status))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("status " + status)),
                Source.of(json.get("source").asString()).orElseThrow(() -> new IllegalArgumentException("source")),
                json.get("submission").asString(),
                Instant.parse(json.get("time").asString()),
                json.get("vocabulary").asString(),
                json.get("result").asString(),
                texts(json.get("shared")),
                json.get("declaration").asString());
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.properties()
                .forEach(member -> texts.put(member.getKey(), member.getValue().asString()));
        return texts;
    }
}
