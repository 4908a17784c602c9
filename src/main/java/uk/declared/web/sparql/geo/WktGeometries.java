package uk.declared.web.sparql.geo;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import uk.declared.geometry.Shapes;

/**
 * Reads literals of the type {@code geo:wktLiteral} in CRS84, which is what they are in where they name no other (GeoSPARQL
 * 1.1, requirement 15). Those that were read are kept, the longest unused given up first, and for more of them the rectangle
 * that they lie in, which dismisses most without reading them.
 */
final class WktGeometries {
    static final String TYPE = "http://www.opengis.net/ont/geosparql#wktLiteral";

    private static final String CRS84 = "<http://www.opengis.net/def/crs/OGC/1.3/CRS84>";
    private static final int LONGEST = 4_000_000;
    private static final int DEEPEST = 20;
    private static final long CHARACTERS_KEPT = 20_000_000;
    private static final long RECTANGLES_KEPT = 100_000;

    private static final Cache<String, Geometry> READ = Caffeine.newBuilder()
            .maximumWeight(CHARACTERS_KEPT)
            .weigher((String text, Geometry shape) -> text.length())
            .build();
    private static final Cache<Key, Envelope> RECTANGLES =
            Caffeine.newBuilder().maximumSize(RECTANGLES_KEPT).build();

    /** Two hashes and the length stand for a text, so that rectangles do not keep the texts in memory. */
    private record Key(int length, int hash, long other) {
        static Key of(String text) {
            long other = 0xcbf29ce484222325L;
            for (int i = 0; i < text.length(); i++) {
                other = (other ^ text.charAt(i)) * 0x100000001b3L;
            }
            return new Key(text.length(), text.hashCode(), other);
        }
    }

    private WktGeometries() {}

    /** @throws ExprEvalException where it is no geometry in CRS84 */
    static Geometry read(NodeValue value) {
        String text = text(value);
        Geometry known = READ.getIfPresent(text);
        if (known == null) {
            known = parse(text);
            READ.put(text, known);
        }
        return known;
    }

    /** The rectangle that it lies in. */
    static Envelope rectangle(NodeValue value) {
        String text = text(value);
        Geometry known = READ.getIfPresent(text);
        if (known != null) {
            return known.getEnvelopeInternal();
        }
        return RECTANGLES.get(
                Key.of(text),
                key -> WktRectangle.of(text).orElseGet(() -> read(value).getEnvelopeInternal()));
    }

    private static Geometry parse(String text) {
        if (depth(text) > DEEPEST) {
            throw new ExprEvalException("The geometry's brackets stand too deep in one another.");
        }
        try {
            Geometry shape = Shapes.ofWkt(text);
            for (Coordinate at : shape.getCoordinates()) {
                if (!Double.isFinite(at.x) || !Double.isFinite(at.y)) {
                    throw new ExprEvalException("A coordinate of the geometry is no number.");
                }
            }
            return shape;
        } catch (IllegalArgumentException e) {
            throw new ExprEvalException("Not a geometry: " + e.getMessage());
        }
    }

    private static int depth(String text) {
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            deepest = Math.max(deepest, depth);
        }
        return deepest;
    }

    private static String text(NodeValue value) {
        Node node = value.asNode();
        if (!node.isLiteral() || !node.getLiteralDatatypeURI().equals(TYPE)) {
            throw new ExprEvalException("Not a geo:wktLiteral: " + value);
        }
        String text = node.getLiteralLexicalForm().strip();
        if (text.length() > LONGEST) {
            throw new ExprEvalException("The geometry is longer than " + LONGEST + " characters.");
        }
        if (text.startsWith("<")) {
            if (!text.startsWith(CRS84)) {
                throw new ExprEvalException("Geometries are in CRS84 here.");
            }
            return text.substring(CRS84.length()).strip();
        }
        return text;
    }
}
