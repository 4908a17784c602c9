package uk.declared.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.locationtech.jts.geom.Geometry;
import uk.declared.election.GssCode;
import uk.declared.geometry.Overlap;
import uk.declared.geometry.Overlaps;
import uk.declared.linkeddata.Literals;
import uk.declared.linkeddata.Triples;
import uk.declared.linkeddata.Uris;
import uk.declared.linkeddata.Vocabulary;

/**
 * States how much areas of one kind and of different times share, worked out from their boundaries. Areas that one file
 * has side by side are of one time, and are not compared: where they meet is no overlap.
 */
public final class OverlapMapper {
    private static final int KIND = 3;

    private final Uris uris;

    public OverlapMapper(Uris uris) {
        this.uris = uris;
    }

    /**
     * The overlaps of all boundaries that stand.
     *
     * @param releases each with all its codes
     * @param shapes the boundary of every code
     */
    public List<Triple> map(List<Set<String>> releases, Map<String, Geometry> shapes) {
        Triples triples = new Triples();
        for (Overlap overlap : Overlaps.of(new TreeMap<>(shapes), (one, other) -> comparable(one, other, releases))) {
            state(overlap.one(), overlap.other(), overlap.shareOfOne(), triples);
            state(overlap.other(), overlap.one(), overlap.shareOfOther(), triples);
        }
        return triples.list();
    }

    private static boolean comparable(String one, String other, List<Set<String>> releases) {
        return one.substring(0, KIND).equals(other.substring(0, KIND))
                && releases.stream().noneMatch(codes -> codes.contains(one) && codes.contains(other));
    }

    private void state(String of, String with, double share, Triples triples) {
        Node area = uris.area(new GssCode(of));
        Node overlap = Uris.partOf(area, "overlap/" + with);
        triples.about(area).le("overlap", overlap);
        triples.about(overlap)
                .a(Vocabulary.term("Overlap"))
                .le("overlapWith", uris.area(new GssCode(with)))
                .le(
                        "overlapShare",
                        Literals.decimal(
                                BigDecimal.valueOf(share).movePointRight(2).setScale(2, RoundingMode.HALF_UP)));
    }
}
