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
 * @param hexagons whether it shows hexagons, which say nothing of where areas lie
 * @param shapes in the order of the areas
 */
public record MapView(int width, int height, boolean hexagons, List<Shape> shapes) {
    private static final int WIDTH = 600;
    private static final int TALLEST = 800;
    private static final double HEXAGON = 40;

    /**
     * One area.
     *
     * @param path what is drawn, as SVG writes it
     * @param title what a reader is told of it
     */
    public record Shape(String path, String colour, String href, String title) {}

    public MapView {
        shapes = List.copyOf(shapes);
    }

    /** The map of some areas: with boundaries where most have one. */
    public static MapView of(List<MappedArea> areas) {
        long withShape = areas.stream().filter(area -> area.shape().isPresent()).count();
        return withShape * 2 > areas.size() ? boundaries(areas) : hexagons(areas);
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
        return new MapView(width, height, false, shapes);
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

    /** Rows of hexagons in the order of the areas. */
    private static MapView hexagons(List<MappedArea> areas) {
        int columns = Math.max(1, (int) Math.ceil(Math.sqrt(areas.size() * 1.3)));
        double wide = HEXAGON * Math.sqrt(3);
        List<Shape> shapes = new ArrayList<>();
        for (int i = 0; i < areas.size(); i++) {
            int row = i / columns;
            double x = (i % columns + (row % 2 == 0 ? 0.5 : 1)) * wide;
            double y = HEXAGON * (1 + 1.5 * row);
            shapes.add(shape(areas.get(i), hexagon(x, y)));
        }
        int rows = (areas.size() + columns - 1) / columns;
        return new MapView(
                (int) Math.ceil((columns + 0.5) * wide), (int) Math.ceil(HEXAGON * (0.5 + 1.5 * rows)), true, shapes);
    }

    private static String hexagon(double x, double y) {
        StringBuilder path = new StringBuilder();
        for (int corner = 0; corner < 6; corner++) {
            double angle = Math.toRadians(60.0 * corner - 90);
            path.append(corner == 0 ? 'M' : 'L')
                    .append(number(x + HEXAGON * Math.cos(angle)))
                    .append(' ')
                    .append(number(y + HEXAGON * Math.sin(angle)));
        }
        return path.append('Z').toString();
    }

    private static Shape shape(MappedArea area, String path) {
        return new Shape(path, area.colour(), area.href(), area.label() + ": " + area.text());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
