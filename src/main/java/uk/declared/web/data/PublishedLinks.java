package uk.declared.web.data;

import java.util.List;
import java.util.Objects;
import org.apache.jena.graph.Node;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.declared.folder.DerivedFiles;
import uk.declared.linkeddata.Uris;
import uk.declared.store.Store;
import uk.declared.web.page.Prepared;
import uk.declared.web.page.Refreshed;
import uk.declared.web.stored.Row;
import uk.declared.web.stored.StoredQuery;

/**
 * Where what is published leads to, counted in the background when something was published. It takes longer than all other counts: what
 * each triple is about has to be looked at.
 */
@Component
@Order(Prepared.COUNTS + 1)
final class PublishedLinks implements Prepared {
    private static final int PAUSE = 10;

    private final Store store;
    private final Uris uris;
    private final Refreshed<Linked> counted;
    private final CountFile<Linked> file;

    PublishedLinks(Store store, Uris uris, DerivedFiles derived) {
        this.store = store.patient();
        this.uris = uris;
        this.counted = new Refreshed<>("links", store::version, this::counted, before -> {}, PAUSE);
        this.file = new CountFile<>(derived.of("counts"), "links", Linked.class);
        file.read().ifPresent(linked -> counted.begin(linked.version(), linked));
    }

    /** Links of one property to one place on the web. */
    record Links(Node property, String target, long count) {}

    /**
     * All links.
     *
     * @param version of the store that they were counted in
     */
    record Linked(String version, List<Links> links) {
        Linked {
            Objects.requireNonNull(version);
            links = List.copyOf(links);
        }
    }

    /** What was counted last; where something was published since, a count is under way. */
    Linked now() {
        return counted.now();
    }

    private Linked counted(String current) {
        List<Links> links = store.select(StoredQuery.read("data-links"), uris.forQueries(), Row::all).stream()
                .filter(row -> row.node("property").isPresent())
                .map(row -> new Links(
                        row.required("property"),
                        row.text("target").orElseThrow(),
                        row.text("links").map(Long::parseLong).orElse(0L)))
                .toList();
        Linked linked = new Linked(current, links);
        file.write(linked);
        return linked;
    }

    @Override
    public void prepare() {
        counted.now();
    }
}
