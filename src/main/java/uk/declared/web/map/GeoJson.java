package uk.declared.web.map;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;
import tools.jackson.databind.json.JsonMapper;

/** Writes areas as GeoJSON (RFC 7946), longitude first. */
public final class GeoJson {
    /** What a whole council's areas are to stay below, so that a map of them is there at once. */
    private static final int MOST_BYTES = 300_000;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private GeoJson() {}

    /** One area with its boundary in full; without a geometry where none is loaded. */
    public static byte[] one(MappedArea area) {
        return JSON.writeValueAsBytes(feature(area, 0, 7));
    }

    /** Several areas, their boundaries made as simple as it takes to stay small. */
    public static byte[] all(List<MappedArea> areas) {
        byte[] written = collection(areas, 0.00002);
        for (double tolerance = 0.0001; written.length > MOST_BYTES && tolerance < 0.02; tolerance *= 2) {
            written = collection(areas, tolerance);
        }
        return written;
    }

    private static byte[] collection(List<MappedArea> areas, double tolerance) {
        Map<String, Object> collection = new LinkedHashMap<>();
        collection.put("type", "FeatureCollection");
        collection.put(
                "features",
                areas.stream().map(area -> feature(area, tolerance, 5)).toList());
        return JSON.writeValueAsBytes(collection);
    }

    private static Map<String, @Nullable Object> feature(MappedArea area, double tolerance, int places) {
        Map<String, @Nullable Object> feature = new LinkedHashMap<>();
        feature.put("type", "Feature");
        feature.put("id", area.properties().get("id"));
        feature.put("properties", area.properties());
        feature.put(
                "geometry",
                area.shape()
                        .map(shape -> tolerance > 0 ? TopologyPreservingSimplifier.simplify(shape, tolerance) : shape)
                        .map(shape -> geometry(shape, Math.pow(10, places)))
                        .orElse(null));
        return feature;
    }

    private static Map<String, Object> geometry(Geometry shape, double factor) {
        List<Object> polygons = new ArrayList<>();
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            if (shape.getGeometryN(i) instanceof Polygon polygon) {
                List<Object> rings = new ArrayList<>();
                rings.add(ring(polygon.getExteriorRing(), factor));
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    rings.add(ring(polygon.getInteriorRingN(hole), factor));
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

    private static List<Object> ring(LinearRing ring, double factor) {
        List<Object> positions = new ArrayList<>();
        for (Coordinate at : ring.getCoordinates()) {
            positions.add(List.of(Math.round(at.x * factor) / factor, Math.round(at.y * factor) / factor));
        }
        return positions;
    }
}
