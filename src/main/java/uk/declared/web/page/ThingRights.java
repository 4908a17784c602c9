package uk.declared.web.page;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.springframework.stereotype.Component;
import uk.declared.linkeddata.Licences;
import uk.declared.linkeddata.Uris;
import uk.declared.store.Store;
import uk.declared.web.stored.Row;
import uk.declared.web.stored.StoredQuery;

/** Finds under which licences what is said of a thing may be used. */
@Component
public final class ThingRights {
    private static final Query RIGHTS = StoredQuery.read("rights");

    private final Store store;
    private final Uris uris;

    ThingRights(Store store, Uris uris) {
        this.store = store;
        this.uris = uris;
    }

    public DocumentRights of(Node thing) {
        Map<String, Node> values = new HashMap<>(uris.forQueries());
        values.put("thing", thing);
        List<Row> rows = store.select(RIGHTS, values, Row::all);
        List<URI> licences = rows.stream()
                .map(row -> row.node("licence").filter(Node::isURI))
                .flatMap(Optional::stream)
                .map(licence -> Licences.usual(URI.create(licence.getURI())))
                .distinct()
                .toList();
        boolean unknown = rows.isEmpty()
                || rows.stream().anyMatch(row -> row.node("licence").isEmpty());
        List<String> attributions = rows.stream()
                .flatMap(row -> row.text("attribution").stream())
                .distinct()
                .toList();
        return new DocumentRights(licences, unknown, attributions);
    }
}
