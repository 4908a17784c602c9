package uk.declared.receipt;

import java.time.Instant;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a publisher says of the whole record at a time.
 *
 * @param base where the publisher's URIs begin
 * @param entries how many entries the record has
 * @param last the hash of the last of them, which covers all before
 * @param root the root of the Merkle tree over all of them, in hexadecimal
 * @param time when it was said
 */
public record TreeHead(String base, long entries, String last, String root, Instant time) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** As the text that is signed: JSON in one line. */
    public String text() {
        return JSON.writeValueAsString(JSON.createObjectNode()
                .put("base", base)
                .put("entries", entries)
                .put("last", last)
                .put("root", root)
                .put("time", time.toString()));
    }

    /** @throws SignatureException where the text is no head of a record */
    public static TreeHead read(String text) throws SignatureException {
        try {
            JsonNode json = JSON.readTree(text);
            return new TreeHead(
                    json.required("base").asString(),
                    json.required("entries").asLong(),
                    json.required("last").asString(),
                    json.required("root").asString(),
                    Instant.parse(json.required("time").asString()));
        } catch (JacksonException | java.time.DateTimeException e) {
            throw new SignatureException("The head of the record cannot be read: " + e.getMessage(), e);
        }
    }
}
