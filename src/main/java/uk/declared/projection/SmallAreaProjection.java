package uk.declared.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import uk.declared.election.Rights;
import uk.declared.linkeddata.RightsStatements;
import uk.declared.linkeddata.Triples;
import uk.declared.linkeddata.Uris;
import uk.declared.record.ImportEntry;
import uk.declared.reference.AreaBestFit;
import uk.declared.reference.PopulationOverlaps;
import uk.declared.reference.ReferenceKind;
import uk.declared.reference.ReferenceRelease;
import uk.declared.reference.WardSums;
import uk.declared.store.StoreChange;

/**
 * Says what is worked out from figures of small areas when an import brings a table of the census or a best-fit lookup:
 *
 * <ol>
 *   <li>each table is summed to wards by each lookup, once the later of the two is there,
 *   <li>lookups of the same small areas to wards of different years are compared, weighted by the people in each.
 * </ol>
 *
 * What comes of it is under the strictest licence of what it was made from.
 */
final class SmallAreaProjection {
    private final Uris uris;
    private final Function<ImportEntry, ReferenceRelease> reader;

    SmallAreaProjection(Uris uris, Function<ImportEntry, ReferenceRelease> reader) {
        this.uris = uris;
        this.reader = reader;
    }

    /** A release and the licence that it is under. */
    private record Standing(ReferenceRelease release, Rights rights) {}

    /**
     * The changes beside the release's own graph.
     *
     * @param earlier the imports of a kind of data that stood before it
     */
    List<StoreChange> of(ImportEntry entry, ReferenceRelease release, Function<String, List<ImportEntry>> earlier) {
        boolean lookup = release instanceof AreaBestFit;
        if (!lookup && release.kind() != ReferenceKind.CENSUS) {
            return List.of();
        }
        Standing now = new Standing(release, ReleaseProvenance.rights(entry, release.source()));
        List<Standing> lookups = standing(ReferenceKind.GEOGRAPHY, release, earlier);
        List<Standing> tables = standing(ReferenceKind.CENSUS, release, earlier);
        List<StoreChange> changes = new ArrayList<>();
        (lookup ? tables.stream() : Stream.of(now))
                .forEach(table ->
                        (lookup ? Stream.of(now) : lookups.stream()).forEach(by -> changes.add(sums(table, by))));
        (lookup ? lookups : tables).add(now);
        changes.addAll(overlaps(lookups, tables));
        return changes;
    }

    private List<Standing> standing(
            ReferenceKind kind, ReferenceRelease release, Function<String, List<ImportEntry>> earlier) {
        List<Standing> standing = new ArrayList<>();
        for (ImportEntry entry : earlier.apply(kind.notation())) {
            boolean same = kind == release.kind() && entry.release().equals(release.name());
            boolean other = kind == ReferenceKind.GEOGRAPHY && !entry.release().startsWith(AreaBestFit.NAME);
            if (!same && !other) {
                ReferenceRelease read = reader.apply(entry);
                standing.add(new Standing(read, ReleaseProvenance.rights(entry, read.source())));
            }
        }
        return standing;
    }

    /** An empty change is made too: what an earlier release of the same name led to must go. */
    private StoreChange sums(Standing table, Standing lookup) {
        AreaBestFit by = (AreaBestFit) lookup.release();
        String graph = WardSums.graph(table.release().name(), by.name(), uris);
        return change(
                graph,
                new WardSums(table.release(), by).triples(uris),
                RecordedRights.stricter(table.rights(), lookup.rights()));
    }

    private List<StoreChange> overlaps(List<Standing> lookups, List<Standing> tables) {
        List<StoreChange> changes = new ArrayList<>();
        List<String> done = new ArrayList<>();
        for (Standing each : lookups) {
            AreaBestFit one = (AreaBestFit) each.release();
            String graph = PopulationOverlaps.graph(one, uris);
            if (done.contains(graph)) {
                continue;
            }
            done.add(graph);
            List<Standing> alike = lookups.stream()
                    .filter(other -> PopulationOverlaps.alike(one, (AreaBestFit) other.release()))
                    .toList();
            PopulationOverlaps overlaps = new PopulationOverlaps(
                    alike.stream().map(other -> (AreaBestFit) other.release()).toList(),
                    tables.stream().map(Standing::release).toList());
            Optional<ReferenceRelease> weights = overlaps.weights();
            Rights rights = Stream.concat(
                            alike.stream(),
                            tables.stream().filter(table -> weights.equals(Optional.of(table.release()))))
                    .map(Standing::rights)
                    .reduce(RecordedRights::stricter)
                    .orElse(Rights.NOT_STATED);
            changes.add(change(graph, overlaps.triples(uris), rights));
        }
        return changes;
    }

    private static StoreChange change(String graph, List<Triple> triples, Rights rights) {
        List<Triple> all = new ArrayList<>(triples);
        if (!all.isEmpty()) {
            Triples licence = new Triples();
            RightsStatements.describe(rights, licence.about(NodeFactory.createURI(graph)));
            all.addAll(licence.list());
        }
        return new StoreChange.Replace(graph, all);
    }
}
