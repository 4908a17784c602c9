package uk.declared.web.board;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.springframework.stereotype.Component;
import uk.declared.election.Council;
import uk.declared.election.Councils;
import uk.declared.election.GssCode;
import uk.declared.geometry.Shapes;
import uk.declared.geometry.Simplification;
import uk.declared.linkeddata.Uris;
import uk.declared.store.Store;
import uk.declared.web.stored.Row;
import uk.declared.web.stored.StoredQuery;

/**
 * The outlines of all councils of a day whose boundaries are loaded, as simple as a map of the country needs them: one drawing
 * (SVG) of less than 150 KB, in which each council's path has its code as its name. Making it takes seconds.
 */
@Component
final class CountryOutlines {
    private static final Query SHAPES = StoredQuery.read("shapes-of-areas");
    private static final Query RELEASES = StoredQuery.read("boundary-releases");

    /** What the drawing is to stay below, in bytes. */
    private static final int MOST_BYTES = 140_000;

    /** In degrees: some 200 metres, which is less than a unit of the drawing. It is doubled until all is small enough. */
    private static final double TOLERANCE = 0.002;

    /** Units of the drawing for a degree of latitude: a unit is some 600 metres. */
    private static final double UNITS = 180;

    /** A degree of longitude is shorter than one of latitude by the cosine of the latitude: here that of the country's middle. */
    private static final double NARROW = Math.cos(Math.toRadians(54.5));

    private static final double WEST = -9;
    private static final double NORTH = 61;

    private final Store store;
    private final Uris uris;

    CountryOutlines(Store store, Uris uris) {
        this.store = store;
        this.uris = uris;
    }

    /**
     * Where a council lies in the drawing.
     *
     * @param x of the middle of the largest circle within it
     * @param room the radius of that circle
     */
    record Place(double x, double y, double room, double west, double north, double east, double south) {}

    /**
     * A drawing.
     *
     * @param places by code
     */
    record Drawing(byte[] svg, SortedMap<String, Place> places) {
        /** Nothing drawn. */
        static final Drawing NONE = new Drawing(new byte[0], new TreeMap<>());

        /** Whether there is anything in it. */
        boolean isEmpty() {
            return places.isEmpty();
        }
    }

    /** The releases of boundaries that stand: another drawing is to be made where these are others. */
    List<Row> releases() {
        return store.select(RELEASES, Map.of(), Row::all);
    }

    /** The codes of each council to which members could be elected on a day: which ones, a drawing depends on. */
    static List<List<GssCode>> codes(LocalDate day) {
        return Councils.shipped().on(day).stream()
                .map(council -> council.codesAround(day))
                .filter(known -> !known.isEmpty())
                .toList();
    }

    /**
     * The code under which a council's outline stands in a drawing: that of the day, else one that the same council had
     * before or has since, for its boundary is nearly the same.
     */
    static Optional<String> code(Council council, LocalDate day, Drawing drawing) {
        return council.codesAround(day).stream()
                .map(GssCode::value)
                .filter(drawing.places()::containsKey)
                .findFirst();
    }

    /** Draws councils, each by the first of its codes whose boundary is loaded; nothing where none is. */
    Drawing draw(List<List<GssCode>> councils) {
        SortedMap<String, Geometry> shapes = new TreeMap<>();
        Map<String, Geometry> loaded = loaded(councils);
        for (List<GssCode> codes : councils) {
            codes.stream()
                    .map(GssCode::value)
                    .filter(loaded::containsKey)
                    .findFirst()
                    .ifPresent(code -> shapes.put(code, Objects.requireNonNull(loaded.get(code))));
        }
        Drawing drawing = draw(shapes, TOLERANCE);
        for (double tolerance = TOLERANCE * 2; drawing.svg().length > MOST_BYTES && tolerance < 1; tolerance *= 2) {
            drawing = draw(shapes, tolerance);
        }
        return drawing;
    }

    private Map<String, Geometry> loaded(List<List<GssCode>> councils) {
        Map<String, Geometry> shapes = new HashMap<>();
        List<Node> areas = councils.stream()
                .flatMap(List::stream)
                .distinct()
                .map(uris::area)
                .toList();
        for (Row row : store.select(StoredQuery.among(SHAPES, "area", areas), Map.of(), Row::all)) {
            row.text("wkt")
                    .ifPresent(wkt -> shapes.put(
                            Uris.lastPart(row.required("area").getURI()),
                            Shapes.ofWkt(wkt.replaceFirst("^<[^>]*>\\s*", ""))));
        }
        return shapes;
    }

    private static Drawing draw(SortedMap<String, Geometry> shapes, double tolerance) {
        List<Geometry> simpler = Simplification.together(List.copyOf(shapes.values()), tolerance);
        SortedMap<String, Place> places = new TreeMap<>();
        StringBuilder svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\"><defs>");
        String nation = "";
        int at = 0;
        for (String code : shapes.keySet()) {
            String letter = code.substring(0, 1);
            if (!letter.equals(nation)) {
                svg.append(nation.isEmpty() ? "" : "</g>")
                        .append("<g id=\"")
                        .append(letter)
                        .append("\">");
                nation = letter;
            }
            Geometry shape = simpler.get(at++);
            svg.append("<path id=\"").append(code).append("\" d=\"");
            path(shape, svg);
            svg.append("\"/>");
            places.put(code, place(shape));
        }
        svg.append(nation.isEmpty() ? "" : "</g>").append("</defs></svg>");
        return new Drawing(svg.toString().getBytes(StandardCharsets.UTF_8), places);
    }

    private static Place place(Geometry shape) {
        MaximumInscribedCircle circle = new MaximumInscribedCircle(shape, 0.02);
        Coordinate middle = circle.getCenter().getCoordinate();
        var box = shape.getEnvelopeInternal();
        return new Place(
                x(middle.x),
                y(middle.y),
                circle.getRadiusLine().getLength() * UNITS * NARROW,
                x(box.getMinX()),
                y(box.getMaxY()),
                x(box.getMaxX()),
                y(box.getMinY()));
    }

    private static double x(double longitude) {
        return (longitude - WEST) * NARROW * UNITS;
    }

    private static double y(double latitude) {
        return (NORTH - latitude) * UNITS;
    }

    private static void path(Geometry shape, StringBuilder path) {
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            if (shape.getGeometryN(i) instanceof Polygon polygon) {
                ring(polygon.getExteriorRing(), path);
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    ring(polygon.getInteriorRingN(hole), path);
                }
            }
        }
    }

    /** In whole units, each corner from the one before: few figures for many corners. */
    private static void ring(LinearRing ring, StringBuilder path) {
        long lastX = 0;
        long lastY = 0;
        List<Coordinate> corners = new ArrayList<>(List.of(ring.getCoordinates()));
        corners.remove(corners.size() - 1);
        for (int i = 0; i < corners.size(); i++) {
            long x = Math.round(x(corners.get(i).x));
            long y = Math.round(y(corners.get(i).y));
            if (i == 0) {
                path.append('M').append(x).append(' ').append(y).append('l');
            } else if (x != lastX || y != lastY) {
                step(x - lastX, path);
                step(y - lastY, path);
            }
            lastX = x;
            lastY = y;
        }
        path.append('z');
    }

    private static void step(long by, StringBuilder path) {
        boolean parted = by < 0 || path.charAt(path.length() - 1) == 'l';
        path.append(parted ? "" : " ").append(by);
    }
}
