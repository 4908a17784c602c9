package uk.declared.history;

import tools.jackson.databind.node.ObjectNode;
import uk.declared.linkeddata.Uris;
import uk.declared.record.RecordedVersion;

/** What everybody is told of a declaration, an event's listeners and webhooks alike, as members of a JSON object. Each way adds what is its own. */
public final class DeclarationMembers {
    private DeclarationMembers() {}

    public static void put(Changes.Declared declared, Uris uris, ObjectNode data) {
        RecordedVersion version = declared.version().of();
        data.put("contest", uris.contest(declared.contest()).getURI());
        data.put(
                "declaration",
                uris.declaration(declared.contest(), version.version()).getURI());
        data.put("ballot", declared.contest().value());
        data.put("version", version.version());
        data.put("status", version.status().notation());
        data.put("source", declared.version().declaration().source().notation());
    }
}
