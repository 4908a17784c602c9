package uk.declared.web.sparql.geo;

import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.operation.relateng.RelatePredicate;
import org.locationtech.jts.operation.relateng.TopologyPredicate;

/** How one geometry may lie to another: the Simple Features relations (GeoSPARQL 1.1, section 9.3). */
enum Relation {
    EQUALS("sfEquals", RelatePredicate::equalsTopo, Envelope::equals, false),
    DISJOINT("sfDisjoint", RelatePredicate::disjoint, Envelope::intersects, true),
    INTERSECTS("sfIntersects", RelatePredicate::intersects, Envelope::intersects, false),
    TOUCHES("sfTouches", RelatePredicate::touches, Envelope::intersects, false),
    CROSSES("sfCrosses", RelatePredicate::crosses, Envelope::intersects, false),
    WITHIN("sfWithin", RelatePredicate::within, (one, other) -> other.contains(one), false),
    CONTAINS("sfContains", RelatePredicate::contains, Envelope::contains, false),
    OVERLAPS("sfOverlaps", RelatePredicate::overlaps, Envelope::intersects, false);

    private final String name;
    private final Supplier<TopologyPredicate> predicate;
    private final BiPredicate<Envelope, Envelope> possible;
    private final boolean otherwise;

    /**
     * @param possible whether their rectangles leave the question open
     * @param otherwise the answer where they do not
     */
    Relation(
            String name,
            Supplier<TopologyPredicate> predicate,
            BiPredicate<Envelope, Envelope> possible,
            boolean otherwise) {
        this.name = name;
        this.predicate = predicate;
        this.possible = possible;
        this.otherwise = otherwise;
    }

    /** The last part of the function's IRI. */
    String functionName() {
        return name;
    }

    TopologyPredicate predicate() {
        return predicate.get();
    }

    boolean isOpen(Envelope one, Envelope other) {
        return possible.test(one, other);
    }

    boolean otherwise() {
        return otherwise;
    }
}
