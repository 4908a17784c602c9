package uk.declared.linkeddata;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import uk.declared.ground.Json;
import uk.declared.ground.Shipped;

/** The published JSON-LD context, {@code ontology/context.jsonld}: the names by which web developers know what we say. */
public final class JsonLdContext {
    private static final String FILE = "ontology/context.jsonld";

    private final Map<String, JsonNode> definitions = new LinkedHashMap<>();
    private final Map<String, Term> forward = new LinkedHashMap<>();
    private final Map<String, Term> inLanguages = new HashMap<>();
    private final Map<String, Term> reverse = new LinkedHashMap<>();
    private final Map<String, Integer> order = new HashMap<>();

    private JsonLdContext(JsonNode context) {
        context.properties().forEach(entry -> definitions.put(entry.getKey(), entry.getValue()));
        definitions.forEach((name, definition) -> {
            if (definition.isObject()) {
                add(name, definition);
            }
        });
    }

    /**
     * A name for a property.
     *
     * @param property its URI
     * @param type the kind of its values: {@code @id}, {@code @vocab}, a datatype's URI, or empty
     * @param codes where the URIs of its values begin, where they are codes of one list
     * @param many whether its values always stand in an array
     */
    record Term(String name, String property, String type, Optional<String> codes, boolean many) {
        /** Names that lead to what others describe, or what stands elsewhere in the document: their values are addresses. */
        private static final Set<String> LINKS = Set.of(
                "statisticalGeography",
                "license",
                "page",
                "exactMatch",
                "seeAlso",
                "madeByOrder",
                "derivedFrom",
                "revisionOf",
                "entityCode",
                "method");

        /** Whether the values are always written as texts. */
        boolean isPlainLink() {
            return type.equals("@vocab") || LINKS.contains(name);
        }
    }

    /** All names for properties that lead from a thing, in the order of the file. */
    List<Term> forward() {
        return forward.values().stream().toList();
    }

    /** The names under which texts stand by language. */
    Set<String> languageNames() {
        return inLanguages.values().stream().map(Term::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The file as it is published. */
    public static byte[] bytes() {
        return Shipped.bytes(FILE);
    }

    static JsonLdContext shipped() {
        return new JsonLdContext(Json.PLAIN.readTree(bytes()).path("@context"));
    }

    private void add(String name, JsonNode definition) {
        boolean reversed = definition.has("@reverse");
        String property = expand(definition.path(reversed ? "@reverse" : "@id").asString());
        String container = definition.path("@container").asString("");
        Term term = new Term(
                name,
                property,
                expand(definition.path("@type").asString("")),
                Optional.of(definition.at("/@context/@vocab").asString("")).filter(start -> !start.isEmpty()),
                container.equals("@set"));
        order.put(name, order.size());
        (reversed ? reverse : container.equals("@language") ? inLanguages : forward).put(property, term);
    }

    private String expand(String compact) {
        int colon = compact.indexOf(':');
        JsonNode prefix = colon < 0 ? null : definitions.get(compact.substring(0, colon));
        return prefix == null ? compact : prefix.asString() + compact.substring(colon + 1);
    }

    Optional<Term> term(String property) {
        return Optional.ofNullable(forward.get(property));
    }

    /** The name for values that are texts in languages. */
    Optional<Term> inLanguages(String property) {
        return Optional.ofNullable(inLanguages.get(property));
    }

    /** The names for properties that lead to a thing rather than from it. */
    List<Term> reverse() {
        return List.copyOf(reverse.values());
    }

    /** Where a name stands among the others; those that the context does not have come last. */
    int place(String name) {
        return order.getOrDefault(name, order.size());
    }

    /** A URI with a prefix of the context, or as it is. */
    String compact(String uri) {
        return definitions.entrySet().stream()
                .filter(entry -> entry.getValue().isString() && !entry.getKey().startsWith("@"))
                .filter(entry -> uri.startsWith(entry.getValue().asString())
                        && uri.length() > entry.getValue().asString().length()
                        && !uri.startsWith("//", entry.getValue().asString().length()))
                .findFirst()
                .map(entry -> entry.getKey() + ":"
                        + uri.substring(entry.getValue().asString().length()))
                .orElse(uri);
    }

    /** What a name, a prefix or a keyword is defined as. */
    Optional<JsonNode> definition(String name) {
        return Optional.ofNullable(definitions.get(name));
    }
}
