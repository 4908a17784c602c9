package uk.declared.web.sparql.geo;

import java.util.List;
import org.apache.jena.sparql.expr.NodeValue;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.relateng.RelateNG;

/** Whether one geometry lies to another as a relation says. */
final class RelationFunction extends GeometryFunction {
    private final Relation relation;

    RelationFunction(Relation relation) {
        super(2, 2);
        this.relation = relation;
    }

    @Override
    NodeValue of(List<NodeValue> arguments, Runnable check) {
        NodeValue one = arguments.get(0);
        NodeValue other = arguments.get(1);
        if (!relation.isOpen(WktGeometries.rectangle(one), WktGeometries.rectangle(other))) {
            return NodeValue.booleanReturn(relation.otherwise());
        }
        return NodeValue.booleanReturn(holds(WktGeometries.read(one), WktGeometries.read(other), check));
    }

    private boolean holds(Geometry one, Geometry other, Runnable check) {
        refuseTangled(one, check);
        refuseTangled(other, check);
        Crossings.refuseTooMany(one, other, check);
        return RelateNG.relate(one, other, relation.predicate());
    }

    /** Lines, and collections of whatever there is, may cross themselves. */
    private static void refuseTangled(Geometry shape, Runnable check) {
        boolean simple =
                shape.getDimension() == 0 || shape.getClass().getSimpleName().endsWith("Polygon");
        if (!simple) {
            Crossings.refuseTooMany(shape, shape, check);
        }
    }
}
