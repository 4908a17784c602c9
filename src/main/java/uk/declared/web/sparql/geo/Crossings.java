package uk.declared.web.sparql.geo;

import java.util.List;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.locationtech.jts.algorithm.LineIntersector;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.noding.MCIndexSegmentSetMutualIntersector;
import org.locationtech.jts.noding.SegmentIntersector;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.SegmentStringUtil;

/**
 * Counts where the lines of two geometries cross, before JTS works out how they lie to each other: that takes the longer the
 * more crossings there are, which for zigzags are as many as their lengths multiplied, and cannot be stopped. The counting can.
 */
final class Crossings implements SegmentIntersector {
    private static final int MOST = 50_000;
    private static final int LOOK_EVERY = 256;

    private final Runnable check;
    private final LineIntersector intersector = new RobustLineIntersector();
    private int looks;
    private int crossings;

    private Crossings(Runnable check) {
        this.check = check;
    }

    /**
     * @param check throws where the query has to stop
     * @throws ExprEvalException where there are too many
     */
    @SuppressWarnings("unchecked")
    static void refuseTooMany(Geometry one, Geometry other, Runnable check) {
        List<SegmentString> lines = SegmentStringUtil.extractSegmentStrings(one);
        List<SegmentString> others = SegmentStringUtil.extractSegmentStrings(other);
        new MCIndexSegmentSetMutualIntersector(lines).process(others, new Crossings(check));
    }

    @Override
    public void processIntersections(SegmentString one, int at, SegmentString other, int otherAt) {
        if (++looks % LOOK_EVERY == 0) {
            check.run();
        }
        if (one == other && Math.abs(at - otherAt) <= 1) {
            return;
        }
        Coordinate from = one.getCoordinate(at);
        Coordinate to = one.getCoordinate(at + 1);
        intersector.computeIntersection(from, to, other.getCoordinate(otherAt), other.getCoordinate(otherAt + 1));
        if (intersector.hasIntersection() && ++crossings > MOST) {
            throw new ExprEvalException("The geometries cross each other in more than " + MOST + " places.");
        }
    }

    @Override
    public boolean isDone() {
        return false;
    }
}
