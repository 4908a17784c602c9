package uk.declared.web.resource;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.springframework.stereotype.Component;
import uk.declared.linkeddata.RdfWriter;
import uk.declared.linkeddata.Uris;
import uk.declared.linkeddata.Vocabulary;
import uk.declared.web.page.LocalPaths;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Page;
import uk.declared.web.page.Wording;
import uk.declared.web.stored.Row;
import uk.declared.web.vocabulary.Vocabularies;

/** Makes the page about whatever has a URI: each property with its values, and what leads to it. */
@Component
final class ResourcePage {
    static final Node ATTRIBUTION = NodeFactory.createURI("http://creativecommons.org/ns#attributionName");

    private static final int VALUES_SHOWN = 50;
    private static final List<Node> NAMES = List.of(RDFS.Nodes.label, DCTerms.title.asNode(), SKOS.prefLabel.asNode());

    private final Resources resources;
    private final Vocabularies vocabularies;
    private final LocalPaths paths;
    private final Uris uris;

    ResourcePage(Resources resources, Vocabularies vocabularies, LocalPaths paths, Uris uris) {
        this.resources = resources;
        this.vocabularies = vocabularies;
        this.paths = paths;
        this.uris = uris;
    }

    /**
     * What the page shows.
     *
     * @param triples how many triples the graph of that name has; empty where it names none
     * @param whole the thing that this is a part of
     */
    record View(
            String heading,
            String uri,
            String triples,
            Optional<NamedLink> whole,
            List<Statement> statements,
            List<Statement> leadingHere,
            boolean more,
            Optional<CubeView> cube) {}

    /** A property and its values, or what leads here by it. */
    record Statement(String property, List<Value> values, int further) {}

    /** @param href where it leads; empty for a text */
    record Value(String text, String href) {}

    Page of(Node thing, Graph description, long triples, Optional<Cube> cube, int page, Wording wording) {
        String heading = name(thing, description, wording);
        List<Row> incoming = triples > 0 ? List.of() : resources.leadingHere(thing);
        View view = new View(
                heading,
                thing.getURI(),
                triples == 0
                        ? ""
                        : triples > Resources.COUNTED
                                ? wording.text("resource.triples.more", wording.number(Resources.COUNTED))
                                : wording.text("resource.triples", wording.number(triples)),
                whole(thing, wording),
                statements(thing, description, wording),
                leadingHere(incoming, wording),
                incoming.size() > VALUES_SHOWN,
                cube.map(table -> CubeView.of(table, paths.to(thing), page, wording)));
        return new Page("resource", heading, view, List.of(wording.start()), Optional.empty());
    }

    /** A part of a thing, such as a rejection of a contest, leads to the whole. */
    private Optional<NamedLink> whole(Node thing, Wording wording) {
        String[] parts = uris.pathOf(thing).orElse("").split("/", -1);
        int segments = parts[0].equals("candidacy") || parts[0].equals("declaration") ? 3 : 2;
        if (parts.length <= segments) {
            return Optional.empty();
        }
        Node whole = uris.thing(String.join("/", List.of(parts).subList(0, segments)));
        return Optional.of(paths.link(whole, name(whole, resources.description(whole), wording)));
    }

    private List<Statement> statements(Node thing, Graph description, Wording wording) {
        Map<String, List<Value>> values =
                new TreeMap<>(Comparator.comparing((String property) -> !property.equals(RDF.type.getURI()))
                        .thenComparing(Comparator.naturalOrder()));
        description.stream(thing, Node.ANY, Node.ANY)
                .sorted(Comparator.comparing(triple -> triple.getObject().toString()))
                .forEach(triple -> values.computeIfAbsent(triple.getPredicate().getURI(), none -> new ArrayList<>())
                        .add(value(triple.getObject(), description, wording)));
        return values.entrySet().stream()
                .map(entry -> statement(entry.getKey(), entry.getValue(), wording))
                .toList();
    }

    private List<Statement> leadingHere(List<Row> rows, Wording wording) {
        Map<String, List<Value>> values = new LinkedHashMap<>();
        rows.stream()
                .limit(VALUES_SHOWN)
                .filter(row -> row.required("from").isURI())
                .forEach(row -> values.computeIfAbsent(row.required("property").getURI(), none -> new ArrayList<>())
                        .add(new Value(row.label("label", "from"), paths.to(row.required("from")))));
        return values.entrySet().stream()
                .map(entry -> statement(entry.getKey(), entry.getValue(), wording))
                .toList();
    }

    private Statement statement(String property, List<Value> values, Wording wording) {
        return new Statement(
                property(property, wording),
                values.stream().limit(VALUES_SHOWN).toList(),
                Math.max(0, values.size() - VALUES_SHOWN));
    }

    private Value value(Node value, Graph description, Wording wording) {
        if (value.isLiteral()) {
            String language = value.getLiteralLanguage();
            return new Value(value.getLiteralLexicalForm() + (language.isEmpty() ? "" : " (" + language + ")"), "");
        }
        return value.isURI()
                ? new Value(name(value, description, wording), paths.to(value))
                : new Value(value.getBlankNodeLabel(), "");
    }

    /** What a thing is called: by the description, by the vocabulary, or by its address. */
    private String name(Node thing, Graph description, Wording wording) {
        String language = wording.locale().getLanguage();
        return NAMES.stream()
                .flatMap(property -> description.stream(thing, property, Node.ANY))
                .map(triple -> triple.getObject())
                .filter(Node::isLiteral)
                .min(Comparator.comparing((Node label) -> rank(label.getLiteralLanguage(), language)))
                .map(Node::getLiteralLexicalForm)
                .orElseGet(() -> property(thing.getURI(), wording));
    }

    private static int rank(String of, String wanted) {
        return of.equals(wanted) ? 0 : of.isEmpty() ? 1 : of.equals("en") ? 2 : 3;
    }

    /** The vocabulary's own terms by their names, others by a prefix that is known, or as they are. */
    private String property(String uri, Wording wording) {
        if (uri.startsWith(Vocabulary.NAMESPACE) || uri.startsWith(Vocabulary.CODES)) {
            return vocabularies.label(NodeFactory.createURI(uri), wording.locale());
        }
        if (uri.startsWith(uris.base() + "/")) {
            return uri.substring(uris.base().length());
        }
        return RdfWriter.PREFIXES.entrySet().stream()
                .filter(prefix -> uri.startsWith(prefix.getValue()))
                .max(Comparator.comparing(prefix -> prefix.getValue().length()))
                .map(prefix ->
                        prefix.getKey() + ":" + uri.substring(prefix.getValue().length()))
                .orElse(uri);
    }
}
