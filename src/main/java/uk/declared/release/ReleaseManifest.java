package uk.declared.release;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import uk.declared.ground.Json;

/** Writes and reads {@code manifest.json}. */
final class ReleaseManifest {
    private ReleaseManifest() {}

    static String write(Release release) {
        ObjectNode json = Json.INDENTED.createObjectNode();
        json.put("release", release.number());
        json.put("made", release.made().toString());
        json.put("base", release.base());
        json.put("publisher", release.publisher());
        json.putObject("record").put("entries", release.entries()).put("head", release.head());
        json.putObject("file")
                .put("name", release.file())
                .put("sha256", release.sha256())
                .put("bytes", release.bytes())
                .put("quads", release.quads());
        json.put("contests", release.contests());
        json.put("licence", release.licence());
        ArrayNode sources = json.putArray("sources");
        release.sources()
                .forEach(
                        source -> sources.addObject().put("name", source.name()).put("licence", source.licence()));
        release.previous()
                .ifPresent(previous -> json.putObject("previous")
                        .put("release", previous.number())
                        .put("manifest_sha256", previous.manifestSha256()));
        json.put("program", release.program());
        return Json.INDENTED.writeValueAsString(json) + "\n";
    }

    /** @throws ReleaseException where the text is no manifest */
    static Release read(String text) throws ReleaseException {
        try {
            JsonNode json = Json.INDENTED.readTree(text);
            List<Release.Source> sources = new ArrayList<>();
            json.get("sources")
                    .forEach(source -> sources.add(new Release.Source(
                            source.get("name").asString(), source.get("licence").asString())));
            JsonNode file = json.get("file");
            JsonNode before = json.path("previous");
            return new Release(
                    json.get("release").asInt(),
                    Instant.parse(json.get("made").asString()),
                    json.get("base").asString(),
                    json.get("record").get("entries").asLong(),
                    json.get("record").get("head").asString(),
                    file.get("name").asString(),
                    file.get("sha256").asString(),
                    file.get("bytes").asLong(),
                    file.get("quads").asLong(),
                    json.get("contests").asInt(),
                    json.get("publisher").asString(),
                    json.get("licence").asString(),
                    sources,
                    before.isMissingNode()
                            ? Optional.empty()
                            : Optional.of(new Release.Previous(
                                    before.get("release").asInt(),
                                    before.get("manifest_sha256").asString())),
                    json.get("program").asString());
        } catch (JacksonException | NullPointerException | java.time.DateTimeException e) {
            throw new ReleaseException("A manifest of a release cannot be read: " + e.getMessage(), e);
        }
    }
}
