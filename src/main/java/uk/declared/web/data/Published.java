package uk.declared.web.data;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.springframework.stereotype.Component;
import uk.declared.dump.DumpSelection;
import uk.declared.linkeddata.Uris;
import uk.declared.store.Store;
import uk.declared.web.thing.Row;
import uk.declared.web.thing.StoredQuery;

/** What is published as a whole, counted once for each state of the store. */
@Component
final class Published {
    private final Store store;
    private final Uris uris;
    private String version = "";
    private Extent extent = Extent.NOTHING;

    Published(Store store, Uris uris) {
        this.store = store;
        this.uris = uris;
    }

    /** An election of which results are published. */
    record Election(
            Node node,
            String id,
            String label,
            LocalDate day,
            Optional<Node> area,
            int contests,
            Optional<Instant> declared) {}

    /** How many triples have a property, things a class, or links lead from here to a place. */
    record Counted(Node what, long count) {}

    /** Links of one property to one place on the web. */
    record Links(Node property, String target, long count) {}

    /**
     * Everything that is counted.
     *
     * @param version of the store that it was counted in
     */
    record Extent(
            String version,
            long triples,
            long contests,
            Optional<LocalDate> first,
            Optional<LocalDate> last,
            Optional<Instant> declared,
            List<Election> elections,
            List<Counted> classes,
            List<Counted> properties,
            List<Links> links) {
        private static final Extent NOTHING = new Extent(
                "",
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of());

        /** The years that elections were held in, the latest first. */
        List<Integer> years() {
            return elections.stream().map(one -> one.day().getYear()).distinct().toList();
        }

        /** Whether there is anything to dump under a name. */
        boolean has(DumpSelection selection) {
            return selection.equals(DumpSelection.ALL)
                    || selection.equals(DumpSelection.SHARED)
                    || years().stream().anyMatch(year -> Integer.toString(year).equals(selection.name()))
                    || elections.stream().anyMatch(one -> one.id().equals(selection.name()));
        }
    }

    synchronized Extent now() {
        String current = store.version();
        if (!current.equals(version)) {
            extent = count(current);
            version = current;
        }
        return extent;
    }

    private Extent count(String current) {
        Row all = rows("data-extent").get(0);
        return new Extent(
                current,
                number(all, "triples"),
                number(all, "contests"),
                all.date("first"),
                all.date("last"),
                all.text("declared").map(Instant::parse),
                rows("data-elections").stream()
                        .filter(row -> row.node("election").isPresent())
                        .map(this::election)
                        .toList(),
                counted("data-classes", "class", "things"),
                counted("data-properties", "property", "triples"),
                store
                        .select(
                                StoredQuery.read("data-links"),
                                Map.of("things", NodeFactory.createLiteralString(uris.base() + "/id/")),
                                Row::all)
                        .stream()
                        .filter(row -> row.node("property").isPresent())
                        .map(row -> new Links(
                                row.required("property"), row.text("target").orElseThrow(), number(row, "links")))
                        .toList());
    }

    private Election election(Row row) {
        Node node = row.required("election");
        return new Election(
                node,
                node.getURI().substring(node.getURI().lastIndexOf('/') + 1),
                row.label("label", "election"),
                row.date("date").orElseThrow(),
                row.node("area"),
                row.integer("contests").orElse(0),
                row.text("declared").map(Instant::parse));
    }

    private List<Counted> counted(String query, String what, String count) {
        return rows(query).stream()
                .filter(row -> row.node(what).isPresent())
                .map(row -> new Counted(row.required(what), number(row, count)))
                .toList();
    }

    private List<Row> rows(String query) {
        return store.select(StoredQuery.read(query), Map.of(), Row::all);
    }

    private static long number(Row row, String name) {
        return row.text(name).map(Long::parseLong).orElse(0L);
    }
}
