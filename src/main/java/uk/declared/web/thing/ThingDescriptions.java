package uk.declared.web.thing;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.RDF;
import org.springframework.stereotype.Component;
import uk.declared.linkeddata.Uris;
import uk.declared.store.Store;
import uk.declared.web.page.LocalPaths;
import uk.declared.web.stored.Row;
import uk.declared.web.stored.StoredQuery;

/** Finds things in the store and describes them, each by one query. */
@Component
final class ThingDescriptions {
    private final Store store;
    private final Uris uris;
    private final Map<ThingKind, Query> describe = new EnumMap<>(ThingKind.class);
    private final Query known = StoredQuery.read("known");
    private final Query statements = StoredQuery.read("statements");
    private final Query graphsOf = StoredQuery.read("resource-graphs");
    private final Query replacement = StoredQuery.read("replacement");

    ThingDescriptions(Store store, Uris uris) {
        this.store = store;
        this.uris = uris;
        for (ThingKind kind : ThingKind.values()) {
            describe.put(kind, StoredQuery.read(kind.path()));
        }
    }

    /** A thing and what is said of it. */
    record Description(Node thing, Graph graph) {
        Facts facts() {
            return new Facts(graph, thing);
        }
    }

    /** Whether the store says anything about the thing of this path. */
    boolean knows(ThingPath path) {
        return path.candidates(uris).stream().anyMatch(thing -> store.ask(known, Map.of("thing", thing)));
    }

    /** The path of what took the place of a thing that is there under another name; else this path. */
    ThingPath inForce(ThingPath path) {
        return path.kind() != ThingKind.AREA
                ? path
                : path.candidates(uris).stream()
                        .flatMap(thing -> rows(replacement, thing).stream())
                        .flatMap(row -> uris.pathOf(row.required("now")).stream())
                        .findFirst()
                        .flatMap(ThingPath::parse)
                        .orElse(path);
    }

    /** The description of the thing of this path; absent where the store says nothing about it. */
    Optional<Description> of(ThingPath path) {
        if (!path.isWhole()) {
            return Optional.empty();
        }
        Query query = Objects.requireNonNull(describe.get(path.kind()));
        for (Node thing : path.candidates(uris)) {
            Graph graph = store.construct(query, Map.of("thing", thing));
            if (!graph.isEmpty()) {
                describeDocument(thing, graph);
                return Optional.of(new Description(thing, graph));
            }
        }
        return Optional.empty();
    }

    /** The document is a thing of its own: what it is about, and under which licence it is. */
    private void describeDocument(Node thing, Graph graph) {
        Node document = uris.documentOf(thing);
        graph.add(document, RDF.Nodes.type, FOAF.Document.asNode());
        graph.add(document, FOAF.primaryTopic.asNode(), thing);
        store.construct(statements, Map.of("thing", document)).stream().forEach(graph::add);
    }

    /** The rows of a query about a thing, with values for further variables. */
    List<Row> rows(Query query, Node thing, Map<String, Node> further) {
        Map<String, Node> bindings = new HashMap<>(further);
        bindings.put("thing", thing);
        return rows(query, bindings);
    }

    /** The rows of a query. */
    List<Row> rows(Query query, Map<String, Node> bindings) {
        return store.select(query, bindings, Row::all);
    }

    /**
     * The path of the document that describes a part of a thing: that of the whole where it does, or the document whose graph
     * says of it, or one of the part's own.
     */
    String documentOf(ThingPath part) {
        ThingPath whole = inForce(part.whole());
        if (part.whole().equals(part)) {
            return whole.document();
        }
        Set<Node> names = part.candidates(uris);
        boolean described = of(whole)
                .filter(description ->
                        names.stream().anyMatch(name -> description.graph().contains(name, Node.ANY, Node.ANY)))
                .isPresent();
        return described
                ? whole.document()
                : names.stream()
                        .flatMap(name -> rows(graphsOf, name).stream())
                        .map(row -> row.required("graph").getURI())
                        .filter(graph -> graph.startsWith(uris.documents()))
                        .findFirst()
                        .map(graph ->
                                LocalPaths.encode(graph.substring(uris.base().length())))
                        .orElseGet(part::document);
    }

    /** The rows of a query about a thing. */
    List<Row> rows(Query query, Node thing) {
        return store.select(query, Map.of("thing", thing), Row::all);
    }
}
