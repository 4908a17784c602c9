package uk.declared.web.data;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.declared.dump.DumpSelection;
import uk.declared.dump.GraphLicences;
import uk.declared.folder.DerivedFiles;
import uk.declared.linkeddata.Licences;
import uk.declared.linkeddata.Uris;
import uk.declared.store.Store;
import uk.declared.web.page.Prepared;
import uk.declared.web.page.Refreshed;
import uk.declared.web.stored.Row;
import uk.declared.web.stored.StoredQuery;

/** What is published as a whole, counted in the background when something was published. */
@Component
@Order(Prepared.COUNTS)
final class Published implements Prepared {
    /** All triples are looked at: at most a tenth of one processor's time goes into that. */
    private static final int PAUSE = 10;

    private final Store store;
    private final Uris uris;
    private final Refreshed<Extent> counted;
    private final CountFile<Extent> file;

    Published(Store store, Uris uris, DerivedFiles derived) {
        // Nobody waits for the count, and it must come to its end however much there is.
        this.store = store.patient();
        this.uris = uris;
        this.counted = new Refreshed<>("counts", store::version, this::counted, before -> {}, PAUSE);
        this.file = new CountFile<>(derived.of("counts"), "extent", Extent.class);
        file.read().ifPresent(extent -> counted.begin(extent.version(), extent));
    }

    /** An election of which results are published. */
    record Election(
            Node node,
            String id,
            String label,
            LocalDate day,
            Optional<Node> area,
            int contests,
            Optional<Instant> declared,
            Terms terms) {}

    /**
     * Under which licences contests are.
     *
     * @param licences by their addresses, how many contests are under each
     * @param unknown of how many no licence is known
     */
    record Terms(Map<URI, Long> licences, long unknown) {
        private static final Terms NONE = new Terms(Map.of(), 0);

        Terms {
            licences = Collections.unmodifiableMap(new LinkedHashMap<>(licences));
        }

        /** How many contests may stand in the open dumps. */
        long open() {
            return licences.entrySet().stream()
                    .filter(licence -> Licences.isOpen(licence.getKey()))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }

        /** How many may not. */
        long closed() {
            return unknown
                    + licences.values().stream().mapToLong(Long::longValue).sum()
                    - open();
        }

        /** Those that may not. */
        Terms onlyClosed() {
            Map<URI, Long> closed = new LinkedHashMap<>(licences);
            closed.keySet().removeIf(Licences::isOpen);
            return new Terms(closed, unknown);
        }

        private Terms and(Terms others) {
            Map<URI, Long> all = new LinkedHashMap<>(licences);
            others.licences.forEach((licence, contests) -> all.merge(licence, contests, Long::sum));
            return new Terms(all, unknown + others.unknown);
        }
    }

    /** How many triples have a property, things a class, or links lead from here to a place. */
    record Counted(Node what, long count) {}

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
            boolean otherLicences) {
        Extent {
            Objects.requireNonNull(version);
            elections = List.copyOf(elections);
            classes = List.copyOf(classes);
            properties = List.copyOf(properties);
        }

        /** The years that elections were held in, the latest first. */
        List<Integer> years() {
            return elections.stream()
                    .filter(one -> one.terms().open() > 0)
                    .map(one -> one.day().getYear())
                    .distinct()
                    .toList();
        }

        /** Under which licences all contests are. */
        Terms terms() {
            return elections.stream().map(Election::terms).reduce(Terms.NONE, Terms::and);
        }

        /** Whether something is not under an open licence. */
        boolean hasOtherLicences() {
            return otherLicences || terms().closed() > 0;
        }

        /** Whether there is anything to dump under a name. */
        boolean has(DumpSelection selection) {
            return selection.equals(DumpSelection.ALL)
                    || selection.equals(DumpSelection.SHARED)
                    || years().stream().anyMatch(year -> Integer.toString(year).equals(selection.name()))
                    || (selection.equals(DumpSelection.OTHER_LICENCES) && hasOtherLicences())
                    || elections.stream()
                            .anyMatch(one -> one.id().equals(selection.name())
                                    && one.terms().open() > 0);
        }
    }

    /** What was counted last; where something was published since, a count is under way. */
    Extent now() {
        return counted.now();
    }

    private Extent counted(String current) {
        Extent extent = count(current);
        file.write(extent);
        return extent;
    }

    private Extent count(String current) {
        Row all = rows("data-extent").get(0);
        Map<Node, Terms> terms = terms();
        return new Extent(
                current,
                number(all, "triples"),
                number(all, "contests"),
                all.date("first"),
                all.date("last"),
                all.text("declared").map(Instant::parse),
                rows("data-elections").stream()
                        .filter(row -> row.node("election").isPresent())
                        .map(row -> election(row, terms))
                        .toList(),
                counted("data-classes", "class", "things"),
                counted("data-properties", "property", "triples"),
                GraphLicences.of(store).hasClosed());
    }

    private Map<Node, Terms> terms() {
        Map<Node, Terms> terms = new HashMap<>();
        for (Row row : rows("data-licences")) {
            row.node("election").ifPresent(election -> {
                long contests = number(row, "contests");
                Terms here = row.node("licence")
                        .map(licence -> new Terms(Map.of(Licences.usual(URI.create(licence.getURI())), contests), 0))
                        .orElseGet(() -> new Terms(Map.of(), contests));
                terms.merge(election, here, Terms::and);
            });
        }
        return terms;
    }

    private static Election election(Row row, Map<Node, Terms> terms) {
        Node node = row.required("election");
        return new Election(
                node,
                Uris.lastPart(node),
                row.label("label", "election"),
                row.date("date").orElseThrow(),
                row.node("area"),
                row.integer("contests").orElse(0),
                row.text("declared").map(Instant::parse),
                terms.getOrDefault(node, Terms.NONE));
    }

    private List<Counted> counted(String query, String what, String count) {
        return rows(query).stream()
                .filter(row -> row.node(what).isPresent())
                .map(row -> new Counted(row.required(what), number(row, count)))
                .toList();
    }

    private List<Row> rows(String query) {
        return store.select(StoredQuery.read(query), uris.forQueries(), Row::all);
    }

    private static long number(Row row, String name) {
        return row.text(name).map(Long::parseLong).orElse(0L);
    }

    @Override
    public void prepare() {
        counted.now();
    }
}
