package uk.declared.web.sparql.geo;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;
import org.locationtech.jts.operation.relateng.RelateNG;
import org.locationtech.jts.operation.relateng.RelatePredicate;

/**
 * Distances on the ellipsoid of WGS 84. The nearest points are looked for on a plane whose degrees of longitude are as long
 * as they are half-way between the two; over the length of Great Britain that is good to about one per cent, within a county
 * to about a thousandth.
 */
final class Measures {
    private static final double A = 6_378_137.0;
    private static final double E2 = 0.00669437999014;

    private Measures() {}

    /** In metres; 0 where they meet. */
    static double metres(Geometry one, Geometry other) {
        Coordinate[] nearest = nearest(one, other, middle(one, other));
        return nearest.length == 0 ? 0 : metres(nearest[0], nearest[1]);
    }

    /** As the plane of degrees has it; 0 where they meet. */
    static double degrees(Geometry one, Geometry other) {
        Coordinate[] nearest = nearest(one, other, 0);
        return nearest.length == 0 ? 0 : nearest[0].distance(nearest[1]);
    }

    private static double middle(Geometry one, Geometry other) {
        Envelope both = new Envelope(one.getEnvelopeInternal());
        both.expandToInclude(other.getEnvelopeInternal());
        return both.isNull() ? 0 : both.centre().y;
    }

    private static Coordinate[] nearest(Geometry one, Geometry other, double latitude) {
        if (one.isEmpty() || other.isEmpty()) {
            throw new IllegalArgumentException("An empty geometry is nowhere.");
        }
        if (RelateNG.relate(one, other, RelatePredicate.intersects())) {
            return new Coordinate[0];
        }
        double shrink = Math.cos(Math.toRadians(latitude));
        AffineTransformation plane = AffineTransformation.scaleInstance(shrink, 1);
        Coordinate[] nearest = new IndexedFacetDistance(plane.transform(one)).nearestPoints(plane.transform(other));
        return new Coordinate[] {stretched(nearest[0], shrink), stretched(nearest[1], shrink)};
    }

    private static Coordinate stretched(Coordinate at, double shrink) {
        return new Coordinate(at.x / shrink, at.y);
    }

    /** With the radii of curvature half-way (Snyder, Map projections: a working manual, equations 4-18 to 4-20). */
    private static double metres(Coordinate one, Coordinate other) {
        double latitude = Math.toRadians((one.y + other.y) / 2);
        double w = 1 - E2 * Math.sin(latitude) * Math.sin(latitude);
        double north = A * (1 - E2) / Math.pow(w, 1.5) * Math.toRadians(other.y - one.y);
        double east = A / Math.sqrt(w) * Math.cos(latitude) * Math.toRadians(other.x - one.x);
        return Math.hypot(north, east);
    }
}
