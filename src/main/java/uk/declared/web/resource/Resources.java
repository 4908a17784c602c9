package uk.declared.web.resource;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.vocabulary.DCTerms;
import org.springframework.stereotype.Component;
import uk.declared.linkeddata.Licences;
import uk.declared.store.Store;
import uk.declared.web.page.DocumentRights;
import uk.declared.web.page.ThingRights;
import uk.declared.web.stored.Row;
import uk.declared.web.stored.StoredQuery;

/** What the store says of whatever has a URI. */
@Component
final class Resources {
    /** As many triples are counted, and no more. */
    static final int COUNTED = 1_000_000;

    private static final Query DESCRIBE = StoredQuery.read("resource");
    private static final Query SIZE = StoredQuery.read("graph-size");
    private static final Query LEADING_HERE = StoredQuery.read("resource-leading-here");

    private final Store store;
    private final ThingRights rights;

    Resources(Store store, ThingRights rights) {
        this.store = store;
        this.rights = rights;
    }

    /** What is said of a thing, and what its values are called; empty where nothing is. */
    Graph description(Node thing) {
        return store.construct(DESCRIBE, Map.of("thing", thing));
    }

    /** How many triples a named graph has, up to one more than {@value #COUNTED}; 0 where there is no such graph. */
    long size(Node graph) {
        return store.select(
                        SIZE,
                        Map.of("thing", graph),
                        rows -> Row.all(rows).get(0).text("triples"))
                .map(Long::parseLong)
                .orElse(0L);
    }

    /** Reads a named graph. */
    void read(Node graph, Consumer<Triple> reader) {
        store.triples(graph.getURI(), reader);
    }

    /** What leads to a thing; at most 51 statements. */
    List<Row> leadingHere(Node thing) {
        return store.select(LEADING_HERE, Map.of("thing", thing), Row::all);
    }

    /** Under which licences a thing is said to be, or else what is said of it. */
    DocumentRights rights(Node thing, Graph description) {
        List<URI> licences = description.stream(thing, DCTerms.license.asNode(), Node.ANY)
                .map(Triple::getObject)
                .filter(Node::isURI)
                .map(licence -> Licences.usual(URI.create(licence.getURI())))
                .distinct()
                .toList();
        return licences.isEmpty()
                ? rights.of(thing)
                : new DocumentRights(licences, false, attributions(thing, description));
    }

    private static List<String> attributions(Node thing, Graph description) {
        return description.stream(thing, ResourcePage.ATTRIBUTION, Node.ANY)
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .sorted()
                .toList();
    }

    /** A short text that names the state of the store. */
    String version() {
        return store.version();
    }
}
