package uk.declared.projection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.locationtech.jts.geom.Geometry;
import uk.declared.election.Rights;
import uk.declared.linkeddata.RightsStatements;
import uk.declared.linkeddata.Triples;
import uk.declared.linkeddata.Uris;
import uk.declared.record.ImportEntry;
import uk.declared.reference.BoundaryRelease;
import uk.declared.reference.OverlapMapper;
import uk.declared.store.StoreChange;

/**
 * Says what an import of boundaries changes in the store:
 *
 * <ol>
 *   <li>each file's graph holds the boundaries that no better file has, so that an area has one boundary,
 *   <li>the graph of overlaps is worked out anew from all boundaries that stand.
 * </ol>
 */
final class BoundaryProjection {
    private static final String OVERLAPS = "overlaps";
    private static final String SOURCES = "sources";

    private final Uris uris;
    private final Function<ImportEntry, BoundaryRelease> reader;
    private final List<String> geography;

    /** @param geography the graphs whose names for areas stand before those of the files of boundaries */
    BoundaryProjection(Uris uris, Function<ImportEntry, BoundaryRelease> reader, List<String> geography) {
        this.uris = uris;
        this.reader = reader;
        this.geography = List.copyOf(geography);
    }

    private record Standing(ImportEntry entry, BoundaryRelease release) {}

    /**
     * The changes.
     *
     * @param current the imports that stand once this one is done, it among them, in the order of the record
     * @param last whether no later import of boundaries follows, so that the overlaps are worth working out
     */
    List<StoreChange> of(List<ImportEntry> current, boolean last) {
        List<Standing> best = new ArrayList<>();
        for (ImportEntry entry : current) {
            best.add(new Standing(entry, reader.apply(entry)));
        }
        // Of two of one year the later import comes first: the sort keeps the order that it finds.
        java.util.Collections.reverse(best);
        best.sort(Comparator.comparingInt((Standing each) -> each.release().year())
                .reversed());
        List<StoreChange> changes = new ArrayList<>();
        Set<String> covered = new HashSet<>();
        Map<String, Geometry> shapes = new HashMap<>();
        List<Set<String>> codes = new ArrayList<>();
        for (Standing each : best) {
            Set<String> better = Set.copyOf(covered);
            changes.add(change(each, better));
            covered.addAll(each.release().codes());
            if (last) {
                shapes.putAll(each.release().shapes(better));
                codes.add(each.release().codes());
            }
        }
        if (last) {
            changes.add(
                    new StoreChange.Replace(uris.data(OVERLAPS).getURI(), new OverlapMapper(uris).map(codes, shapes)));
            changes.add(new StoreChange.Restate(uris.data(SOURCES).getURI(), uris.data(OVERLAPS), licences(best)));
        }
        return changes;
    }

    /** What is worked out from several files is under the licence of each. */
    private List<Triple> licences(List<Standing> from) {
        Triples triples = new Triples();
        RightsStatements.describe(Rights.OPEN_GOVERNMENT, triples.about(uris.data(SOURCES)));
        for (Standing each : from) {
            Rights rights =
                    ReleaseProvenance.rights(each.entry(), each.release().source());
            RightsStatements.describe(
                    new Rights(rights.licence(), Optional.empty()), triples.about(uris.data(OVERLAPS)));
        }
        return triples.list();
    }

    private StoreChange change(Standing of, Set<String> better) {
        String graph = uris.data(of.entry().data() + "/" + of.entry().release()).getURI();
        Iterable<Triple> triples = () -> Stream.concat(
                        ReleaseProvenance.of(
                                NodeFactory.createURI(graph),
                                of.entry(),
                                of.release().source(),
                                uris)
                                .stream(),
                        of.release().without(better, uris))
                .iterator();
        String named = uris.data(of.release().kind().described()).getURI();
        return new StoreChange.Release(graph, triples, of.entry().supersedes(), geography, List.of(named));
    }
}
