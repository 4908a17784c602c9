package uk.declared.web.sparql.geo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;
import org.locationtech.jts.geom.Geometry;
import uk.declared.geometry.Shapes;

/** The functions of GeoSPARQL 1.1 (section 9) that the endpoint offers, on {@code geo:wktLiteral} in CRS84. */
public final class GeoFunctions {
    /** What the functions of a query call while they work; it throws where the query has to stop. */
    static final Symbol CHECK = Symbol.create("urn:x-declared:check");

    private static final String NAMESPACE = "http://www.opengis.net/def/function/geosparql/";
    private static final String UNITS = "http://www.opengis.net/def/uom/OGC/1.0/";

    private GeoFunctions() {}

    /** All of them, by their IRIs. */
    public static Map<String, FunctionFactory> all() {
        Map<String, FunctionFactory> functions = new LinkedHashMap<>();
        for (Relation relation : Relation.values()) {
            functions.put(NAMESPACE + relation.functionName(), iri -> new RelationFunction(relation));
        }
        offer(functions, "distance", 3, 3, GeoFunctions::distance);
        offer(functions, "metricDistance", 2, 2, (given, check) -> NodeValue.makeDouble(metres(given, check)));
        offer(functions, "area", 2, 2, GeoFunctions::area);
        offer(functions, "metricArea", 1, 1, (given, check) -> NodeValue.makeDouble(squareMetres(given)));
        offer(functions, "envelope", 1, 1, (given, check) -> wkt(shape(given, 0).getEnvelope()));
        offer(
                functions,
                "convexHull",
                1,
                1,
                (given, check) -> wkt(shape(given, 0).convexHull()));
        return functions;
    }

    /** Makes the functions of a query stop with it. */
    public static void watch(Context context, Runnable check) {
        context.set(CHECK, check);
    }

    private static void offer(
            Map<String, FunctionFactory> functions,
            String name,
            int fewest,
            int most,
            BiFunction<List<NodeValue>, Runnable, NodeValue> work) {
        functions.put(NAMESPACE + name, iri -> new GeometryFunction(fewest, most) {
            @Override
            NodeValue of(List<NodeValue> arguments, Runnable check) {
                return work.apply(arguments, check);
            }
        });
    }

    private static NodeValue distance(List<NodeValue> given, Runnable check) {
        return NodeValue.makeDouble(
                switch (unit(given.get(2))) {
                    case "metre" -> metres(given, check);
                    case "degree" -> degrees(given, check);
                    case "radian" -> Math.toRadians(degrees(given, check));
                    default -> throw new ExprEvalException("Distances are in metre, degree or radian.");
                });
    }

    private static NodeValue area(List<NodeValue> given, Runnable check) {
        return NodeValue.makeDouble(
                switch (unit(given.get(1))) {
                    case "squareMetre" -> squareMetres(given);
                    default -> throw new ExprEvalException("Areas are in squareMetre.");
                });
    }

    private static String unit(NodeValue value) {
        String iri = value.asNode().isURI() ? value.asNode().getURI() : "";
        return iri.startsWith(UNITS) ? iri.substring(UNITS.length()) : "";
    }

    private static double metres(List<NodeValue> given, Runnable check) {
        Crossings.refuseTooMany(shape(given, 0), shape(given, 1), check);
        return Measures.metres(shape(given, 0), shape(given, 1));
    }

    private static double degrees(List<NodeValue> given, Runnable check) {
        Crossings.refuseTooMany(shape(given, 0), shape(given, 1), check);
        return Measures.degrees(shape(given, 0), shape(given, 1));
    }

    private static double squareMetres(List<NodeValue> given) {
        return Shapes.squareMetres(shape(given, 0));
    }

    private static Geometry shape(List<NodeValue> given, int at) {
        return WktGeometries.read(given.get(at));
    }

    private static NodeValue wkt(Geometry shape) {
        return NodeValue.makeNode(NodeFactory.createLiteralDT(
                Shapes.wkt(shape), TypeMapper.getInstance().getSafeTypeByName(WktGeometries.TYPE)));
    }
}
