package uk.declared.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.geom.util.GeometryTransformer;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.io.WKTWriter;

/** What is done to the shapes of areas, all of them in longitude and latitude (CRS84) unless said otherwise. */
public final class Shapes {
    /** The first eccentricity of WGS 84's ellipsoid, squared, and its greater half axis in metres. */
    private static final double E2 = 0.00669437999014;

    private static final double A = 6_378_137.0;

    /** One centimetre on the ground, nearly. */
    private static final double DECIMALS = 1e7;

    static final GeometryFactory FACTORY = new GeometryFactory();

    private Shapes() {}

    /** Makes every position another. */
    static Geometry mapped(Geometry shape, UnaryOperator<Coordinate> change) {
        return new GeometryTransformer() {
            @Override
            protected CoordinateSequence transformCoordinates(CoordinateSequence positions, Geometry parent) {
                Coordinate[] changed = new Coordinate[positions.size()];
                for (int i = 0; i < changed.length; i++) {
                    changed[i] = change.apply(positions.getCoordinate(i));
                }
                return FACTORY.getCoordinateSequenceFactory().create(changed);
            }
        }.transform(shape);
    }

    /** Rounds to seven decimal places of a degree. */
    static Geometry rounded(Geometry shape) {
        return mapped(
                shape,
                at -> new Coordinate(Math.rint(at.x * DECIMALS) / DECIMALS, Math.rint(at.y * DECIMALS) / DECIMALS));
    }

    /** A shape of one area from whatever polygons are in it; what bounds no area is left out. */
    static MultiPolygon polygons(Geometry shape) {
        Geometry sound = shape.isValid() ? shape : GeometryFixer.fix(shape);
        List<Polygon> polygons = new ArrayList<>();
        for (int i = 0; i < sound.getNumGeometries(); i++) {
            if (sound.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                polygons.add(polygon);
            } else if (sound.getGeometryN(i) instanceof MultiPolygon several) {
                for (int j = 0; j < several.getNumGeometries(); j++) {
                    polygons.add((Polygon) several.getGeometryN(j));
                }
            }
        }
        return FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }

    /** The shape as well-known text, longitude first. */
    public static String wkt(Geometry shape) {
        WKTWriter writer = new WKTWriter();
        writer.setPrecisionModel(new PrecisionModel(DECIMALS));
        return writer.write(shape);
    }

    /**
     * Reads well-known text.
     *
     * @throws IllegalArgumentException where it is none
     */
    public static Geometry ofWkt(String text) {
        try {
            return new WKTReader(FACTORY).read(text);
        } catch (ParseException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /**
     * The shape in metres on a plane where areas are as on the ellipsoid: Lambert's cylindrical equal-area projection of
     * WGS 84 (Snyder, Map projections: a working manual, equations 10-13 to 10-15 with the equator as standard parallel).
     */
    public static Geometry equalArea(Geometry shape) {
        return mapped(shape, at -> new Coordinate(A * Math.toRadians(at.x), A * q(Math.toRadians(at.y)) / 2));
    }

    private static double q(double latitude) {
        double e = Math.sqrt(E2);
        double sine = Math.sin(latitude);
        return (1 - E2) * (sine / (1 - E2 * sine * sine) - Math.log((1 - e * sine) / (1 + e * sine)) / (2 * e));
    }

    /** The area in square metres, on the ellipsoid. */
    public static double squareMetres(Geometry shape) {
        return equalArea(shape).getArea();
    }
}
