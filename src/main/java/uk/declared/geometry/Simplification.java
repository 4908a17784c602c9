package uk.declared.geometry;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;

/**
 * Makes the shapes of areas simpler for maps. Areas that lie side by side still do: the line that two of them share is
 * simplified once, for both, so that no gap and no overlap opens between them (Visvalingam and Whyatt's algorithm on a
 * coverage, as JTS has it). Islands too small to be seen are left out; an area keeps its largest part.
 */
public final class Simplification {
    private Simplification() {}

    /**
     * Simplifies shapes together.
     *
     * @param shapes polygons, or several of them, in one system of coordinates
     * @param tolerance about how far a line may move, in the unit of the coordinates
     * @return the simpler shapes, in the same order
     */
    public static List<Geometry> together(List<Geometry> shapes, double tolerance) {
        Geometry[] parts = shapes.stream()
                .map(shape -> withoutSpecks(shape, tolerance * tolerance))
                .toArray(Geometry[]::new);
        Geometry[] simpler = CoverageSimplifier.simplify(parts, tolerance);
        List<Geometry> simplified = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            // Shapes that overlap are no coverage: what came out crossed is simplified by itself.
            boolean sound = !simpler[i].isEmpty() && simpler[i].isValid();
            simplified.add(sound ? simpler[i] : TopologyPreservingSimplifier.simplify(parts[i], tolerance));
        }
        return simplified;
    }

    private static Geometry withoutSpecks(Geometry shape, double smallest) {
        List<Polygon> seen = new ArrayList<>();
        Polygon largest = Shapes.FACTORY.createPolygon();
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            if (shape.getGeometryN(i) instanceof Polygon polygon) {
                largest = polygon.getArea() > largest.getArea() ? polygon : largest;
                if (polygon.getArea() >= smallest) {
                    seen.add(polygon);
                }
            }
        }
        return Shapes.FACTORY.createMultiPolygon(
                seen.isEmpty() ? new Polygon[] {largest} : seen.toArray(Polygon[]::new));
    }
}
