package uk.declared.linkeddata;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import uk.declared.ground.Json;
import uk.declared.linkeddata.JsonLdContext.Term;

/**
 * What the JSON-LD documents of each kind of thing look like, as JSON Schemas (draft 2020-12), derived from the published context: every
 * name has values of one form, wherever it stands, and what a document of a kind always has is required.
 */
public final class JsonLdSchemas {
    private static final JsonLdContext CONTEXT = JsonLdContext.shipped();
    private static final String THING = "#/$defs/thing";

    /** By kind, the class of its things and what each document has at least. */
    private static final Map<String, Kind> KINDS = new TreeMap<>(Map.of(
            "contest", new Kind("Contest", List.of("labels", "pollingDate", "election", "declarations")),
            "candidacy", new Kind("Candidacy", List.of("nameOnBallotPaper", "candidacyOf")),
            "election", new Kind("", List.of("labels", "pollingDate")),
            "area", new Kind("", List.of()),
            "council", new Kind("", List.of("labels")),
            "body", new Kind("", List.of("labels")),
            "party", new Kind("", List.of("labels")),
            "person", new Kind("", List.of()),
            "declaration", new Kind("Declaration", List.of("version", "declarationStatus", "declarationOf")),
            "submission", new Kind("", List.of())));

    private JsonLdSchemas() {}

    /** @param type the one type of its things; empty where they have several or differ */
    private record Kind(String type, List<String> required) {}

    /** The schema of a kind, by the first part of the path of its URIs; absent where there is no such kind. */
    public static Optional<byte[]> of(String kind) {
        return Optional.ofNullable(KINDS.get(kind)).map(known -> Json.PLAIN.writeValueAsBytes(schema(kind, known)));
    }

    private static ObjectNode schema(String kind, Kind known) {
        ObjectNode schema = Json.PLAIN.createObjectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "Document of a " + kind);
        schema.put("$ref", THING);
        ArrayNode required =
                schema.putArray("required").add("@context").add("id").add("documents");
        known.required().forEach(required::add);
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("@context").put("type", "object");
        if (!known.type().isEmpty()) {
            properties.putObject("type").put("const", known.type());
        }
        ObjectNode definitions = schema.putObject("$defs");
        ObjectNode thing = definitions.putObject("thing");
        thing.put("type", "object");
        thing.putArray("required").add("id");
        ObjectNode names = thing.putObject("properties");
        names.putObject("id").put("type", "string");
        texts(names.putObject("type"));
        CONTEXT.languageNames().forEach(name -> languages(names.putObject(name)));
        CONTEXT.forward().stream()
                .filter(term -> CONTEXT.inLanguages(term.property()).isEmpty())
                .forEach(term -> values(names.putObject(term.name()), term));
        CONTEXT.reverse().forEach(term -> values(names.putObject(term.name()), term));
        ObjectNode included = names.putObject("@included");
        included.put("type", "array").putObject("items").put("$ref", THING);
        return schema;
    }

    private static void values(ObjectNode schema, Term term) {
        if (term.many()) {
            schema.put("type", "array").put("minItems", 1);
            value(schema.putObject("items"), term);
        } else {
            value(schema, term);
        }
    }

    private static void value(ObjectNode schema, Term term) {
        if (term.isPlainLink()) {
            schema.put("type", "string");
        } else if (term.type().equals("@id")) {
            schema.put("$ref", THING);
        } else if (term.type().equals(XSDDatatype.XSDinteger.getURI())) {
            schema.put("type", "integer");
        } else if (term.type().equals(XSDDatatype.XSDboolean.getURI())) {
            schema.put("type", "boolean");
        } else if (!term.type().isEmpty()) {
            schema.put("type", "string");
        }
    }

    /** A text by language; one without a language under {@code @none} (JSON-LD 1.1, section 4.2.4). */
    private static void languages(ObjectNode schema) {
        schema.put("type", "object").put("minProperties", 1);
        texts(schema.putObject("additionalProperties"));
    }

    /** One text, or several. */
    private static void texts(ObjectNode schema) {
        ArrayNode either = schema.putArray("anyOf");
        either.addObject().put("type", "string");
        either.addObject().put("type", "array").putObject("items").put("type", "string");
    }
}
