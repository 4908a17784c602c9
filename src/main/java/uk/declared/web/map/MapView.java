package uk.declared.web.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import uk.declared.geometry.Simplification;

/**
 * A map as a drawing (SVG): the areas with their boundaries, or a hexagon for each where boundaries are not loaded. It
 * needs no network, no script and no tile server.
 *
 * @param width of the drawing, in its own units
 * @param height of the drawing
 * @param kind what areas are drawn as
 * @param notDrawn the names of areas that have no boundary where others have one
 * @param shapes in the order of the areas
 */
public record MapView(int width, int height, Kind kind, List<String> notDrawn, List<Shape> shapes) {
    private static final int WIDTH = 600;
    private static final int TALLEST = 800;

    /** Of more areas each is smaller than its letters. */
    private static final int MOST_LETTERED = 150;

    /** Half the height of a letter. */
    private static final double HALF_LETTER = 5;

    /** What areas are drawn as. */
    public enum Kind {
        /** By their boundaries. */
        BOUNDARIES,
        /** As hexagons, about where they lie, as somebody laid them out. */
        LAYOUT,
        /** As hexagons in their order, which says nothing of where they lie. */
        HEXAGONS
    }

    /**
     * One area.
     *
     * @param path what is drawn, as SVG writes it
     * @param title what a reader is told of it
     * @param letters that say what the colour says; empty where there are none, or too many areas for them to be read
     * @param x where the middle of the letters is
     * @param y where they stand
     */
    public record Shape(String path, String colour, String href, String title, String letters, String x, String y) {}

    public MapView {
        notDrawn = List.copyOf(notDrawn);
        shapes = List.copyOf(shapes);
    }

    /** Whether hexagons stand in the order of the areas. */
    public boolean isInOrder() {
        return kind == Kind.HEXAGONS;
    }

    /** Whether hexagons stand where somebody laid them out. */
    public boolean isLaidOut() {
        return kind == Kind.LAYOUT;
    }

    /** The map of some areas: with boundaries where most have one, and then it says which have none; else with hexagons. */
    public static MapView of(List<MappedArea> all) {
        List<MappedArea> areas = all.size() > MOST_LETTERED
                ? all.stream().map(MappedArea::withoutLetters).toList()
                : all;
        long withShape = areas.stream().filter(area -> area.shape().isPresent()).count();
        return withShape * 2 > areas.size() ? boundaries(areas) : HexDrawing.draw(areas);
    }

    private static MapView boundaries(List<MappedArea> areas) {
        Envelope extent = new Envelope();
        areas.forEach(area -> area.shape().ifPresent(shape -> extent.expandToInclude(shape.getEnvelopeInternal())));
        // A degree of longitude is shorter than one of latitude by the cosine of the latitude.
        double narrow = Math.cos(Math.toRadians(extent.centre().y));
        double scale = Math.min(
                WIDTH / Math.max(extent.getWidth() * narrow, 1e-9), TALLEST / Math.max(extent.getHeight(), 1e-9));
        List<MappedArea> drawn =
                areas.stream().filter(area -> area.shape().isPresent()).toList();
        // Half a unit of the drawing cannot be seen.
        List<Geometry> simpler = Simplification.together(
                drawn.stream().flatMap(area -> area.shape().stream()).toList(), 0.5 / scale);
        List<Shape> shapes = new ArrayList<>();
        for (int i = 0; i < drawn.size(); i++) {
            shapes.add(shape(drawn.get(i), path(simpler.get(i), extent, narrow, scale)));
        }
        int width = (int) Math.ceil(extent.getWidth() * narrow * scale);
        int height = (int) Math.ceil(extent.getHeight() * scale);
        List<String> notDrawn = areas.stream()
                .filter(area -> area.shape().isEmpty())
                .map(MappedArea::label)
                .toList();
        return new MapView(width, height, Kind.BOUNDARIES, notDrawn, shapes);
    }

    private static String path(Geometry shape, Envelope extent, double narrow, double scale) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            if (shape.getGeometryN(i) instanceof Polygon polygon) {
                ring(polygon.getExteriorRing(), extent, narrow, scale, path);
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    ring(polygon.getInteriorRingN(hole), extent, narrow, scale, path);
                }
            }
        }
        return path.toString();
    }

    private static void ring(LinearRing ring, Envelope extent, double narrow, double scale, StringBuilder path) {
        char command = 'M';
        for (Coordinate at : ring.getCoordinates()) {
            path.append(command)
                    .append(number((at.x - extent.getMinX()) * narrow * scale))
                    .append(' ')
                    .append(number((extent.getMaxY() - at.y) * scale));
            command = 'L';
        }
        path.append('Z');
    }

    static Shape shape(MappedArea area, String path) {
        Coordinate middle = middle(path);
        return new Shape(
                path,
                area.colour(),
                area.href(),
                area.label() + ": " + area.text(),
                area.letters(),
                number(middle.x),
                number(middle.y + HALF_LETTER));
    }

    /** The middle of the smallest box around a path. */
    private static Coordinate middle(String path) {
        Envelope box = new Envelope();
        for (String point : path.split("[MLZ]+")) {
            int between = point.indexOf(' ');
            if (between > 0) {
                box.expandToInclude(
                        Double.parseDouble(point.substring(0, between)),
                        Double.parseDouble(point.substring(between + 1)));
            }
        }
        return box.isNull() ? new Coordinate(0, 0) : box.centre();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
