package uk.declared.web.data;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.springframework.stereotype.Component;
import uk.declared.linkeddata.Uris;
import uk.declared.store.Store;
import uk.declared.web.stored.Row;
import uk.declared.web.stored.StoredQuery;

/** Counts the links from our vocabulary to UK Parliament's ontologies, which model the same for Parliament. */
@Component
final class VocabularyLinks {
    static final String PARLIAMENT = "http://parliament.uk/ontologies/";

    private final Store store;
    private final Uris uris;
    private final Query query = StoredQuery.read("data-vocabulary-links");

    VocabularyLinks(Store store, Uris uris) {
        this.store = store;
        this.uris = uris;
    }

    /** The graph that they lead from. */
    Node vocabulary() {
        return uris.data("vocabulary");
    }

    /** The links, by property. */
    List<PublishedLinks.Links> all() {
        return store
                .select(
                        query,
                        Map.of("vocabulary", vocabulary(), "start", NodeFactory.createLiteralString(PARLIAMENT)),
                        Row::all)
                .stream()
                .filter(row -> row.node("property").isPresent())
                .map(row -> new PublishedLinks.Links(
                        row.required("property"),
                        PARLIAMENT,
                        Long.parseLong(row.text("links").orElse("0"))))
                .toList();
    }
}
