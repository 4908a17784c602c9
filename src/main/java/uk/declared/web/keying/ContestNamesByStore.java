package uk.declared.web.keying;

import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import uk.declared.linkeddata.Uris;
import uk.declared.store.Store;
import uk.declared.web.stored.Row;
import uk.declared.web.stored.StoredQuery;

/** What contests are called, as it is published. */
final class ContestNamesByStore {
    private static final Query LABEL = StoredQuery.read("contest-label");

    private ContestNamesByStore() {}

    /** The contest's name; the last part of its URI where it has none. */
    static String of(Store store, Node contest) {
        return store.select(LABEL, Map.of("thing", contest), Row::all).stream()
                .flatMap(row -> row.text("label").stream())
                .findFirst()
                .orElseGet(() -> Uris.lastPart(contest.getURI()));
    }
}
