package uk.declared.web.board;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.springframework.stereotype.Component;
import uk.declared.geometry.Simplification;
import uk.declared.ground.Json;
import uk.declared.linkeddata.Uris;
import uk.declared.night.Board;
import uk.declared.store.Store;
import uk.declared.web.map.GeoJson;
import uk.declared.web.stored.Row;
import uk.declared.web.stored.StoredQuery;

/** The boundaries of councils, where they are loaded, as simple as a map of the country needs them. */
@Component
final class BoardShapes {
    private static final Query SHAPES = StoredQuery.read("shapes-of-areas");
    private static final Query RELEASES = StoredQuery.read("boundary-releases");

    /** In degrees: some 200 metres. It is doubled until all is small enough. */
    private static final double TOLERANCE = 0.002;

    /** What the boundaries of a country are to stay below together, so that a map of them is there at once. */
    private static final int MOST_BYTES = 110_000;

    private final Store store;
    private final Uris uris;
    private Made made = new Made(List.of(), List.of(), Map.of());

    BoardShapes(Store store, Uris uris) {
        this.store = store;
        this.uris = uris;
    }

    /**
     * What was made last.
     *
     * @param releases of boundaries that it was made of
     */
    private record Made(List<Row> releases, List<Node> areas, Map<String, Object> geometries) {}

    /** Geometries as GeoJSON has them, by the codes of the councils' areas; made anew once boundaries were imported. */
    synchronized Map<String, Object> of(Board board) {
        List<Node> areas = board.electing().stream()
                .flatMap(council -> council.council().stream())
                .flatMap(council -> council.code().stream())
                .map(uris::area)
                .toList();
        List<Row> releases = store.select(RELEASES, Map.of(), Row::all);
        if (!made.areas().equals(areas) || !made.releases().equals(releases)) {
            made = new Made(releases, areas, read(areas));
        }
        return made.geometries();
    }

    private Map<String, Object> read(List<Node> areas) {
        Map<String, Geometry> shapes = new HashMap<>();
        if (!areas.isEmpty()) {
            for (Row row : store.select(StoredQuery.among(SHAPES, "area", areas), Map.of(), Row::all)) {
                String uri = row.required("area").getURI();
                shapes.put(Uris.lastPart(uri), geometry(row.text("wkt").orElse("")));
            }
        }
        Map<String, Object> written = simplified(shapes, TOLERANCE);
        for (double tolerance = TOLERANCE * 2;
                tolerance < 1 && Json.PLAIN.writeValueAsBytes(written).length > MOST_BYTES;
                tolerance *= 2) {
            written = simplified(shapes, tolerance);
        }
        return written;
    }

    private static Map<String, Object> simplified(Map<String, Geometry> shapes, double tolerance) {
        List<String> codes = List.copyOf(shapes.keySet());
        List<Geometry> simpler = Simplification.together(
                codes.stream()
                        .map(code -> Objects.requireNonNull(shapes.get(code)))
                        .toList(),
                tolerance);
        Map<String, Object> geometries = new HashMap<>();
        for (int i = 0; i < codes.size(); i++) {
            geometries.put(codes.get(i), GeoJson.coarse(simpler.get(i)));
        }
        return geometries;
    }

    private static Geometry geometry(String wkt) {
        try {
            return new WKTReader().read(wkt.replaceFirst("^<[^>]*>\\s*", ""));
        } catch (ParseException e) {
            throw new IllegalStateException("A stored boundary cannot be read", e);
        }
    }
}
