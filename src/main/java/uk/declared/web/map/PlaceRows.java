package uk.declared.web.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.locationtech.jts.geom.Geometry;
import uk.declared.geometry.Shapes;
import uk.declared.linkeddata.Uris;
import uk.declared.web.stored.Row;

/** Reads where areas are from the rows of queries. */
public final class PlaceRows {
    private PlaceRows() {}

    /** Boundaries by area, from rows with the columns area and wkt. */
    public static Map<Node, Geometry> shapes(List<Row> rows) {
        Map<Node, Geometry> shapes = new HashMap<>();
        rows.forEach(row -> row.text("wkt").ifPresent(wkt -> shapes.put(row.required("area"), Shapes.ofWkt(wkt))));
        return shapes;
    }

    /** Places in layouts by area, from rows with the columns area, hexagon, form, column and row. */
    public static Map<Node, List<HexPlace>> hexagons(List<Row> rows) {
        Map<Node, List<HexPlace>> hexagons = new HashMap<>();
        rows.forEach(row -> hexagons.computeIfAbsent(row.required("area"), missing -> new ArrayList<>())
                .add(new HexPlace(
                        Uris.lastPart(row.required("hexagon")),
                        row.text("form").orElse(""),
                        row.integer("column").orElse(0),
                        row.integer("row").orElse(0))));
        return hexagons;
    }
}
