package uk.declared.geometry;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the geometry of one GeoJSON feature: a polygon or several. */
final class GeoJsonGeometry {
    private final String file;
    private final int feature;
    private int positions;

    GeoJsonGeometry(String file, int feature) {
        this.file = file;
        this.feature = feature;
    }

    /** An array of positions, or of arrays; the type, which may come later, says what it bounds. */
    private record Level(List<Level> parts, List<Coordinate> positions) {}

    /** Reads an object whose beginning was read. */
    Geometry read(JsonParser json) throws UnreadableBoundariesException {
        String type = "";
        Level coordinates = new Level(List.of(), List.of());
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String member = json.currentName();
            JsonToken value = json.nextToken();
            if (member.equals("type") && value == JsonToken.VALUE_STRING) {
                type = json.getString();
            } else if (member.equals("coordinates") && value == JsonToken.START_ARRAY) {
                coordinates = level(json, 0);
            } else {
                json.skipChildren();
            }
        }
        return switch (type) {
            case "Polygon" -> Shapes.FACTORY.createMultiPolygon(new Polygon[] {polygon(coordinates)});
            case "MultiPolygon" -> {
                List<Polygon> polygons = new ArrayList<>();
                for (Level part : coordinates.parts()) {
                    polygons.add(polygon(part));
                }
                yield Shapes.FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
            }
            default ->
                throw refused("is of the type “" + type + "”, which bounds no area. Export polygons (Polygon or"
                        + " MultiPolygon), not points or lines.");
        };
    }

    private Level level(JsonParser json, int depth) throws UnreadableBoundariesException {
        List<Level> parts = new ArrayList<>();
        List<Coordinate> at = new ArrayList<>();
        JsonToken token = json.nextToken();
        if (token != null && token.isNumeric()) {
            at.add(position(json));
            return new Level(List.of(), at);
        }
        while (token == JsonToken.START_ARRAY) {
            if (depth > 4) {
                throw refused("has coordinates in more than four brackets. Export it as Polygon or MultiPolygon.");
            }
            Level part = level(json, depth + 1);
            boolean isPosition = part.parts().isEmpty() && part.positions().size() == 1;
            if (isPosition) {
                at.addAll(part.positions());
            } else {
                parts.add(part);
            }
            token = json.nextToken();
        }
        if (token != JsonToken.END_ARRAY) {
            throw refused("has something other than numbers among its coordinates. Export it again.");
        }
        return new Level(parts, at);
    }

    /** A position whose first number was read; a height after the second is left out. */
    private Coordinate position(JsonParser json) throws UnreadableBoundariesException {
        double x = json.getDoubleValue();
        JsonToken second = json.nextToken();
        if (second == null || !second.isNumeric()) {
            throw refused("has a position of one number. Export it again.");
        }
        double y = json.getDoubleValue();
        JsonToken next = json.nextToken();
        while (next != null && next.isNumeric()) {
            next = json.nextToken();
        }
        if (next != JsonToken.END_ARRAY) {
            throw refused("has something other than numbers in a position. Export it again.");
        }
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw refused("has a position that is no number. Export it again.");
        }
        positions++;
        if (positions > BoundaryFile.MOST_POSITIONS_OF_A_FEATURE) {
            throw refused(String.format(
                    "has more than %,d positions. Use a generalised release of the boundaries.",
                    BoundaryFile.MOST_POSITIONS_OF_A_FEATURE));
        }
        return new Coordinate(x, y);
    }

    private Polygon polygon(Level level) throws UnreadableBoundariesException {
        if (level.parts().isEmpty()) {
            throw refused("has a polygon without a ring. Export it again.");
        }
        List<LinearRing> rings = new ArrayList<>();
        for (Level part : level.parts()) {
            rings.add(ring(part.positions()));
        }
        return Shapes.FACTORY.createPolygon(
                rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
    }

    private LinearRing ring(List<Coordinate> at) throws UnreadableBoundariesException {
        boolean closed = at.size() >= 4 && at.get(0).equals2D(at.get(at.size() - 1));
        if (!closed) {
            throw refused("has a ring that does not end where it begins, or has fewer than four positions (RFC 7946,"
                    + " section 3.1.6). Close the ring, or export it again.");
        }
        return Shapes.FACTORY.createLinearRing(at.toArray(Coordinate[]::new));
    }

    private UnreadableBoundariesException refused(String what) {
        return new UnreadableBoundariesException(file + ": the geometry of feature " + feature + " " + what);
    }
}
