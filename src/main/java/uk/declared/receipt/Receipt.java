package uk.declared.receipt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * That one entry is in the record, to be checked without the record.
 *
 * @param number the entry's, counted from 1
 * @param line the entry as it stands in the record; it ends in its own hash
 * @param path the hashes beside the way from the entry to the root of the tree, in hexadecimal
 * @param head what the publisher says of the whole record, as the very text that is signed
 * @param signature of the head, detached from it; absent where the publisher does not sign
 */
public record Receipt(long number, String line, List<String> path, String head, Optional<String> signature) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public Receipt {
        path = List.copyOf(path);
    }

    /** As JSON. */
    public String text() {
        ObjectNode json = JSON.createObjectNode();
        json.put("entry", number);
        json.put("line", line);
        ArrayNode hashes = json.putArray("path");
        path.forEach(hashes::add);
        json.put("head", head);
        signature.ifPresent(text -> json.put("signature", text));
        return JSON.writeValueAsString(json) + "\n";
    }

    /** @throws SignatureException where the text is no receipt */
    public static Receipt read(String text) throws SignatureException {
        try {
            JsonNode json = JSON.readTree(text);
            List<String> path = new ArrayList<>();
            json.required("path").forEach(hash -> path.add(hash.asString()));
            return new Receipt(
                    json.required("entry").asLong(),
                    json.required("line").asString(),
                    path,
                    json.required("head").asString(),
                    Optional.ofNullable(json.get("signature")).map(JsonNode::asString));
        } catch (JacksonException e) {
            throw new SignatureException("This is no receipt: " + e.getOriginalMessage(), e);
        }
    }
}
