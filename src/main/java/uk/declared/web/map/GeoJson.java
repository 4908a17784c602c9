package uk.declared.web.map;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import uk.declared.geometry.Simplification;
import uk.declared.ground.Json;

/** Writes areas as GeoJSON (RFC 7946), longitude first. */
public final class GeoJson {
    /** What a whole council's areas are to stay below, so that a map of them is there at once. */
    private static final int MOST_BYTES = 300_000;

    /** Seven decimal places of a degree, about a centimetre. */
    private static final double FULL = 1e7;

    /** Five decimal places of a degree, about a metre. */
    private static final double SIMPLE = 1e5;

    private GeoJson() {}

    /** One area with its boundary in full; without a geometry where none is loaded. */
    public static byte[] one(MappedArea area) {
        return Json.PLAIN.writeValueAsBytes(feature(area, area.shape(), FULL));
    }

    /** Several areas, their boundaries made as simple as it takes to stay small. */
    public static byte[] all(List<MappedArea> areas) {
        byte[] written = collection(areas, 0.00002);
        for (double tolerance = 0.0001; written.length > MOST_BYTES && tolerance < 1; tolerance *= 2) {
            written = collection(areas, tolerance);
        }
        return written;
    }

    private static byte[] collection(List<MappedArea> areas, double tolerance) {
        Iterator<Geometry> simpler = Simplification.together(
                        areas.stream().flatMap(area -> area.shape().stream()).toList(), tolerance)
                .iterator();
        List<Object> features = new ArrayList<>();
        for (MappedArea area : areas) {
            features.add(feature(area, area.shape().map(shape -> simpler.next()), SIMPLE));
        }
        Map<String, Object> collection = new LinkedHashMap<>();
        collection.put("type", "FeatureCollection");
        collection.put("features", features);
        return Json.PLAIN.writeValueAsBytes(collection);
    }

    private static Map<String, @Nullable Object> feature(MappedArea area, Optional<Geometry> shape, double factor) {
        Map<String, @Nullable Object> feature = new LinkedHashMap<>();
        feature.put("type", "Feature");
        Optional.ofNullable(area.properties().get("id")).ifPresent(id -> feature.put("id", id));
        feature.put("properties", area.properties());
        feature.put("geometry", shape.map(each -> geometry(each, factor)).orElse(null));
        return feature;
    }

    /** A boundary for a map of a whole country, to four decimal places of a degree: some ten metres. */
    public static Map<String, Object> coarse(Geometry shape) {
        return geometry(shape, 1e4);
    }

    private static Map<String, Object> geometry(Geometry shape, double factor) {
        List<Object> polygons = new ArrayList<>();
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            if (shape.getGeometryN(i) instanceof Polygon polygon) {
                List<Object> rings = new ArrayList<>();
                rings.add(ring(polygon.getExteriorRing(), true, factor));
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    rings.add(ring(polygon.getInteriorRingN(hole), false, factor));
                }
                polygons.add(rings);
            }
        }
        Map<String, Object> geometry = new LinkedHashMap<>();
        boolean several = polygons.size() != 1;
        geometry.put("type", several ? "MultiPolygon" : "Polygon");
        geometry.put("coordinates", several ? polygons : polygons.get(0));
        return geometry;
    }

    /** The ring around an area runs against the clock, that around a hole with it (RFC 7946, section 3.1.6). */
    private static List<Object> ring(LinearRing ring, boolean outer, double factor) {
        List<Object> positions = new ArrayList<>();
        boolean asWanted = ring.isEmpty() || Orientation.isCCW(ring.getCoordinateSequence()) == outer;
        for (Coordinate at : (asWanted ? ring : ring.reverse()).getCoordinates()) {
            positions.add(List.of(Math.round(at.x * factor) / factor, Math.round(at.y * factor) / factor));
        }
        return positions;
    }
}
