package uk.declared.web.thing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.springframework.stereotype.Component;
import uk.declared.linkeddata.RdfStreamWriter;
import uk.declared.linkeddata.RdfSyntax;
import uk.declared.linkeddata.Uris;
import uk.declared.store.Store;

/** Finds things in the store and describes them, each by one query. */
@Component
final class ThingDescriptions {
    private final Store store;
    private final Uris uris;
    private final Map<ThingKind, Query> describe = new EnumMap<>(ThingKind.class);
    private final Query known = StoredQuery.read("known");
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
                        .map(row -> row.required("now").getURI())
                        .filter(uri -> uri.startsWith(uris.base() + "/id/"))
                        .findFirst()
                        .flatMap(uri -> ThingPath.parse(uri.substring((uris.base() + "/id/").length())))
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
                return Optional.of(new Description(thing, graph));
            }
        }
        return Optional.empty();
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

    /** The graphs of a contest, as dumps have them: its result, and what is worked out from that. */
    byte[] quads(Node contest, RdfSyntax syntax) {
        String document = uris.base() + "/doc" + contest.getURI().substring((uris.base() + "/id").length());
        Set<String> graphs = Set.of(document, document + "/statistics");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (RdfStreamWriter writer = RdfStreamWriter.openQuads(syntax, out)) {
            store.quads(graphs::contains, quad -> writer.write(quad.getGraph(), List.of(quad.asTriple())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The rows of a query about a thing. */
    List<Row> rows(Query query, Node thing) {
        return store.select(query, Map.of("thing", thing), Row::all);
    }
}
