package uk.declared.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Measures how much areas share:
 *
 * <ol>
 *   <li>shapes are laid out on a plane where areas are as on the ellipsoid,
 *   <li>pairs whose rectangles meet are found by an index, and those that may not be compared are passed over,
 *   <li>the area that both cover is divided by the area of each,
 *   <li>what is less than half a per cent of both is left out: boundaries that run along one line in the world differ by
 *       so much between releases.
 * </ol>
 */
public final class Overlaps {
    /** What is less than this share of both areas is no overlap. */
    public static final double LEAST_SHARE = 0.005;

    private Overlaps() {}

    /** An area on the plane. */
    private record Placed(String code, Geometry shape, double area) {}

    /**
     * Measures all overlaps.
     *
     * @param shapes by code, in longitude and latitude
     * @param comparable whether two codes, in their order, may be compared
     * @return in the order of codes
     */
    public static List<Overlap> of(Map<String, Geometry> shapes, BiPredicate<String, String> comparable) {
        STRtree index = new STRtree();
        SortedMap<String, Placed> placed = new TreeMap<>();
        shapes.forEach((code, shape) -> {
            Geometry plane = Shapes.polygons(Shapes.equalArea(shape));
            Placed each = new Placed(code, plane, plane.getArea());
            placed.put(code, each);
            index.insert(plane.getEnvelopeInternal(), each);
        });
        List<Overlap> found = new ArrayList<>();
        for (Placed one : placed.values()) {
            List<Placed> others = near(index, one).stream()
                    .filter(other -> comparable.test(one.code(), other.code()))
                    .toList();
            if (!others.isEmpty()) {
                PreparedGeometry prepared = PreparedGeometryFactory.prepare(one.shape());
                for (Placed other : others) {
                    measure(one, prepared, other, found);
                }
            }
        }
        return found;
    }

    private static List<Placed> near(STRtree index, Placed one) {
        List<Placed> near = new ArrayList<>();
        for (Object other : index.query(one.shape().getEnvelopeInternal())) {
            if (other instanceof Placed area && one.code().compareTo(area.code()) < 0) {
                near.add(area);
            }
        }
        near.sort((a, b) -> a.code().compareTo(b.code()));
        return near;
    }

    private static void measure(Placed one, PreparedGeometry prepared, Placed other, List<Overlap> found) {
        if (!prepared.intersects(other.shape())) {
            return;
        }
        double shared = OverlayNGRobust.overlay(one.shape(), other.shape(), OverlayNG.INTERSECTION)
                .getArea();
        double ofOne = Math.min(1, shared / one.area());
        double ofOther = Math.min(1, shared / other.area());
        if (Math.max(ofOne, ofOther) >= LEAST_SHARE) {
            found.add(new Overlap(one.code(), other.code(), ofOne, ofOther));
        }
    }
}
