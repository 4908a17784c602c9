package uk.declared.linkeddata;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import uk.declared.ground.Json;
import uk.declared.linkeddata.JsonLdContext.Term;

/**
 * Writes a graph as JSON-LD that reads like plain JSON: a tree from the thing that it is about.
 *
 * <ol>
 *   <li>what a thing leads to stands within it, where it is led to first; small things such as parties stand everywhere,
 *   <li>names are those of the published context, of which the document carries the definitions that it uses, so that nothing
 *       need be fetched to read it,
 *   <li>what the tree does not reach is included at the end (JSON-LD 1.1, section 4.13): nothing is left out,
 *   <li>a name always has values of one form, whatever is known: a text, a number, an object, or an array of these, as {@link
 *       JsonLdSchemas} says of it.
 * </ol>
 */
public final class JsonLdTree {
    /** As many statements as a thing that is repeated wherever it is led to may have. */
    private static final int SMALL = 8;

    private static final JsonLdContext CONTEXT = JsonLdContext.shipped();
    private static final String CANONICAL_INTEGER = "0|-?[1-9]\\d{0,14}";

    private final Graph graph;
    private final Set<Node> written = new HashSet<>();
    private final Set<String> used =
            new TreeSet<>(Comparator.comparingInt(CONTEXT::place).thenComparing(Comparator.naturalOrder()));
    private final Map<Node, String> blanks = new HashMap<>();

    private JsonLdTree(Graph graph) {
        this.graph = graph;
    }

    /** The document, in UTF-8, about a thing of the graph. */
    public static byte[] write(Graph graph, Node thing) {
        return new JsonLdTree(graph).document(thing).getBytes(StandardCharsets.UTF_8);
    }

    private String document(Node thing) {
        ObjectNode tree = describe(thing, Optional.empty());
        ArrayNode others = Json.INDENTED.createArrayNode();
        graph.stream()
                .map(triple -> triple.getSubject())
                .distinct()
                .sorted(Comparator.comparing(Node::toString))
                .forEach(subject -> {
                    if (!written.contains(subject)) {
                        others.add(describe(subject, Optional.empty()));
                    }
                });
        if (!others.isEmpty()) {
            tree.set("@included", others);
        }
        ObjectNode document = Json.INDENTED.createObjectNode();
        document.set("@context", context());
        tree.properties().forEach(entry -> document.set(entry.getKey(), entry.getValue()));
        return Json.INDENTED.writeValueAsString(document) + "\n";
    }

    /** The definitions that the document uses, prefixes among them. */
    private ObjectNode context() {
        Set<String> names = new TreeSet<>(used);
        for (String name : used) {
            CONTEXT.definition(name)
                    .filter(JsonNode::isObject)
                    .ifPresent(definition -> Stream.of("@id", "@reverse", "@type")
                            .map(key -> definition.path(key).asString(""))
                            .filter(value -> value.contains(":"))
                            .forEach(value -> names.add(value.substring(0, value.indexOf(':')))));
        }
        ObjectNode context = Json.INDENTED.createObjectNode();
        for (String always : List.of("@version", "id", "type", "@vocab")) {
            CONTEXT.definition(always).ifPresent(definition -> context.set(always, definition));
        }
        names.forEach(name -> CONTEXT.definition(name)
                .filter(JsonNode::isString)
                .ifPresent(definition -> context.set(name, definition)));
        used.forEach(name -> CONTEXT.definition(name)
                .filter(JsonNode::isObject)
                .ifPresent(definition -> context.set(name, definition)));
        return context;
    }

    /** @param parent that it stands within by a property that leads to the parent, which need not be said again */
    private ObjectNode describe(Node thing, Optional<Led> parent) {
        written.add(thing);
        ObjectNode object = Json.INDENTED.createObjectNode();
        object.put("id", id(thing));
        addTypes(thing, object);
        Map<String, List<Node>> properties =
                new TreeMap<>(Comparator.comparingInt((String property) -> CONTEXT.term(property)
                                .map(term -> CONTEXT.place(term.name()))
                                .orElse(Integer.MAX_VALUE))
                        .thenComparing(Comparator.naturalOrder()));
        graph.stream(thing, Node.ANY, Node.ANY)
                .filter(triple -> !triple.predicateMatches(RDF.Nodes.type))
                .filter(triple -> parent.filter(led -> led.by(triple.getPredicate(), triple.getObject()))
                        .isEmpty())
                .forEach(triple -> properties
                        .computeIfAbsent(triple.getPredicate().getURI(), none -> new ArrayList<>())
                        .add(triple.getObject()));
        properties.forEach((property, values) -> addValues(property, values, object));
        for (Term term : CONTEXT.reverse()) {
            addReverse(thing, term, object);
        }
        return object;
    }

    /** The property by which a thing leads to the one that it stands within. */
    private record Led(String property, Node to) {
        boolean by(Node predicate, Node object) {
            return predicate.getURI().equals(property) && object.equals(to);
        }
    }

    private void addTypes(Node thing, ObjectNode object) {
        List<Node> types = new ArrayList<>();
        graph.stream(thing, RDF.Nodes.type, Node.ANY).forEach(triple -> types.add(triple.getObject()));
        put(
                object,
                "type",
                types.stream()
                        .map(type -> (JsonNode) Json.INDENTED.getNodeFactory().stringNode(name(type.getURI())))
                        .toList(),
                false);
    }

    /** A class or a property without a name of its own: those of the vocabulary are known without a prefix. */
    private String name(String uri) {
        String own = Vocabulary.NAMESPACE;
        if (uri.startsWith(own)
                && CONTEXT.definition(uri.substring(own.length())).isEmpty()) {
            return uri.substring(own.length());
        }
        String compact = CONTEXT.compact(uri);
        if (!compact.equals(uri)) {
            used.add(compact.substring(0, compact.indexOf(':')));
        }
        return compact;
    }

    private void addValues(String property, List<Node> values, ObjectNode object) {
        Optional<Term> languages = CONTEXT.inLanguages(property);
        List<Node> others = new ArrayList<>(values);
        if (languages.isPresent()) {
            List<Node> texts = values.stream().filter(JsonLdTree::isText).toList();
            others.removeAll(texts);
            if (!texts.isEmpty()) {
                used.add(languages.get().name());
                object.set(languages.get().name(), byLanguage(texts));
            }
        }
        if (others.isEmpty()) {
            return;
        }
        Optional<Term> term = CONTEXT.term(property);
        term.ifPresent(known -> used.add(known.name()));
        String key = term.map(Term::name).orElseGet(() -> name(property));
        put(
                object,
                key,
                others.stream().sorted(order()).map(value -> value(value, term)).toList(),
                term.map(Term::many).orElse(false));
    }

    private ObjectNode byLanguage(List<Node> texts) {
        Map<String, List<JsonNode>> languages = new TreeMap<>();
        texts.stream()
                .sorted(order())
                .forEach(text -> languages
                        .computeIfAbsent(
                                hasLanguage(text) ? text.getLiteralLanguage() : "@none", none -> new ArrayList<>())
                        .add(Json.INDENTED.getNodeFactory().stringNode(text.getLiteralLexicalForm())));
        ObjectNode object = Json.INDENTED.createObjectNode();
        languages.forEach((language, all) -> put(object, language, all, false));
        return object;
    }

    private void addReverse(Node thing, Term term, ObjectNode object) {
        List<Node> from = graph.stream(Node.ANY, Node.ANY, thing)
                .filter(triple -> triple.getPredicate().getURI().equals(term.property()))
                .map(triple -> triple.getSubject())
                .filter(subject -> !written.contains(subject))
                .sorted(order())
                .toList();
        if (!from.isEmpty()) {
            used.add(term.name());
            written.addAll(from);
            Led led = new Led(term.property(), thing);
            put(
                    object,
                    term.name(),
                    from.stream()
                            .map(subject -> (JsonNode) describe(subject, Optional.of(led)))
                            .toList(),
                    true);
        }
    }

    private JsonNode value(Node value, Optional<Term> term) {
        if (value.isLiteral()) {
            return literal(value, term.map(Term::type).orElse(""));
        }
        Optional<String> code = term.flatMap(Term::codes)
                .filter(start -> value.isURI() && value.getURI().startsWith(start))
                .map(start -> value.getURI().substring(start.length()))
                .filter(notation -> notation.matches("[A-Za-z0-9-]+"));
        if (code.isPresent()) {
            return Json.INDENTED.getNodeFactory().stringNode(code.get());
        }
        if (term.filter(Term::isPlainLink).isPresent()) {
            return Json.PLAIN.getNodeFactory().stringNode(id(value));
        }
        boolean described = graph.contains(value, Node.ANY, Node.ANY);
        // A program that reads party.labels must not find a text here and an object there.
        return described && (!written.contains(value) || isSmall(value))
                ? describe(value, Optional.empty())
                : Json.PLAIN.createObjectNode().put("id", id(value));
    }

    private static JsonNode literal(Node literal, String type) {
        String text = literal.getLiteralLexicalForm();
        String datatype = literal.getLiteralDatatypeURI();
        if (hasLanguage(literal)) {
            return Json.INDENTED.createObjectNode().put("@value", text).put("@language", literal.getLiteralLanguage());
        }
        boolean plain = type.isEmpty() || type.equals(datatype);
        if (plain && datatype.equals(XSDDatatype.XSDinteger.getURI()) && text.matches(CANONICAL_INTEGER)) {
            return Json.INDENTED.getNodeFactory().numberNode(Long.parseLong(text));
        }
        if (plain && datatype.equals(XSDDatatype.XSDboolean.getURI()) && text.matches("true|false")) {
            return Json.INDENTED.getNodeFactory().booleanNode(Boolean.parseBoolean(text));
        }
        boolean isString = datatype.equals(XSDDatatype.XSDstring.getURI());
        if (type.equals(datatype) || (isString && type.isEmpty())) {
            return Json.INDENTED.getNodeFactory().stringNode(text);
        }
        ObjectNode value = Json.INDENTED.createObjectNode().put("@value", text);
        return isString ? value : value.put("@type", datatype);
    }

    /** Whether it says little and leads nowhere that anything is said of. */
    private boolean isSmall(Node thing) {
        List<Node> values = new ArrayList<>();
        graph.stream(thing, Node.ANY, Node.ANY).limit(SMALL + 1L).forEach(triple -> values.add(triple.getObject()));
        return values.size() <= SMALL
                && values.stream().noneMatch(value -> !value.isLiteral() && graph.contains(value, Node.ANY, Node.ANY));
    }

    /** By rank, stage or version where there is one: the leading candidate comes first. */
    private Comparator<Node> order() {
        return Comparator.comparingInt(this::number).thenComparing((Node thing) -> thing.toString());
    }

    private int number(Node thing) {
        return thing.isLiteral()
                ? 0
                : Stream.of("rank", "stageNumber", "version")
                        .flatMap(property -> graph.stream(thing, Vocabulary.term(property), Node.ANY))
                        .map(triple -> triple.getObject().getLiteralLexicalForm())
                        .filter(number -> number.matches("\\d{1,9}"))
                        .mapToInt(Integer::parseInt)
                        .findFirst()
                        .orElse(Integer.MAX_VALUE);
    }

    private static boolean isText(Node node) {
        return hasLanguage(node)
                || (node.isLiteral() && XSDDatatype.XSDstring.getURI().equals(node.getLiteralDatatypeURI()));
    }

    private static boolean hasLanguage(Node node) {
        return node.isLiteral() && !node.getLiteralLanguage().isEmpty();
    }

    private String id(Node node) {
        return node.isBlank() ? blanks.computeIfAbsent(node, none -> "_:b" + blanks.size()) : node.getURI();
    }

    private static void put(ObjectNode object, String key, List<JsonNode> values, boolean many) {
        if (values.size() == 1 && !many) {
            object.set(key, values.get(0));
        } else if (!values.isEmpty()) {
            object.putArray(key).addAll(values);
        }
    }
}
