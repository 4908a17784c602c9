package uk.declared.web.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.index.strtree.STRtree;
import org.springframework.stereotype.Component;
import uk.declared.geometry.Shapes;
import uk.declared.store.Store;
import uk.declared.web.stored.Row;
import uk.declared.web.stored.StoredQuery;

/**
 * Finds the areas that a point lies in. The index is in memory, and is made anew when boundaries were imported since; what
 * else is published leaves it as it is.
 */
@Component
final class AreaIndex {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final Query RELEASES = StoredQuery.read("boundary-releases");
    private static final Query BOUNDARIES = StoredQuery.read("boundaries");

    private final Store store;
    private volatile Made made = new Made(List.of(), new STRtree());

    AreaIndex(Store store) {
        this.store = store;
    }

    private record Made(List<Row> releases, STRtree tree) {}

    /** An area with a boundary. */
    record Found(Node area, Geometry shape) {}

    /** The areas that a point lies in, in the order of their URIs. */
    List<Node> at(double longitude, double latitude) {
        Point point = FACTORY.createPoint(new Coordinate(longitude, latitude));
        List<Node> found = new ArrayList<>();
        for (Object each : tree().query(new Envelope(point.getCoordinate()))) {
            if (each instanceof Found area && area.shape().intersects(point)) {
                found.add(area.area());
            }
        }
        found.sort(Comparator.comparing(Node::getURI));
        return found;
    }

    /** Whether any boundaries are loaded. */
    boolean isEmpty() {
        return tree().isEmpty();
    }

    private STRtree tree() {
        List<Row> releases = store.select(RELEASES, Map.of(), Row::all);
        Made current = made;
        if (!current.releases().equals(releases)) {
            current = make(releases);
        }
        return current.tree();
    }

    private synchronized Made make(List<Row> releases) {
        if (!made.releases().equals(releases)) {
            STRtree tree = new STRtree();
            store.select(BOUNDARIES, Map.of(), rows -> {
                rows.forEachRemaining(row -> {
                    Geometry shape = Shapes.ofWkt(row.get("wkt").getLiteralLexicalForm());
                    tree.insert(shape.getEnvelopeInternal(), new Found(row.get("area"), shape));
                });
                return Optional.empty();
            });
            tree.build();
            made = new Made(releases, tree);
        }
        return made;
    }
}
